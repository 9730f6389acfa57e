package org.billrunconsole.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The forms of the API's number filters: {@code 1 | in:1,2 | gt:1 | lt:1 | ge:1 | le:1}. */
public sealed interface NumberFilter {

    /** Equal to the number. */
    record Is(BigDecimal number) implements NumberFilter {}

    /** Equal to one of the numbers. */
    record In(List<BigDecimal> numbers) implements NumberFilter {

        public In {
            numbers = List.copyOf(numbers);
            if (numbers.isEmpty()) {
                throw new IllegalArgumentException("One number or more");
            }
        }
    }

    /** More than the number. */
    record Above(BigDecimal number) implements NumberFilter {}

    /** Less than the number. */
    record Below(BigDecimal number) implements NumberFilter {}

    /** The number or more. */
    record AtLeast(BigDecimal number) implements NumberFilter {}

    /** The number or less. */
    record AtMost(BigDecimal number) implements NumberFilter {}

    /** The filter as a query value; numbers without an exponent. */
    default String wire() {
        return switch (this) {
            case Is(var number) -> number.toPlainString();
            case In(var numbers) -> "in:"
                    + numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(","));
            case Above(var number) -> "gt:" + number.toPlainString();
            case Below(var number) -> "lt:" + number.toPlainString();
            case AtLeast(var number) -> "ge:" + number.toPlainString();
            case AtMost(var number) -> "le:" + number.toPlainString();
        };
    }
}
