package org.billrunconsole.ui.runlist.rows;

import org.billrunconsole.domain.RunStatus;

/** The parts of the list that the segmented buttons choose. */
public enum Segment {
    ALL, ACTIVE, OPEN, CLOSED, FINALIZED;

    boolean holds(RowFacts facts) {
        var run = facts.run();
        return switch (this) {
            case ALL -> true;
            // A run that has just finished stays in sight for a day.
            case ACTIVE -> !run.hasStatus(RunStatus.Known.FINALIZED) || facts.recent();
            case OPEN -> run.hasStatus(RunStatus.Known.OPEN);
            case CLOSED -> run.hasStatus(RunStatus.Known.CLOSED);
            case FINALIZED -> run.hasStatus(RunStatus.Known.FINALIZED);
        };
    }
}
