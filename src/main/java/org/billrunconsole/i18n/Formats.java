package org.billrunconsole.i18n;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates, numbers, money and lengths of time in the user's way of writing them. */
public final class Formats {

    /** What stands where the server sent nothing. */
    public static final String NONE = "—";

    private static final Pattern LETTERS_BEFORE_FIGURES = Pattern.compile("(?<=\\p{L})(?=\\p{Nd})");
    private static final Pattern MARKS = Pattern.compile("[\u200E\u200F\u061C]");

    private final Locale locale;
    private final ZoneId zone;
    private final DayReader days;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dayMonth;
    private final DateTimeFormatter monthOfYear;
    private final DateTimeFormatter time;
    private final DateTimeFormatter timeOfDay;

    /**
     * @param locale whose way of writing counts, see {@link Messages#region()}; its digits are used everywhere alike
     * @param zone   where the user's clock is
     */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        days = new DayReader(locale);
        // With the month's name: the one way that cannot be misread on either side of the Atlantic.
        date = formatter("yMMMd");
        dayMonth = formatter("MMMd");
        monthOfYear = formatter("yMMMM");
        time = formatter("jms").withZone(zone);
        timeOfDay = formatter("jm").withZone(zone);
    }

    /**
     * @param parts what is to be written of a moment, as {@link DateTimeFormatter#ofLocalizedPattern} names it; in which
     *              order and with what between them the locale says, but never in the years of another calendar, since
     *              a billing system has days of the common one
     */
    private DateTimeFormatter formatter(String parts) {
        return DateTimeFormatter.ofLocalizedPattern(parts)
                .withLocale(locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .withChronology(IsoChronology.INSTANCE);
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
        var inOneMonth = from.getMonth() == to.getMonth();
        // "1 – 30 Nov 2026" is short where days come first, and a riddle in "Nov 30, 2026".
        var first = inOneMonth && days.isDayFirst() ? number(from.getDayOfMonth()) + dot() : dayMonth.format(from);
        return first + " – " + date(to);
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** Whole units of a currency; the bare number where the currency is not known. */
    public String money(long majorUnits, Optional<String> currencyCode) {
        return money(BigDecimal.valueOf(majorUnits), 0, currencyCode);
    }

    /** A sum of whole units, which may be more than any one of them. */
    public String money(BigInteger majorUnits, Optional<String> currencyCode) {
        return money(new BigDecimal(majorUnits), 0, currencyCode);
    }

    /** An exact amount, with the currency's decimals. */
    public String money(BigDecimal amount, Optional<String> currencyCode) {
        return money(amount, currencyCode.flatMap(Formats::currency).map(Currency::getDefaultFractionDigits).orElse(2),
                currencyCode);
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
        return date(today(when)) + " " + time(when);
    }

    /** A day in figures alone, as people of the locale type it: {@code 05/12/2026}, {@code 05.12.2026}. */
    public String dayInFigures(LocalDate day) {
        return days.inFigures(day);
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
            return number(Math.max(0, length.toSeconds())) + " s";
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

    private String two(long large, String largeUnit, long small, String smallUnit) {
        return number(large) + " " + largeUnit + (small == 0 ? "" : " " + number(small) + " " + smallUnit);
    }

    /** What a locale writes behind a day that no month follows, as in German. */
    private String dot() {
        return dayMonth.format(LocalDate.EPOCH).startsWith(number(1) + ".") ? "." : "";
    }

    /** At least so many decimals, and as many as the amount has. */
    private String money(BigDecimal amount, int decimals, Optional<String> code) {
        var known = code.flatMap(Formats::currency);
        var format = known.isPresent() ? NumberFormat.getCurrencyInstance(locale)
                : NumberFormat.getNumberInstance(locale);
        known.ifPresent(format::setCurrency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(Math.max(decimals, amount.scale()));
        var number = format.format(amount);
        if (known.isPresent()) {
            // The JDK writes "PLN7" in English, and marks that some fonts draw as boxes in Arabic.
            return LETTERS_BEFORE_FIGURES.matcher(MARKS.matcher(number).replaceAll("")).replaceFirst("\u00A0");
        }
        return code.isEmpty() ? number : withCode(number, code.get());
    }

    /** A server may name a currency this JDK does not know; its code is shown as it came, where the locale has others. */
    private String withCode(String number, String code) {
        var separator = code.chars().allMatch(Character::isLetter) ? "\u00A0" : "";
        if (!isCurrencyInFront()) {
            return number + "\u00A0" + code;
        }
        return number.startsWith("-") ? "-" + code + separator + number.substring(1) : code + separator + number;
    }

    private boolean isCurrencyInFront() {
        return !(NumberFormat.getCurrencyInstance(locale) instanceof DecimalFormat format)
                || format.toPattern().indexOf('\u00A4') < format.toPattern().indexOf('0');
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
