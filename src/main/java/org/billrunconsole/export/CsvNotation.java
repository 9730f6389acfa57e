package org.billrunconsole.export;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;

/** How numbers and days stand in a CSV file, which has nothing but text. */
public final class CsvNotation {

    private final char decimalPoint;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    private CsvNotation(char decimalPoint, DateTimeFormatter day, DateTimeFormatter moment) {
        this.decimalPoint = decimalPoint;
        this.day = day;
        this.moment = moment;
    }

    /** The same everywhere, for programs: {@code 1234.5}, {@code 2026-11-30}, {@code 2026-11-30T14:02:11Z}. */
    public static CsvNotation iso(ZoneId zone) {
        return new CsvNotation('.', DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone));
    }

    /**
     * As a spreadsheet in this region reads it: {@code 1234,5}, {@code 30.11.2026}. In the digits that all of them read,
     * in the years of the common calendar, with all four digits of each year, and nothing between thousands.
     */
    public static CsvNotation local(Locale locale, ZoneId zone) {
        var days = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null, IsoChronology.INSTANCE,
                locale)
                .replaceAll("[yu]+", "uuuu")
                .replaceAll("G+", "");
        return new CsvNotation(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ',' : '.',
                formatter(days, locale), formatter(days + " HH:mm:ss", locale).withZone(zone));
    }

    /** What separates cells where a comma separates decimals, and where it does not. */
    public static char separatorOf(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ',' ? ';' : ',';
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withDecimalStyle(DecimalStyle.STANDARD)
                .withChronology(IsoChronology.INSTANCE);
    }

    /** A number and a day, for people to see what it is like. */
    public String example() {
        return number(new BigDecimal("1234.5")) + "  " + day(LocalDate.of(2026, 11, 30));
    }

    String number(BigDecimal value) {
        return value.toPlainString().replace('.', decimalPoint);
    }

    String day(LocalDate value) {
        return day.format(value);
    }

    String moment(Instant when) {
        return moment.format(when);
    }
}
