package org.billrunconsole.sandbox.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.billrunconsole.sandbox.wire.WireCycle;

/**
 * A billing cycle as the sandbox keeps it; {@link WireCycle} says how it looks from outside.
 *
 * @param startDay   day of the month, or of the week (1 is Monday), on which a period starts
 * @param window     days before and after the period's end within which a run may be closed
 * @param autoClose  when the system closes runs by itself; empty if it does not
 */
public record Cycle(long id, String name, String group, String currency, Unit unit, int startDay, Window window,
        Optional<AutoClose> autoClose) {

    /** What a period is counted in. */
    public enum Unit {
        DAILY, WEEKLY, MONTHLY
    }

    /** Days around the period's end. */
    public record Window(int before, int after) {}

    /** So many days after the period's end, at this time, in this user's name. */
    public record AutoClose(int offsetDays, LocalTime time, long userId) {}

    public LocalDate closeableFrom(LocalDate periodEnd) {
        return periodEnd.minusDays(window.before());
    }

    public LocalDate closeableUntil(LocalDate periodEnd) {
        return periodEnd.plusDays(window.after());
    }

    /** First day of the period that so many periods later follows one beginning on this day. */
    public LocalDate startAfter(LocalDate start, int periods) {
        return switch (unit) {
            case DAILY -> start.plusDays(periods);
            case WEEKLY -> start.plusWeeks(periods);
            case MONTHLY -> start.plusMonths(periods);
        };
    }

    /** Last day of the period that begins on this day. Counted from the next start, since months differ in length. */
    public LocalDate endOf(LocalDate start) {
        return startAfter(start, 1).minusDays(1);
    }

    /**
     * When a run is closed by the system: at its time once, and never if that time has already passed when the run is
     * made, moved or reopened. The vendor does not say; closing a run the moment somebody reopened it would be absurd.
     */
    public Instant closesByItself(LocalDate periodEnd, boolean paused, Instant now, ZoneId zone) {
        return autoClose.filter(_ -> !paused)
                .map(auto -> periodEnd.plusDays(auto.offsetDays()).atTime(auto.time()).atZone(zone).toInstant())
                .filter(now::isBefore)
                .orElse(Instant.MAX);
    }
}
