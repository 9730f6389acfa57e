package org.billrunconsole.ui.runlist.find;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.ui.runlist.rows.RunTraits.Days;

/** Days that can be chosen in a filter: counted from today, so that a view of them stays right, or of one month. */
public sealed interface DaySpan {

    /** Days that move along with today. */
    enum Relative implements DaySpan {
        TODAY, NEXT_7_DAYS, LAST_MONTH, THIS_MONTH, NEXT_MONTH;

        @Override
        public Days on(LocalDate today) {
            var month = YearMonth.from(today);
            return switch (this) {
                case TODAY -> new Days(today, today);
                case NEXT_7_DAYS -> new Days(today, today.plusDays(7));
                case LAST_MONTH -> Days.of(month.minusMonths(1));
                case THIS_MONTH -> Days.of(month);
                case NEXT_MONTH -> Days.of(month.plusMonths(1));
            };
        }

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The days of one month. */
    record Month(YearMonth month) implements DaySpan {

        @Override
        public Days on(LocalDate today) {
            return Days.of(month);
        }

        @Override
        public String word() {
            return month.toString();
        }
    }

    /** The days that are meant on a day. */
    Days on(LocalDate today);

    /** By which it is remembered. */
    String word();

    /** What is meant by such a word; empty if nothing is. */
    static Optional<DaySpan> of(String word) {
        var relative = Stream.of(Relative.values()).filter(each -> each.word().equals(word)).findFirst();
        return relative.<DaySpan>map(each -> each).or(() -> month(word));
    }

    private static Optional<DaySpan> month(String word) {
        try {
            return Optional.of(new Month(YearMonth.parse(word)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
