package org.billrunconsole.ui.runlist.columns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.export.Cell;
import org.billrunconsole.runs.ReferenceData;

/** What a column says of a run, apart from how it is written or drawn: for cells, the clipboard and files. */
public sealed interface CellValue {

    /** The server has sent nothing, or there is nothing to say. */
    record Nothing() implements CellValue {}

    /** Words, on one line. */
    record Words(String text) implements CellValue {

        public Words {
            text = DisplayText.line(text, DisplayText.LONGEST_TEXT);
        }
    }

    /** How many of something. */
    record Count(long number) implements CellValue {}

    /** A number that names something: it is written without separators and never added up. */
    record Id(long number) implements CellValue {}

    /** A share, 0 to 100. */
    record Percent(int number) implements CellValue {}

    /**
     * An amount.
     *
     * @param currency code of what it is in, as it is shown; the sign of any currency where that is not known
     * @param whole    whether it is in whole units, and shown without decimals
     */
    record Money(BigDecimal amount, Optional<String> currency, boolean whole) implements CellValue {}

    record Day(LocalDate day) implements CellValue {}

    /** A day of which words say more, such as how far off it is. */
    record WordedDay(LocalDate day, String text) implements CellValue {}

    CellValue NOTHING = new Nothing();

    static CellValue words(Optional<String> text) {
        return text.filter(some -> !DisplayText.isBlank(some)).<CellValue>map(Words::new).orElse(NOTHING);
    }

    static CellValue count(OptionalLong number) {
        return number.isPresent() ? new Count(number.getAsLong()) : NOTHING;
    }

    static CellValue id(OptionalLong number) {
        return number.isPresent() ? new Id(number.getAsLong()) : NOTHING;
    }

    static CellValue day(Optional<LocalDate> day) {
        return day.<CellValue>map(Day::new).orElse(NOTHING);
    }

    /** What a file of a spreadsheet holds for it. */
    default Cell cell() {
        return switch (this) {
            case Nothing _ -> Cell.NOTHING;
            case Words(var text) -> Cell.text(text);
            case Count(var number) -> Cell.number(number);
            case Id(var number) -> Cell.number(number);
            case Percent(var number) -> Cell.number(number);
            case Money(var amount, var currency, _) -> Cell.money(Optional.of(amount),
                    currency.filter(code -> !code.equals(ReferenceData.ANY_CURRENCY)));
            case Day(var day) -> Cell.day(Optional.of(day));
            case WordedDay(var day, _) -> Cell.day(Optional.of(day));
        };
    }

    /** Where it stands among others of its column, as a number; what says nothing stands before all others. */
    default long order() {
        return switch (this) {
            case Count(var number) -> number;
            case Id(var number) -> number;
            case Percent(var number) -> number;
            // In hundredths, which hold what any invoice is worth; the largest number stands for what is beyond.
            case Money(var amount, _, _) -> amount.movePointRight(2)
                    .min(BigDecimal.valueOf(Long.MAX_VALUE))
                    .max(BigDecimal.valueOf(Long.MIN_VALUE + 1))
                    .longValue();
            case Day(var day) -> day.toEpochDay();
            case WordedDay(var day, _) -> day.toEpochDay();
            case Nothing _,Words _ -> Long.MIN_VALUE;
        };
    }
}
