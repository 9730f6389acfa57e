package org.billrunconsole.runs.plan;

import java.util.Optional;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.write.ActivityLog;

/** Looks up in the journal what became of a step that a plan handed to the write path. Blocks on the disk. */
final class SentSteps {

    /** What the journal knows of it. */
    sealed interface Trace {

        /** The write path never came to writing its intent, so nothing was sent. */
        record NeverBegun() implements Trace {}

        /** It is being found out. */
        record Open() implements Trace {}

        /** It has its verdict. */
        record Concluded(Finding finding) implements Trace {}
    }

    /** Whoever tried the step again by hand since has not done so more often. */
    private static final int MOST_TRIES = 50;

    private final ActivityLog log;

    SentSteps(ActivityLog log) {
        this.log = log;
    }

    /** @throws org.billrunconsole.journal.format.JournalException if the journal cannot be read */
    Trace of(PlanEvent.Sending step) {
        return log.latest(each -> each instanceof Activity.Write write
                && write.command().run().equals(step.run()) && write.command().action() == step.action()
                && !write.time().isBefore(step.time()), MOST_TRIES)
                .stream()
                .map(Activity.Write.class::cast)
                .reduce((_, earlier) -> earlier)
                .map(Activity.Write::conclusion)
                .map(SentSteps::trace)
                .orElseGet(Trace.NeverBegun::new);
    }

    private static Trace trace(Optional<Activity.Conclusion> conclusion) {
        return conclusion.<Trace>map(drawn -> new Trace.Concluded(drawn.finding())).orElseGet(Trace.Open::new);
    }
}
