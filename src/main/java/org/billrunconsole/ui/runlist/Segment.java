package org.billrunconsole.ui.runlist;

import java.time.Duration;
import java.time.Instant;
import org.billrunconsole.domain.RunStatus;

/** The parts of the list that the segmented buttons choose. */
public enum Segment {
    ALL, ACTIVE, OPEN, CLOSED, FINALIZED;

    private static final Duration RECENT = Duration.ofHours(24);

    boolean holds(RunRow row, Instant now) {
        var run = row.run();
        return switch (this) {
            case ALL -> true;
            // A run that has just finished stays in sight for a day.
            case ACTIVE -> !run.hasStatus(RunStatus.Known.FINALIZED)
                    || row.changed().filter(when -> when.isAfter(now.minus(RECENT))).isPresent();
            case OPEN -> run.hasStatus(RunStatus.Known.OPEN);
            case CLOSED -> run.hasStatus(RunStatus.Known.CLOSED);
            case FINALIZED -> run.hasStatus(RunStatus.Known.FINALIZED);
        };
    }
}
