package org.billrunconsole.runs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Finding;
import org.billrunconsole.domain.Legality;
import org.billrunconsole.domain.Lifecycle;
import org.billrunconsole.domain.Reason;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.domain.WriteOutcome;
import org.billrunconsole.journal.JournalEntry;
import org.billrunconsole.journal.JournalException;
import org.billrunconsole.journal.OpenIntent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way by which the console changes a run, for every action: read it again, compare it with what the operator
 * confirmed, judge it again, put the intent on the disk, send once, put the outcome on the disk, read and verify, put
 * the verdict on the disk. From the intent to the verdict the run is locked; whatever cannot be verified is handed to
 * {@link UnknownOutcomes} with the lock. Nothing here sends twice.
 */
public final class WritePath implements Writes {

    private static final Logger LOG = LoggerFactory.getLogger(WritePath.class);

    private final BillRunApi api;
    private final WriteRecords records;
    private final RunLocks locks;
    private final UnknownOutcomes unknown;
    private final Surroundings surroundings;
    private final RunStore store;
    private final InstantSource clock;

    public WritePath(BillRunApi api, WriteRecords records, RunLocks locks, UnknownOutcomes unknown,
            Surroundings surroundings, RunStore store, InstantSource clock) {
        this.api = api;
        this.records = records;
        this.locks = locks;
        this.unknown = unknown;
        this.surroundings = surroundings;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public WireRequest preview(Command command, Run before) {
        return api.preview(command, before);
    }

    @Override
    public WriteResult perform(Command command, Run confirmed, String reason) {
        var hold = locks.enter(command.run());
        if (hold.isEmpty()) {
            return new WriteResult.AlreadyUnderWay();
        }
        try {
            return whileHeld(hold.get(), command, confirmed, reason);
        } finally {
            locks.leave(hold.get());
        }
    }

    private WriteResult whileHeld(RunLocks.Hold hold, Command command, Run confirmed, String reason) {
        Run now;
        try {
            now = read(command);
        } catch (FailureException e) {
            return new WriteResult.NotSent(e.failure());
        }
        var differences = RunFields.differences(confirmed, now, command.action());
        if (!differences.isEmpty()) {
            return new WriteResult.ChangedMeanwhile(now, differences);
        }
        // The locks are this write's own.
        var around = surroundings.of(command.run()).withActionUnderWay(false).withOutcomeUnknown(false);
        if (Lifecycle.judge(now, command.action(), around) instanceof Legality.Denied(var why)) {
            return new WriteResult.NotAllowed(why);
        }
        if (new Effect(command, now, Optional.empty(), Optional.empty()).isShownBy(now)) {
            // Nobody could tell afterwards whether it had been done.
            return new WriteResult.NotAllowed(new Reason(Reason.Code.NOTHING_TO_CHANGE, List.of()));
        }
        var intent = records.intent(command, reason, now, preview(command, now));
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

        /** Writes the verdict; where that fails, keeps the run locked until it can be written. */
        private void conclude(Finding finding, Optional<Run> after) {
            try {
                records.verdict(intent, finding, after);
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
            var begun = clock.instant();
            var outcome = api.send(write.intent.command(), write.intent.before());
            record(write, outcome, Duration.between(begun, clock.instant()));
            return switch (outcome) {
                case WriteOutcome.Applied _ -> verify(write);
                case WriteOutcome.Refused(var failure) -> refused(write, failure);
                case WriteOutcome.NotSent(var failure) -> {
                    write.conclude(Finding.NOT_APPLIED, Optional.empty());
                    yield new WriteResult.NotSent(failure);
                }
                case WriteOutcome.OutcomeUnknown(var failure) -> {
                    write.handOver(Optional.empty());
                    yield new WriteResult.Unknown(Optional.of(failure));
                }
            };
        } catch (RuntimeException e) {
            LOG.error("The write path failed after its intent was written", e);
            return new WriteResult.Unknown(Optional.empty());
        } finally {
            if (!write.settled) {
                write.handOver(Optional.empty());
            }
        }
    }

    /** An outcome that cannot be written stops nothing: the request is out, and the verdict needs it no more. */
    private void record(UnderWay write, WriteOutcome outcome, Duration took) {
        var entry = records.outcome(write.intent, outcome, took);
        write.outcome = Optional.of(entry);
        try {
            records.log().record(entry);
        } catch (JournalException e) {
            LOG.error("The outcome of a write cannot be written to the journal", e);
        }
    }

    private WriteResult verify(UnderWay write) {
        try {
            var after = read(write.intent.command());
            var answer = write.outcome.map(JournalEntry.Outcome::answer);
            var evidence = new Evidence(Effect.of(write.intent, answer, api), answer, unknown.settling());
            if (evidence.take(after, clock.instant()).isPresent()) {
                // One reading proves nothing but that it was applied.
                write.conclude(Finding.APPLIED, Optional.of(after));
                return new WriteResult.Done(after);
            }
            // A server that answers before it is done looks like this, and so does another operator's quick step back.
            write.handOver(Optional.empty());
            return new WriteResult.Unknown(Optional.empty());
        } catch (FailureException e) {
            write.handOver(Optional.empty());
            return new WriteResult.Unknown(Optional.of(e.failure()));
        }
    }

    private WriteResult refused(UnderWay write, Failure failure) {
        if (failure instanceof Failure.Forbidden) {
            surroundings.learnReadOnlyUser();
        }
        write.conclude(Finding.NOT_APPLIED, readIfPossible(write.intent.command()));
        return new WriteResult.Refused(failure);
    }

    /** Often the run has moved on, which is why it was refused; the operator should see that at once. */
    private Optional<Run> readIfPossible(Command command) {
        try {
            return Optional.of(read(command));
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    private Run read(Command command) {
        var run = api.run(command.run());
        store.put(List.of(run));
        return run;
    }
}
