package org.billrunconsole.i18n;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Dates, numbers, money and lengths of time in the user's way of writing them. */
public final class Formats {

    /** What stands where the server sent nothing. */
    public static final String NONE = "—";

    private final Locale locale;
    private final ZoneId zone;
    private final DayReader days;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dayMonth;
    private final DateTimeFormatter monthOfYear;
    private final DateTimeFormatter time;
    private final DateTimeFormatter timeOfDay;
    private final DateTimeFormatter dateTime;

    /**
     * @param locale of the texts around them, see {@link Messages#locale()}: one sentence has one kind of digits
     * @param zone   where the user's clock is
     */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        days = new DayReader(locale);
        // Day, month name, year: the one order that cannot be misread on either side of the Atlantic.
        date = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        dayMonth = DateTimeFormatter.ofPattern("d MMM", locale);
        monthOfYear = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
        time = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
        timeOfDay = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(zone);
        dateTime = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", locale).withZone(zone);
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    /** A day without its year, where it is one of the next or last ones: {@code 5 Dec}. */
    public String dayOfMonth(LocalDate day) {
        return dayMonth.format(day);
    }

    /** A month by its name: {@code November 2026}. */
    public String month(YearMonth month) {
        return monthOfYear.format(month);
    }

    /** What day a text names, as {@link #date} or people write it. */
    public DayReader.Reading readDay(String text) {
        return days.read(text);
    }

    /** A period as short as it can be said: {@code 1 – 30 Nov 2026}, {@code 28 Oct – 27 Nov 2026}. */
    public String period(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return date(from);
        }
        if (from.getYear() != to.getYear()) {
            return date(from) + " – " + date(to);
        }
        var start = from.getMonth() == to.getMonth() ? Integer.toString(from.getDayOfMonth()) : dayMonth.format(from);
        return start + " – " + date(to);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** Whole units of a currency; the bare number where the currency is not known. */
    public String money(long majorUnits, Optional<String> currencyCode) {
        return withCurrency(number(majorUnits), currencyCode);
    }

    /** A sum of whole units, which may be more than any one of them. */
    public String money(BigInteger majorUnits, Optional<String> currencyCode) {
        return withCurrency(NumberFormat.getIntegerInstance(locale).format(majorUnits), currencyCode);
    }

    /** An exact amount, with the currency's decimals. */
    public String money(BigDecimal amount, Optional<String> currencyCode) {
        var format = NumberFormat.getNumberInstance(locale);
        var digits = currencyCode.flatMap(Formats::currency).map(Currency::getDefaultFractionDigits).orElse(2);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(Math.max(digits, amount.scale()));
        return withCurrency(format.format(amount), currencyCode);
    }

    /** Wall-clock time with seconds. */
    public String time(Instant when) {
        return time.format(when);
    }

    /** Wall-clock time without seconds. */
    public String timeOfDay(Instant when) {
        return timeOfDay.format(when);
    }

    public String dateTime(Instant when) {
        return dateTime.format(when);
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** How long a call took, to the millisecond: {@code 1,204 ms}. */
    public String milliseconds(Duration length) {
        return number(length.toMillis()) + " ms";
    }

    /** A length of time in its two largest units: {@code 8 min 20 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    public String duration(Duration length) {
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, length.toSeconds()) + " s";
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
        }
        if (length.compareTo(Duration.ofDays(1)) < 0) {
            return two(length.toHours(), "h", length.toMinutesPart(), "min");
        }
        return two(length.toDays(), "d", length.toHoursPart(), "h");
    }

    /** What is left until something ends, in minutes and seconds: {@code 14:05}. */
    public String countdown(Duration left) {
        return String.format(locale, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    private String withCurrency(String number, Optional<String> code) {
        if (code.isEmpty()) {
            return number;
        }
        var symbol = currency(code.get()).map(currency -> symbol(currency)).orElse(code.get());
        var separator = symbol.chars().allMatch(Character::isLetter) ? " " : "";
        return number.startsWith("-") ? "-" + symbol + separator + number.substring(1) : symbol + separator + number;
    }

    private String symbol(Currency currency) {
        return currency.getSymbol(locale);
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            // A server may name a currency this JDK does not know; its code is shown as it came.
            return Optional.empty();
        }
    }
}
