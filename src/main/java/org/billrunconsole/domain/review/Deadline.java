package org.billrunconsole.domain.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;

/**
 * Until when an open run can be closed, by its billing cycle. Counted in days of the calendar: neither the vendor nor
 * this console says in which time zone a day begins, so the last day is not to be used to its end.
 *
 * @param periodEnd     last day of the period, from which the days are counted
 * @param daysBefore    how many days before it closing is possible
 * @param daysAfter     how many days after it
 * @param assumed       true if the cycle did not say one of them, so that the vendor's default stands for it
 * @param completion    whether the system closes the run if nobody does
 * @param closesOn      the day on which it does, as far as the cycle says; presumably counted from the period's end
 * @param closesAt      the time of that day, in a zone that is not documented
 * @param today         the day on which this holds, by the operator's calendar
 */
public record Deadline(LocalDate periodEnd, int daysBefore, int daysAfter, boolean assumed, Completion completion,
        Optional<LocalDate> closesOn, Optional<LocalTime> closesAt, LocalDate today) {

    /** With so many days left somebody should look at the run. */
    public static final int SOON_DAYS = 3;

    private static final String DISABLED = "DISABLED";

    /** Whether the system closes the run if nobody does. */
    public enum Completion {
        /** The cycle's completion type says that it does. */
        BY_ITSELF,
        /** It would, but this run is paused. */
        PAUSED,
        /** The cycle's completion type says that it does not. */
        NOT,
        /** The cycle does not say. */
        NOT_KNOWN
    }

    /** Where a day stands in the window. */
    public enum Phase {
        NOT_YET, CLOSEABLE, PAST
    }

    /** Empty unless the run is open, and its period and its cycle are known. */
    public static Optional<Deadline> of(Run run, Optional<BillingCycle> cycle, LocalDate today) {
        if (!(run instanceof BillRun regular) || !run.hasStatus(RunStatus.Known.OPEN)) {
            return Optional.empty();
        }
        return cycle.flatMap(each -> regular.periodEnd().map(end -> of(regular, each, end, today)));
    }

    private static Deadline of(BillRun run, BillingCycle cycle, LocalDate end, LocalDate today) {
        var completion = completion(run, cycle);
        var automatic = completion == Completion.BY_ITSELF;
        return new Deadline(end, cycle.maxDaysBeforeClose().orElse(BillingCycle.DEFAULT_WINDOW_DAYS),
                cycle.maxDaysAfterClose().orElse(BillingCycle.DEFAULT_WINDOW_DAYS),
                cycle.maxDaysBeforeClose().isEmpty() || cycle.maxDaysAfterClose().isEmpty(), completion,
                automatic ? day(end, cycle.autoCloseOffsetDays()) : Optional.empty(),
                automatic ? time(cycle.autoCloseHour(), cycle.autoCloseMinute()) : Optional.empty(), today);
    }

    private static Completion completion(BillRun run, BillingCycle cycle) {
        if (cycle.completionType().isEmpty()) {
            return Completion.NOT_KNOWN;
        }
        return cycle.completionType().get().equals(DISABLED)
                ? Completion.NOT
                : run.paused().orElse(false) ? Completion.PAUSED : Completion.BY_ITSELF;
    }

    private static Optional<LocalDate> day(LocalDate end, OptionalInt offset) {
        return offset.isPresent() ? Optional.of(end.plusDays(offset.getAsInt())) : Optional.empty();
    }

    private static Optional<LocalTime> time(OptionalInt hour, OptionalInt minute) {
        var isTime = hour.isPresent() && hour.getAsInt() >= 0 && hour.getAsInt() <= 23
                && minute.orElse(0) >= 0 && minute.orElse(0) <= 59;
        return isTime ? Optional.of(LocalTime.of(hour.getAsInt(), minute.orElse(0))) : Optional.empty();
    }

    /** First day on which the run may be closed. */
    public LocalDate from() {
        return periodEnd.minusDays(daysBefore);
    }

    /** Last day on which the run may be closed. */
    public LocalDate until() {
        return periodEnd.plusDays(daysAfter);
    }

    public Phase phase() {
        return today.isBefore(from()) ? Phase.NOT_YET : today.isAfter(until()) ? Phase.PAST : Phase.CLOSEABLE;
    }

    /** Days from today to the last one: 0 on the last day, negative after it. */
    public long daysLeft() {
        return ChronoUnit.DAYS.between(today, until());
    }

    /** True if today or one of the next days is the last; false once it is past. */
    public boolean isDueWithin(int days) {
        return phase() != Phase.PAST && daysLeft() <= days;
    }
}
