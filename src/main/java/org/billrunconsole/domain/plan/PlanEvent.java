package org.billrunconsole.domain.plan;

import java.time.Instant;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;

/** Something that happened to a plan and is kept with it; what a plan has come to is made of these. */
public sealed interface PlanEvent {

    Instant time();

    /**
     * A console took the plan on: it was started, or resumed.
     *
     * @param lease of the console, alive as long as it has the journal open
     */
    record Claimed(Instant time, UUID lease, Origin by) implements PlanEvent {}

    /** A run got its place. */
    record Begun(Instant time, RunKey run) implements PlanEvent {}

    /** A step is about to be handed to the write path; on the disk before it is. */
    record Sending(Instant time, RunKey run, Action action) implements PlanEvent {}

    /** The server took the step, and a reading agreed. */
    record Taken(Instant time, RunKey run, Action action) implements PlanEvent {}

    /** The step certainly did not go out, and may be tried again. */
    record NotTaken(Instant time, RunKey run, Action action) implements PlanEvent {}

    /** The operator said that a stage is done though the server does not say so. */
    record SaidDone(Instant time, RunKey run, Stage.Known stage, Origin by) implements PlanEvent {}

    /** A run got its verdict, or, after an unknown outcome, a better one. */
    record RunEnded(Instant time, RunKey run, RunVerdict verdict) implements PlanEvent {}

    /** The operator paused the plan. */
    record Paused(Instant time) implements PlanEvent {}

    /** The operator let it go on. */
    record WentOn(Instant time) implements PlanEvent {}

    /** Every run has its verdict. */
    record Ended(Instant time) implements PlanEvent {}
}
