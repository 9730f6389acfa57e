package org.billrunconsole.runs.write;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.OpenIntent;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.work.Cancellable;

/** A write whose outcome is being found out: what is known so far and when the run is read next. */
final class PendingOutcome {

    private final OpenIntent open;
    private final RunLocks.Hold hold;
    private final ReconciliationPolicy policy;
    private Optional<Finding> decided;
    private Optional<OutcomeJudge> judge = Optional.empty();
    private Optional<Run> lastReading = Optional.empty();
    /** Not guarded by this object's lock, which is held while the server is asked. */
    private final AtomicReference<Cancellable> next = new AtomicReference<>(() -> {});
    private int failures;

    PendingOutcome(OpenIntent open, RunLocks.Hold hold, ReconciliationPolicy policy, Optional<Finding> decided) {
        this.open = open;
        this.hold = hold;
        this.policy = policy;
        this.decided = decided.or(() -> OutcomeJudge.of(answer()));
    }

    RunKey run() {
        return hold.run();
    }

    JournalEntry.Intent intent() {
        return open.intent();
    }

    RunLocks.Hold hold() {
        return hold;
    }

    /** What it came to, if only the journal has to be told yet. */
    synchronized Optional<Finding> decided() {
        return decided;
    }

    /** What an operator is told of it until it is concluded. */
    synchronized UnansweredWrite known() {
        var intent = intent();
        return decided.<UnansweredWrite>map(finding -> new UnansweredWrite.NotKeptYet(intent.command(), intent.time(),
                finding)).orElseGet(() -> new UnansweredWrite.BeingFoundOut(intent.command(), intent.time()));
    }

    synchronized Optional<Run> lastReading() {
        return lastReading;
    }

    synchronized Optional<Finding> take(Run now, Duration when, BillRunApi api) {
        if (judge.isEmpty()) {
            judge = Optional.of(new OutcomeJudge(CommandEffect.of(intent(), answer(), api), answer(), policy));
        }
        failures = 0;
        lastReading = Optional.of(now);
        decided = judge.get().take(now, when);
        return decided;
    }

    /** How long to wait before the next look. */
    synchronized Duration delay(boolean failed) {
        if (failed) {
            failures++;
            return policy.delay(failures, true);
        }
        return policy.delay(judge.map(OutcomeJudge::readings).orElse(0), false);
    }

    /** True if the look before the last one went well; the log need not repeat itself. */
    synchronized boolean isFirstFailure() {
        return failures == 1;
    }

    /** Puts the next look in place of the one planned before. */
    void next(Supplier<Cancellable> plan) {
        cancel();
        next.getAndSet(plan.get()).cancel();
    }

    /** Calls the next look off; never waits for one that is under way. */
    void cancel() {
        next.get().cancel();
    }

    private Optional<Activity.Answer> answer() {
        return open.outcome().map(JournalEntry.Outcome::answer);
    }
}
