package org.billrunconsole.runs.write;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;

/**
 * A regular run's schedule moved by whole periods, and whether a reading shows just that move: its direction and its
 * size. The vendor does not say whether both ends of the period move, so either is enough.
 *
 * @param before  the run before the move
 * @param periods by how many periods, not 0
 * @param cycle   the run's billing cycle; without it a period's length is read off the run itself
 */
record ScheduleMove(BillRun before, int periods, Optional<BillingCycle> cycle) {

    /** A month's end may move by a day or three where months differ in length. */
    private static final int MONTH_ENDS_DIFFER_BY = 3;

    /** True if a run has both ends of its period. */
    static boolean saysBoth(BillRun run) {
        return run.periodStart().isPresent() && run.periodEnd().isPresent();
    }

    /** True if two readings have the same period. */
    static boolean isSame(BillRun one, BillRun other) {
        return one.periodStart().equals(other.periodStart()) && one.periodEnd().equals(other.periodEnd());
    }

    /** True if a later reading has a period, moved in the direction of {@code periods}. */
    static boolean goesTheWayOf(int periods, BillRun before, BillRun later) {
        return saysBoth(before) && saysBoth(later)
                && (Integer.signum(compared(before.periodStart(), later.periodStart())) == Integer.signum(periods)
                        || Integer.signum(compared(before.periodEnd(), later.periodEnd())) == Integer.signum(periods));
    }

    private static int compared(Optional<LocalDate> before, Optional<LocalDate> later) {
        return later.orElseThrow().compareTo(before.orElseThrow());
    }

    /** True if the run was moved so far and no further. */
    boolean isShownBy(BillRun now) {
        return isShown(before.periodStart(), now.periodStart()) || isShown(before.periodEnd(), now.periodEnd());
    }

    private boolean isShown(Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.isPresent() && to.isPresent() && expected(from.get())
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, to.get())) <= tolerance())
                .isPresent();
    }

    private Optional<LocalDate> expected(LocalDate day) {
        return cycle.flatMap(known -> known.shifted(day, periods))
                .or(() -> length().map(length -> day.plus(length.multipliedBy(periods))));
    }

    /** One period as the run's own dates show it: whole months where it begins and ends so, otherwise days. */
    private Optional<Period> length() {
        if (!saysBoth(before) || before.periodEnd().get().isBefore(before.periodStart().get())) {
            return Optional.empty();
        }
        var start = before.periodStart().get();
        var next = before.periodEnd().get().plusDays(1);
        var calendar = start.until(next);
        return Optional.of(calendar.getDays() == 0
                ? Period.ofMonths(Math.toIntExact(calendar.toTotalMonths()))
                : Period.ofDays(Math.toIntExact(ChronoUnit.DAYS.between(start, next))));
    }

    private int tolerance() {
        var monthly = cycle.flatMap(BillingCycle::periodUnit)
                .map("MONTHLY"::equals)
                .orElseGet(() -> length().filter(length -> length.getMonths() > 0).isPresent());
        return monthly ? MONTH_ENDS_DIFFER_BY : 0;
    }
}
