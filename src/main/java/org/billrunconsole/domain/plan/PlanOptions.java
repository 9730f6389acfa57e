package org.billrunconsole.domain.plan;

/**
 * How a plan goes about its runs.
 *
 * @param mostInProgress how many runs may be on their way at a time, 1 to {@link #MOST_AT_A_TIME}
 * @param order          in which order runs begin; the plan's list has it already
 * @param stopOnFailure  true to send nothing more once a run is not done as planned, false to go on with the others
 */
public record PlanOptions(int mostInProgress, PlanOrder order, boolean stopOnFailure) {

    public static final int MOST_AT_A_TIME = 20;
    public static final PlanOptions DEFAULT = new PlanOptions(2, PlanOrder.AS_LISTED, false);

    public PlanOptions {
        if (mostInProgress < 1 || mostInProgress > MOST_AT_A_TIME) {
            throw new IllegalArgumentException("1 to " + MOST_AT_A_TIME + " at a time: " + mostInProgress);
        }
    }
}
