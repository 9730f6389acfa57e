package org.billrunconsole.domain.plan;

/** Where a plan stands. */
public enum PlanPhase {
    /** It sends what is due. */
    RUNNING,
    /** The operator has paused it: runs are watched, nothing is sent. */
    PAUSED,
    /** The operator has stopped it; what is being sent comes to its end first. */
    STOPPING,
    /** Every run has its verdict. */
    ENDED,
    /** The console that ran it ended; nothing is sent until an operator resumes it. */
    INTERRUPTED,
    /** Another console on this machine runs it. */
    RUN_ELSEWHERE
}
