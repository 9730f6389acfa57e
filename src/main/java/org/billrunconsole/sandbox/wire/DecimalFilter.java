package org.billrunconsole.sandbox.wire;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billrunconsole.sandbox.lifecycle.Refusal;

/** The contract's number filter: {@code 1}, {@code in:1,2}, {@code gt:}, {@code lt:}, {@code ge:}, {@code le:}. */
public final class DecimalFilter {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    private DecimalFilter() {}

    /** @throws Refusal 400 if it is of no such form */
    public static Predicate<BigDecimal> of(String name, String filter) {
        var parts = filter.split(":", 2);
        if (parts.length == 1) {
            return compared(number(name, filter), order -> order == 0);
        }
        return switch (parts[0]) {
            case "in" -> Stream.of(parts[1].split(",", -1))
                    .map(each -> compared(number(name, each), order -> order == 0))
                    .reduce(Predicate::or)
                    .orElseThrow();
            case "gt" -> compared(number(name, parts[1]), order -> order > 0);
            case "lt" -> compared(number(name, parts[1]), order -> order < 0);
            case "ge" -> compared(number(name, parts[1]), order -> order >= 0);
            case "le" -> compared(number(name, parts[1]), order -> order <= 0);
            default -> throw notANumber(name);
        };
    }

    private static Predicate<BigDecimal> compared(BigDecimal with, IntPredicate fits) {
        return value -> fits.test(value.compareTo(with));
    }

    private static BigDecimal number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw notANumber(name);
        }
        return new BigDecimal(text);
    }

    private static Refusal notANumber(String name) {
        return Refusal.badRequest("Parameter '" + name + "' takes a number, in:, gt:, lt:, ge: or le:");
    }
}
