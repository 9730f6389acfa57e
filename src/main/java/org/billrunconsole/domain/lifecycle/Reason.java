package org.billrunconsole.domain.lifecycle;

import java.util.List;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/**
 * Why an action cannot be done now, in a form that can be put into words.
 *
 * @param code what stands in the way
 * @param args what the words need: numbers, {@link RunStatus}es, {@link Stage}s, or text as the server sent it
 */
public record Reason(Code code, List<Object> args) {

    /** Everything that can stand in the way of an action. */
    public enum Code {
        NO_JOURNAL, CHANGES_RULED_OUT, READ_ONLY_CONNECTION, READ_ONLY_USER, STALE, PAUSED, OUTCOME_UNKNOWN,
        ACTION_UNDER_WAY,
        STATUS_UNKNOWN,
        STAGE_UNKNOWN,
        STATUS_MISSING, CONTRADICTION, STARTING, ALREADY_CLOSED, ALREADY_PAST, FINALIZED, NOT_CLOSED, STAGE_RUNNING,
        NEEDS_FULL_INVOICES, INVOICES_MADE, ONLY_OPEN, NO_DRAFTS_FOR_ADHOC, NICKNAME_ADHOC_ONLY, SCHEDULE_REGULAR_ONLY,
        REOPEN_NOT_CONFIGURED, REOPEN_ONLY_CLOSED, DISTRIBUTING, NOTHING_TO_CHANGE, CURRENCY_UNKNOWN
    }

    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(Code code, Object... args) {
        return new Reason(code, List.of(args));
    }
}
