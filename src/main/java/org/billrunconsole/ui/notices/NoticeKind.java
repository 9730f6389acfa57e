package org.billrunconsole.ui.notices;

import org.billrunconsole.runs.Notice;

/** What a notice is about, as the operator chooses among them. */
public enum NoticeKind {
    /** A stage is over, and the next step is a person's. */
    YOUR_TURN,
    /** A run is through. */
    FINISHED,
    /** What came of a change that was not answered for, or that nobody knows it yet. */
    OUTCOME,
    /** Nothing changes in a run any more. */
    STALLED,
    /** Somebody else changed the run that is looked at. */
    CHANGED,
    /** Not about one run: plans, connections, settings, the program itself. */
    CONSOLE;

    static NoticeKind of(Notice notice) {
        return switch (notice) {
            case Notice.StageEnded _ -> YOUR_TURN;
            case Notice.RunFinished _ -> FINISHED;
            case Notice.OutcomeFound _ -> OUTCOME;
            case Notice.Stalled _ -> STALLED;
            case Notice.ChangedElsewhere _ -> CHANGED;
        };
    }
}
