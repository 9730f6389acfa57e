package org.billrunconsole.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/** The value of one cell of a table, before anybody has made a text of it. */
public sealed interface Cell {

    /** Nothing is known, or nothing applies: an empty cell. */
    Cell NOTHING = new Nothing();

    /** An empty cell. */
    record Nothing() implements Cell {}

    /** Words, of this program or of a server; may be of several lines. */
    record Text(String text) implements Cell {}

    /** A number to calculate with. */
    record Number(BigDecimal value) implements Cell {}

    /**
     * Money, in whole units of a currency and their decimals.
     *
     * @param currency its code, if that is known
     */
    record Money(BigDecimal amount, Optional<String> currency) implements Cell {}

    /** A day of the calendar. */
    record Day(LocalDate day) implements Cell {}

    /** A point in time. */
    record Moment(Instant when) implements Cell {}

    /** Words; an empty cell if there are none. */
    static Cell text(String text) {
        return text.isEmpty() ? NOTHING : new Text(text);
    }

    static Cell number(long value) {
        return new Number(BigDecimal.valueOf(value));
    }

    static Cell number(OptionalLong value) {
        return value.isPresent() ? number(value.getAsLong()) : NOTHING;
    }

    static Cell day(Optional<LocalDate> day) {
        return day.<Cell>map(Day::new).orElse(NOTHING);
    }

    static Cell moment(Optional<Instant> when) {
        return when.<Cell>map(Moment::new).orElse(NOTHING);
    }

    /** @param currency code of the currency, if it is known */
    static Cell money(Optional<BigDecimal> amount, Optional<String> currency) {
        return amount.<Cell>map(value -> new Money(value, currency)).orElse(NOTHING);
    }
}
