package org.billrunconsole.ui.board;

import java.util.EnumSet;
import java.util.Set;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Stage;

/** Where a run of the month stands; each is a column of the board. */
public enum BoardStage {
    OPEN, REPORTING, REPORTED, DRAFT_INVOICES, DRAFTS_READY, FULL_INVOICES, DISTRIBUTION, FINISHED,
    /** The server says something of it that this console does not know, or two things that do not go together. */
    UNCLEAR;

    /** The column of a run that stands so. */
    static BoardStage of(Progress progress) {
        return switch (progress) {
            case Progress.Open _ -> OPEN;
            case Progress.Starting _ -> REPORTING;
            case Progress.Running(var stage, _) -> working(stage);
            case Progress.RunningOrWaiting(var stage) -> working(stage);
            case Progress.Ready(var stage) -> switch (stage) {
                case DRAFT_INVOICES -> DRAFTS_READY;
                case FULL_INVOICES -> FULL_INVOICES;
                default -> REPORTED;
            };
            case Progress.Finished _ -> FINISHED;
            case Progress.Unclear _ -> UNCLEAR;
        };
    }

    /** The stages of the API whose runs stand in it; none where that is not known. */
    public Set<Stage.Known> stages() {
        return switch (this) {
            case OPEN -> Set.of(Stage.Known.PROPERTIES);
            case REPORTING, REPORTED -> Set.of(Stage.Known.STARTING, Stage.Known.REPORTING);
            case DRAFT_INVOICES, DRAFTS_READY -> Set.of(Stage.Known.DRAFT_INVOICES);
            case FULL_INVOICES -> Set.of(Stage.Known.FULL_INVOICES);
            case DISTRIBUTION -> EnumSet.range(Stage.Known.DISTRIBUTION, Stage.Known.ARCHIVING);
            case FINISHED -> Set.of(Stage.Known.FINISHED);
            case UNCLEAR -> Set.of();
        };
    }

    private static BoardStage working(Stage.Known stage) {
        return switch (stage) {
            case PROPERTIES, STARTING, REPORTING -> REPORTING;
            case DRAFT_INVOICES -> DRAFT_INVOICES;
            case FULL_INVOICES -> FULL_INVOICES;
            case DISTRIBUTION, COMBINING_INVOICES, PAYMENT, REACTIVATING_RPIS, ARCHIVING -> DISTRIBUTION;
            case FINISHED -> FINISHED;
        };
    }
}
