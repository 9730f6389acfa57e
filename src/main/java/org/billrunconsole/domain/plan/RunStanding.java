package org.billrunconsole.domain.plan;

import java.time.Instant;
import java.util.OptionalInt;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Action;

/** Where a run of a plan stands. */
public sealed interface RunStanding {

    /** Its turn has not come: as many runs as may be are on their way. */
    record WaitsForPlace() implements RunStanding {}

    /** Its next step is due; the operator has paused the plan. */
    record WaitsForOperator(Action next) implements RunStanding {}

    /** Its next step is due; it goes on by itself once the reason is gone: no connection, no sign-in, a pause. */
    record Held(Action next, Reason reason) implements RunStanding {}

    /** A step is being sent. */
    record Sending(Action action, Instant since) implements RunStanding {}

    /** The server is at work. */
    record InProgress(Stage.Known stage, OptionalInt percent) implements RunStanding {}

    /** The server sends no percentage: only a later stage, or the operator's word, says that the stage is done. */
    record NeedsProof(Stage.Known stage) implements RunStanding {}

    /** What became of a step that was being sent when the console ended is still being found out. */
    record BeingFoundOut(Action action) implements RunStanding {}

    /** It is over. */
    record Ended(RunVerdict verdict) implements RunStanding {}
}
