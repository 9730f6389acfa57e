package org.billrunconsole.ui.board;

import java.util.Set;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.runs.review.NeedsAttention;

/** How urgent a run is; the most urgent first, as cards stand in a column. */
public enum Standing {
    /** It stands still, or the last day on which it could be closed has passed. */
    LATE,
    /** What became of a change is not known, or what the server says of it is not clear. */
    UNKNOWN,
    /** The next move is a person's, or somebody should look at it. */
    WAITS,
    /** The server is at work. */
    WORKS,
    /** Nothing to do yet. */
    QUIET,
    /** Through. */
    DONE;

    /** @param reasons why somebody should look at the run */
    static Standing of(Progress progress, Set<NeedsAttention> reasons) {
        if (reasons.contains(NeedsAttention.OUTCOME_UNKNOWN) || progress instanceof Progress.Unclear) {
            return UNKNOWN;
        }
        if (reasons.contains(NeedsAttention.STALLED) || reasons.contains(NeedsAttention.CLOSING_DEADLINE_PAST)) {
            return LATE;
        }
        if (!reasons.isEmpty()) {
            return WAITS;
        }
        return progress.isActive() ? WORKS : progress instanceof Progress.Finished ? DONE : QUIET;
    }
}
