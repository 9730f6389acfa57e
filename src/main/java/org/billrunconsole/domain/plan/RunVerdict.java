package org.billrunconsole.domain.plan;

import java.util.Optional;

/**
 * How a run ended in a plan. Each run of a plan gets one.
 *
 * @param why empty only if it is done
 */
public record RunVerdict(Outcome outcome, Optional<StopReason> why) {

    /** What became of a run. */
    public enum Outcome {
        /** It is where the plan was to take it. */
        DONE,
        /** The server refused a step. */
        REFUSED,
        /** Nothing was sent for it. */
        NOT_SENT,
        /** A step may have arrived; see what was found out since. */
        UNKNOWN,
        /** It was taken part of the way; nothing more was sent after that. */
        STOPPED,
        /** It was not part of the work from the beginning, and the operator saw that. */
        SKIPPED
    }

    public static final RunVerdict DONE = new RunVerdict(Outcome.DONE, Optional.empty());

    public RunVerdict {
        if ((outcome == Outcome.DONE) != why.isEmpty()) {
            throw new IllegalArgumentException("Why it is not done is said, and nothing else: " + outcome + " " + why);
        }
    }

    public RunVerdict(Outcome outcome, StopReason why) {
        this(outcome, Optional.of(why));
    }

    /** True if somebody has to look at the run. */
    public boolean needsPerson() {
        return outcome != Outcome.DONE && outcome != Outcome.SKIPPED
                && why.filter(reason -> reason == StopReason.Plain.BY_OPERATOR
                        || reason == StopReason.Plain.AFTER_FAILURE).isEmpty();
    }
}
