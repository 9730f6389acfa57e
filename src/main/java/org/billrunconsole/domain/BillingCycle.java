package org.billrunconsole.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the console uses of a billing cycle ({@code GET /billing-cycles}, optional).
 *
 * @param id                    identifier
 * @param name                  name
 * @param currencyCode          ISO 4217 code of its runs' money
 * @param periodUnit            DAILY, WEEKLY, MONTHLY, or whatever else was sent
 * @param lengthOfPeriod        units in one run's period, 1 to 12; 3 with MONTHLY is a quarterly cycle
 * @param maxDaysBeforeClose    how many days before the period's end a run may be closed at the earliest
 * @param maxDaysAfterClose     how many days after the period's end a run may be closed at the latest
 * @param completionType        how its runs are completed automatically, for example DISABLED or CLOSE_ONLY
 * @param autoCloseHour         hour of day of the automatic close; its time zone is not documented
 * @param autoCloseMinute       minute of it
 * @param autoCloseOffsetDays   days relative to (presumably) the period's end; may be negative
 * @param groupName             what the list's group filter matches
 */
public record BillingCycle(long id, String name, Optional<String> currencyCode, Optional<String> periodUnit,
        OptionalInt lengthOfPeriod, OptionalInt maxDaysBeforeClose, OptionalInt maxDaysAfterClose,
        Optional<String> completionType, OptionalInt autoCloseHour, OptionalInt autoCloseMinute,
        OptionalInt autoCloseOffsetDays, Optional<String> groupName) {

    /** The vendor's default for both ends of the closeable window, in days. */
    public static final int DEFAULT_WINDOW_DAYS = 15;

    /** Most units in one run's period, by the contract. */
    private static final int LONGEST_PERIOD = 12;

    /** First day on which a run whose period ends on that day may be closed. */
    public LocalDate closeableFrom(LocalDate periodEnd) {
        return periodEnd.minusDays(maxDaysBeforeClose.orElse(DEFAULT_WINDOW_DAYS));
    }

    /** Last day on which such a run may be closed. */
    public LocalDate closeableUntil(LocalDate periodEnd) {
        return periodEnd.plusDays(maxDaysAfterClose.orElse(DEFAULT_WINDOW_DAYS));
    }

    /** True if the system may close or finalise runs of this cycle by itself. */
    public boolean completesByItself() {
        return completionType.filter(type -> !type.equals("DISABLED")).isPresent();
    }

    /** A day moved by whole periods of this cycle; empty where unit or length are not of the documented ones. */
    public Optional<LocalDate> shifted(LocalDate day, int periods) {
        if (lengthOfPeriod.orElse(1) < 1 || lengthOfPeriod.orElse(1) > LONGEST_PERIOD) {
            return Optional.empty();
        }
        long units = (long) periods * lengthOfPeriod.orElse(1);
        return periodUnit.flatMap(unit -> switch (unit) {
            case "DAILY" -> Optional.of(day.plusDays(units));
            case "WEEKLY" -> Optional.of(day.plusWeeks(units));
            case "MONTHLY" -> Optional.of(day.plusMonths(units));
            default -> Optional.empty();
        });
    }
}
