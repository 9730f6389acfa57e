package org.billrunconsole.domain.review;

import java.math.BigDecimal;
import java.util.List;
import org.billrunconsole.domain.RunStatus;

/**
 * Something about a run that deserves a look before the next step. It holds values, not words.
 *
 * @param args what the words need, in the order given at the kind: {@code Long} counts and ids,
 *             {@link java.time.LocalDate}s, {@link java.time.Instant}s, {@link Money}, {@link RunStatus}, text
 */
public record Check(Kind kind, Severity severity, List<Object> args) {

    /** An amount in the currency of the run's cycle. */
    public record Money(BigDecimal amount) {}

    /** Everything that is looked at. */
    public enum Kind {
        /** Usage records in suspense: how many. */
        USAGE_SUSPENSE,
        /** Rental records in suspense: how many. */
        RENTAL_SUSPENSE,
        /** The period's last day has not passed: that day. */
        PERIOD_NOT_OVER,
        /** The cycle does not let the run be closed yet: first day. */
        NOT_CLOSEABLE_YET,
        /** The cycle does not let the run be closed any more: last day. */
        NOT_CLOSEABLE_ANY_MORE,
        /** The invoice date lies in the past: the date. */
        INVOICE_DATE_PAST,
        /** The invoice date is a Saturday or Sunday: the date. */
        INVOICE_DATE_WEEKEND,
        /** The invoice date is not within a month after the period: the date, the first and the last day of it. */
        INVOICE_DATE_FAR,
        /** There is no revenue. */
        REVENUE_ZERO,
        /** Less revenue than usual: revenue, usual revenue, difference in percent, runs compared with. */
        REVENUE_LOW,
        /** More revenue than usual: the same. */
        REVENUE_HIGH,
        /** The largest invoice is much larger than usual: its value, the usual value, runs compared with. */
        LARGEST_INVOICE_HIGH,
        /** Usage counts only to a day before the period's end: that day, the period's end. */
        USAGE_CUT_OFF_EARLY,
        /** The run before in the same cycle is not finalised: its name, its status. */
        PREVIOUS_NOT_FINALISED,
        /** Automatic closing leaves the run alone. */
        PAUSED,
        /**
         * Revenue is not what the drafts show: then, now, when the first was read, and how near that is to the
         * making of the drafts, as counted in {@link DraftFigures.Basis}.
         */
        DRAFT_REVENUE_CHANGED,
        /** Usage records in suspense are not as many as with the drafts: the same. */
        DRAFT_USAGE_SUSPENSE_CHANGED,
        /** Rental records in suspense are not as many as with the drafts: the same. */
        DRAFT_RENTAL_SUSPENSE_CHANGED,
        /** The largest invoice is not what the drafts show: the same. */
        DRAFT_LARGEST_INVOICE_CHANGED,
        /** It is a parallel run. */
        PARALLEL,
        /** Somebody else has changed the run lately: when that was seen. */
        CHANGED_BY_OTHERS,
        /** A move of the schedule would take the run into a period that its cycle has already: that run's name. */
        SCHEDULE_PERIOD_TAKEN,
        /** A move of the schedule would leave the invoice date behind: the date, the new period's last day. */
        SCHEDULE_DATE_BEHIND
    }

    public Check {
        args = List.copyOf(args);
    }

    public static Check of(Kind kind, Severity severity, Object... args) {
        return new Check(kind, severity, List.of(args));
    }
}
