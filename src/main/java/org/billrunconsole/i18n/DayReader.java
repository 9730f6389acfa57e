package org.billrunconsole.i18n;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billrunconsole.domain.ContractDay;

/**
 * Reads a day as people of a region write it ({@code 5/12/2026}, {@code 5.12.2026}, {@code 5 décembre 2026},
 * {@code 2026年12月5日}), as ISO has it ({@code 2026-12-05}), and as it can be meant in one way only ({@code 5 Dec 2026},
 * {@code Dec 5, 2026}, {@code 31/12/2026}). It never guesses: a day that does not exist is not made to the month's last,
 * and where no country says whether day or month comes first, {@code 5/12/2026} is not read at all.
 */
public final class DayReader {

    /** What a text is. */
    public sealed interface Reading {

        /** The day it names. */
        default Optional<LocalDate> asDay() {
            return Optional.empty();
        }
    }

    /** Exactly one day. */
    public record Day(LocalDate day) implements Reading {

        @Override
        public Optional<LocalDate> asDay() {
            return Optional.of(day);
        }
    }

    /** No text that is a day. */
    public enum NoDay implements Reading {
        /** Nothing but space. */
        BLANK,
        /** A day that the calendar does not have, as 31 Feb. */
        NOT_IN_CALENDAR,
        /** Day and month can be exchanged. */
        TWO_WAYS,
        /** Anything else. */
        UNCLEAR
    }

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\. ?(\\d{1,2})\\. ?(\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2}) ?[/-] ?(\\d{1,2}) ?[/-] ?(\\d{4})");
    private static final Pattern DAY_FIRST = Pattern
            .compile("(\\d{1,2})(?:st|nd|rd|th)?\\.?[ -]?([^\\d ,-]+?)\\.?,?[ -]?(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern
            .compile("([^\\d ,-]+?)\\.? ?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})");

    /** So many letters of a month's name are enough. */
    private static final int LEAST_LETTERS = 3;

    private static final Pattern YEAR_FIRST = Pattern
            .compile("(\\d{4}) ?[/.年] ?(\\d{1,2}) ?[/.月] ?(\\d{1,2}) ?[.日]?");

    private final Locale locale;
    /** As the locale writes a day in figures, but each as long as people may write it. */
    private final String ownPattern;

    /** @param locale whose way of writing is understood, and whose names of months beside the English ones */
    public DayReader(Locale locale) {
        this.locale = locale;
        ownPattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.SHORT, null,
                IsoChronology.INSTANCE, locale).replaceAll("G+ ?|[\u200e\u200f]", "").replaceAll("[yu]+", "uuuu")
                .strip();
    }

    /** A day in figures, as the locale writes it, with all four digits of its year. */
    String inFigures(LocalDate day) {
        return DateTimeFormatter.ofPattern(ownPattern, locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .withChronology(IsoChronology.INSTANCE)
                .format(day);
    }

    /** Whether the day stands before the month. */
    boolean isDayFirst() {
        return ownPattern.indexOf('d') < ownPattern.indexOf('M');
    }

    public Reading read(String text) {
        // Also digits of other scripts, the spaces that do not break, and the marks that order letters of two directions.
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\u200e\\u200f\\u2066-\\u2069]", "")
                .strip()
                .replaceAll("\\s+", " ");
        var written = digits(plain);
        if (written.isEmpty()) {
            return NoDay.BLANK;
        }
        return iso(written).or(() -> own(written))
                .or(() -> dotted(written))
                .or(() -> yearFirst(written))
                .or(() -> slashed(written))
                .or(() -> named(DAY_FIRST.matcher(written), 1, 2))
                .or(() -> named(MONTH_FIRST.matcher(written), 2, 1))
                .orElse(NoDay.UNCLEAR);
    }

    private static Optional<Reading> iso(String text) {
        var found = ISO.matcher(text);
        return found.matches() ? Optional.of(day(number(found, 1), number(found, 2), number(found, 3)))
                : Optional.empty();
    }

    /** As the locale itself writes days: in figures, if it is of a country, and in words. */
    private Optional<Reading> own(String text) {
        var figures = locale.getCountry().isEmpty() ? Stream.<DateTimeFormatter>of()
                : Stream.of(
                        DateTimeFormatter.ofPattern(ownPattern.replaceAll("M+", "M").replaceAll("d+", "d"), locale));
        var words = Stream.of(FormatStyle.MEDIUM, FormatStyle.LONG, FormatStyle.FULL)
                .map(style -> DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE,
                        locale))
                .filter(pattern -> pattern.contains("MMM"))
                .map(pattern -> DateTimeFormatter.ofPattern(pattern.replaceAll("G+ ?", "").replaceAll("[yu]+", "uuuu")
                        .replaceAll("\\bd+\\b", "d"), locale));
        return Stream.concat(figures, words).flatMap(format -> parsed(text, format).stream()).findFirst();
    }

    private static Optional<Reading> parsed(String text, DateTimeFormatter format) {
        try {
            var day = LocalDate.from(new DateTimeFormatterBuilder().parseCaseInsensitive()
                    .append(format)
                    .toFormatter(format.getLocale())
                    .withChronology(IsoChronology.INSTANCE)
                    .withResolverStyle(ResolverStyle.STRICT)
                    .parse(text));
            return Optional.of(day(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        } catch (DateTimeException _) {
            // It is tried in another way, which tells a day that does not exist from what is no day at all.
            return Optional.empty();
        }
    }

    private static Optional<Reading> yearFirst(String text) {
        var found = YEAR_FIRST.matcher(text);
        return found.matches() ? Optional.of(day(number(found, 1), number(found, 2), number(found, 3)))
                : Optional.empty();
    }

    private static Optional<Reading> dotted(String text) {
        var found = DOTTED.matcher(text);
        return found.matches() ? Optional.of(day(number(found, 3), number(found, 2), number(found, 1)))
                : Optional.empty();
    }

    private static Optional<Reading> slashed(String text) {
        var found = SLASHED.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var one = number(found, 1);
        var two = number(found, 2);
        var months = Month.values().length;
        if (one != two && one <= months && two <= months) {
            return Optional.of(NoDay.TWO_WAYS);
        }
        return Optional.of(two > months ? day(number(found, 3), one, two) : day(number(found, 3), two, one));
    }

    private Optional<Reading> named(Matcher found, int dayGroup, int monthGroup) {
        return found.matches() ? month(found.group(monthGroup))
                .map(month -> day(number(found, 3), month.getValue(), number(found, dayGroup))) : Optional.empty();
    }

    private Optional<Month> month(String name) {
        var wanted = name.toLowerCase(locale);
        if (wanted.length() < LEAST_LETTERS) {
            return Optional.empty();
        }
        return Stream.of(Month.values())
                .filter(month -> Stream.of(locale, Locale.ENGLISH)
                        .flatMap(each -> Stream.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)
                                .map(style -> month.getDisplayName(style, each).toLowerCase(locale)))
                        .anyMatch(full -> full.startsWith(wanted) || full.replace(".", "").equals(wanted)))
                .findFirst();
    }

    private static Reading day(int year, int month, int day) {
        try {
            var read = LocalDate.of(year, month, day);
            return ContractDay.is(read) ? new Day(read) : NoDay.NOT_IN_CALENDAR;
        } catch (DateTimeException e) {
            return NoDay.NOT_IN_CALENDAR;
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static String digits(String text) {
        var latin = new StringBuilder();
        text.codePoints().forEach(each -> {
            if (Character.isDigit(each)) {
                latin.append(Character.digit(each, 10));
            } else {
                latin.appendCodePoint(each);
            }
        });
        return latin.toString();
    }
}
