package org.billrunconsole.ui.plan.panel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.ui.kit.Tone;

/**
 * A run of a plan as the panel shows it: values only, so that it is put together away from the window's thread.
 *
 * @param mark       how it stands, for its sign
 * @param steps      one for each of the panel's steps
 * @param where      where it stands, in a line
 * @param whole      the same with what was not done and what to do
 * @param accessible the whole line as a screen reader says it
 * @param unproven   the present stage, if the operator may say that it is done
 */
record PlanPanelLine(RunKey run, Mark mark, String name, List<Step> steps, String revenue, String where, String whole,
        String accessible, Optional<Stage.Known> unproven) {

    PlanPanelLine {
        steps = List.copyOf(steps);
    }

    /** Whether the operator may say that its present stage is done. */
    boolean canSayDone() {
        return unproven.isPresent();
    }

    /** How a run stands, by a sign that needs no colour. */
    enum Mark {
        DONE, RUNNING, NEEDS_WORD, STOPPED, UNKNOWN, WAITING, SKIPPED;

        Tone tone() {
            return switch (this) {
                case DONE -> Tone.SUCCESS;
                case RUNNING -> Tone.ACCENT;
                case NEEDS_WORD, STOPPED, UNKNOWN -> Tone.WARNING;
                case WAITING, SKIPPED -> Tone.NEUTRAL;
            };
        }
    }

    /** How a step of a run stands. */
    enum StepState {
        DONE, RUNNING, STOPPED, AHEAD,
        /** The run does not go through it here. */
        NONE;
    }

    /**
     * A step of a run.
     *
     * @param share how much of it is done, 0 to 1; empty where that is not known
     */
    record Step(StepState state, OptionalDouble share) {

        static final Step DONE = new Step(StepState.DONE, OptionalDouble.of(1));
        static final Step STOPPED = new Step(StepState.STOPPED, OptionalDouble.of(1));
        static final Step AHEAD = new Step(StepState.AHEAD, OptionalDouble.of(0));
        static final Step NONE = new Step(StepState.NONE, OptionalDouble.of(0));

        static Step running(OptionalDouble share) {
            return new Step(StepState.RUNNING, share);
        }

        /** How much of it counts as done. */
        double done() {
            return state == StepState.DONE || state == StepState.RUNNING ? share.orElse(0) : 0;
        }
    }
}
