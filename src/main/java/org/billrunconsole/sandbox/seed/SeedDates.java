package org.billrunconsole.sandbox.seed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.billrunconsole.sandbox.data.Cycles;

/** The days that the seed's runs are arranged around, and the names that come from them. */
record SeedDates(LocalDate today) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    /** See {@link Cycles#billedMonth}. */
    YearMonth billed() {
        return Cycles.billedMonth(today);
    }

    /** True if the month today is in is not yet the one being billed. */
    boolean hasMonthToCome() {
        return !billed().equals(YearMonth.from(today));
    }

    LocalDate monday() {
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** For example "Nov 2026". "Sept" is cut, so that no month is longer than the others. */
    static String month(LocalDate start) {
        return MONTH.format(start).replace("Sept ", "Sep ");
    }

    static String week(LocalDate start) {
        return String.format(Locale.ROOT, "Week %02d", start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static String day(LocalDate day) {
        return DAY.format(day).replace("Sept ", "Sep ");
    }
}
