package org.billrunconsole.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;

/** Why a run of a plan was not taken where it was to go, as values that can be put into words and kept. */
public sealed interface StopReason {

    /** The step was not allowed. */
    record NotAllowed(Action action, Reason reason) implements StopReason {}

    /** Checks that nobody had accepted warn of the step. */
    record Warned(Action action, List<Check> checks) implements StopReason {

        public Warned {
            checks = List.copyOf(checks);
        }
    }

    /** Nothing has changed in the stage for longer than it may. */
    record Stalled(Stage.Known stage, Instant since) implements StopReason {}

    /**
     * The server refused the step, or it never left this machine.
     *
     * @param kind the simple name of the {@link org.billrunconsole.domain.Failure}
     * @param said what the server or the network said, without secrets; empty if nothing
     */
    record Failed(Action action, String kind, String said) implements StopReason {}

    /**
     * The step may have arrived, and nobody knows yet, or it has been found out since.
     *
     * @param found empty while it is being found out
     */
    record OutcomeUnknown(Action action, Optional<Finding> found) implements StopReason {}

    /** Somebody changed the run after it was shown. */
    record Changed(List<FieldChange> changes) implements StopReason {

        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The run is in a stage into which this plan did not bring it: somebody else has, or the server by itself.
     *
     * @param expected where the plan had left it; empty if the server had sent no stage
     * @param now      where it is; empty if the server sends no stage
     */
    record MovedOn(Optional<Stage> expected, Optional<Stage> now) implements StopReason {}

    /** Reasons that need no values. */
    enum Plain implements StopReason {
        /** The operator stopped the plan, or left it after an interruption. */
        BY_OPERATOR,
        /** Another run of the plan was not done, and the plan was to stop then. */
        AFTER_FAILURE,
        /** The server does not list the run any more. */
        RUN_GONE,
        /** The journal, or the plan's own file, could not be written, so nothing was sent. */
        NOTHING_KEPT,
        /** Another change of the run was under way. */
        ANOTHER_CHANGE,
        /** The server that it was sent to has ended for good, as the built-in sandbox does. */
        SERVER_GONE
    }
}
