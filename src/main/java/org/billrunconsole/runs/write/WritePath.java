package org.billrunconsole.runs.write;

import java.util.Optional;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.journal.OpenIntent;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.MonotonicClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way by which the console changes a run, for every action: read the run, compare it with what the operator
 * confirmed, judge it, put the intent on the disk, read, compare and judge once more, send once, put the outcome on the
 * disk, read and verify, put the verdict on the disk. From the intent to the verdict the run is locked; whatever cannot
 * be verified is handed to {@link UnknownOutcomes} with the lock. Nothing here sends twice.
 *
 * <p>The reading that decides comes after the intent: the journal lets one intent of a run in at a time, so by then
 * every other console of this machine has come to its verdict, and what it did shows. With the reading before it alone,
 * two consoles sent the same step one after the other, the second by what it had read before the first wrote. The
 * reading before the intent is there for its {@code before}: after a crash the outcome is told by it.
 */
public final class WritePath implements Writes {

    private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);

    private final BillRunApi api;
    private final WriteRecords records;
    private final RunLocks locks;
    private final UnknownOutcomes unknown;
    private final ActionContextProvider contextProvider;
    private final ConfirmedRuns readings;
    private final MonotonicClock clock;

    public WritePath(BillRunApi api, WriteRecords records, RunLocks locks, UnknownOutcomes unknown,
            ActionContextProvider contextProvider, RunStore store, MonotonicClock clock) {
        this.api = api;
        this.records = records;
        this.locks = locks;
        this.unknown = unknown;
        this.contextProvider = contextProvider;
        this.readings = new ConfirmedRuns(api, store, contextProvider);
        this.clock = clock;
    }

    @Override
    public WriteResult perform(ConfirmedWrite write) {
        var hold = locks.enter(write.command().run());
        if (hold.isEmpty()) {
            return new WriteResult.AlreadyUnderWay();
        }
        unknown.unanswered().putAway(write.command().run());
        try {
            return whileHeld(hold.get(), write);
        } finally {
            locks.leave(hold.get());
        }
    }

    private WriteResult whileHeld(RunLocks.Hold hold, ConfirmedWrite write) {
        var why = readings.whyNot(write.command(), write.run());
        if (why.isPresent()) {
            return new WriteResult.NotAllowed(why.get());
        }
        var checked = readings.check(write.command(), write.run());
        if (checked instanceof ConfirmedRuns.Stopped stopped) {
            keepStopped(write, stopped);
            return stopped.result();
        }
        var now = ((ConfirmedRuns.Same) checked).now();
        var intent = records.intent(write, now);
        try {
            var inTheWay = records.log().begin(intent);
            if (inTheWay.isPresent()) {
                locks.leave(hold);
                unknown.adopt(inTheWay.get());
                return new WriteResult.AlreadyUnderWay();
            }
        } catch (JournalException e) {
            LOG.error("Nothing was sent, because the journal cannot be written", e);
            unknown.lookForLeftOvers();
            return new WriteResult.JournalFailed(String.valueOf(e.getMessage()));
        }
        return carryOut(new UnderWay(hold, intent));
    }

    /**
     * Whoever looks for the action later finds that it was tried, and why nothing came of it. It is one line, never an
     * intent: if the console were killed while writing it, nothing would be left that looks as if it had been sent.
     */
    private void keepStopped(ConfirmedWrite write, ConfirmedRuns.Stopped stopped) {
        try {
            records.stopped(write.command(), write.reason(), stopped.why(), stopped.details());
        } catch (JournalException e) {
            LOG.error("That an action was stopped cannot be written to the journal", e);
        }
    }

    /** A write from the moment its intent is on the disk. */
    private final class UnderWay {

        private final RunLocks.Hold hold;
        private final JournalEntry.Intent intent;
        private Optional<JournalEntry.Outcome> outcome = Optional.empty();
        private boolean settled;

        private UnderWay(RunLocks.Hold hold, JournalEntry.Intent intent) {
            this.hold = hold;
            this.intent = intent;
        }

        private Optional<Activity.Answer> answer() {
            return outcome.map(JournalEntry.Outcome::answer);
        }

        /** Writes the verdict; where that fails, keeps the run locked until it can be written. */
        private void conclude(Finding finding, Optional<Run> after) {
            try {
                records.conclude(intent, finding, after);
                settled = true;
            } catch (JournalException e) {
                LOG.error("A verdict cannot be written yet: {} of {}", finding, hold.run(), e);
                handOver(Optional.of(finding));
            }
        }

        private void handOver(Optional<Finding> decided) {
            settled = true;
            unknown.takeOver(hold, new OpenIntent(intent, outcome), decided);
        }
    }

    private WriteResult carryOut(UnderWay write) {
        try {
            if (readings.check(write.intent.command(),
                    write.intent.before()) instanceof ConfirmedRuns.Stopped stopped) {
                write.settled = true;
                record(write, records.notSent(write.intent, stopped.why() + " " + stopped.details()));
                write.conclude(Finding.NOT_APPLIED, stopped.now());
                return stopped.result();
            }
            return send(write);
        } catch (RuntimeException e) {
            LOG.error("The write path failed after its intent was written", e);
            return new WriteResult.Unknown(Optional.empty());
        } finally {
            if (!write.settled) {
                write.handOver(Optional.empty());
            }
        }
    }

    private WriteResult send(UnderWay write) {
        var begun = clock.now();
        var outcome = api.send(write.intent.request());
        record(write, records.outcome(write.intent, outcome, clock.now().minus(begun)));
        return switch (outcome) {
            case WriteOutcome.Applied _ -> verify(write, Optional.empty());
            case WriteOutcome.Refused(var failure) -> refused(write, failure);
            case WriteOutcome.NotSent(var failure) -> {
                write.conclude(Finding.NOT_APPLIED, Optional.empty());
                yield new WriteResult.NotSent(failure);
            }
            case WriteOutcome.OutcomeUnknown(var failure) -> {
                // An answer that says "done" without saying what, such as 204, is for the run itself to confirm.
                if (OutcomeJudge.isTaken(write.answer())) {
                    yield verify(write, Optional.of(failure));
                }
                write.handOver(Optional.empty());
                yield new WriteResult.Unknown(Optional.of(failure));
            }
        };
    }

    /** An outcome that cannot be written stops nothing: the verdict needs it no more. */
    private void record(UnderWay write, JournalEntry.Outcome entry) {
        write.outcome = Optional.of(entry);
        try {
            records.log().record(entry);
        } catch (JournalException e) {
            LOG.error("The outcome of a write cannot be written to the journal", e);
        }
    }

    private WriteResult verify(UnderWay write, Optional<Failure> unclear) {
        try {
            var after = readings.read(write.intent.command());
            if (judge(write).take(after, clock.now()).isPresent()) {
                // One reading proves nothing but that it was applied.
                write.conclude(Finding.APPLIED, Optional.of(after));
                return new WriteResult.Done(after);
            }
            // A server that answers before it is done looks like this, and so does another operator's quick step back.
            write.handOver(Optional.empty());
            return new WriteResult.Unknown(unclear);
        } catch (FailureException e) {
            write.handOver(Optional.empty());
            return new WriteResult.Unknown(Optional.of(e.failure()));
        }
    }

    /** A "no" counts once the run agrees with it; it may have come from something between here and the server. */
    private WriteResult refused(UnderWay write, Failure failure) {
        if (failure instanceof Failure.Forbidden) {
            contextProvider.learnRefusal(write.intent.command().run().kind(), write.intent.command().action());
        }
        try {
            var after = readings.read(write.intent.command());
            var finding = judge(write).take(after, clock.now());
            if (finding.isPresent()) {
                write.conclude(finding.get(), Optional.of(after));
                return new WriteResult.Refused(failure);
            }
        } catch (FailureException e) {
            LOG.info("{} was refused and cannot be read now", write.intent.command().run());
        }
        write.handOver(Optional.empty());
        return new WriteResult.Unknown(Optional.of(failure));
    }

    private OutcomeJudge judge(UnderWay write) {
        return new OutcomeJudge(CommandEffect.of(write.intent, write.answer(), api), write.answer(),
                unknown.policy());
    }
}
