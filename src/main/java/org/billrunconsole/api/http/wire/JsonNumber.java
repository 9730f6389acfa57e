package org.billrunconsole.api.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads numbers that may be written as JSON numbers or as text, without losing digits. */
final class JsonNumber {

    private static final int MOST_DIGITS = 40;

    private JsonNumber() {}

    /** A whole number within 64 bits; 3.0 is 3, 3.5 is none. */
    static OptionalLong whole(JsonNode node) {
        try {
            var decimal = decimal(node);
            return decimal.isPresent() ? OptionalLong.of(decimal.get().longValueExact()) : OptionalLong.empty();
        } catch (ArithmeticException _) {
            return OptionalLong.empty();
        }
    }

    static Optional<BigDecimal> decimal(JsonNode node) {
        if (!node.isNumber() && !(node.isTextual() && node.textValue().length() <= 2 * MOST_DIGITS)) {
            return Optional.empty();
        }
        try {
            var decimal = node.isNumber() ? node.decimalValue() : new BigDecimal(node.textValue().strip());
            // 1e999999999 is short to send and very long to show.
            boolean sane = decimal.scale() >= -MOST_DIGITS && decimal.scale() <= MOST_DIGITS
                    && decimal.precision() <= MOST_DIGITS;
            return sane ? Optional.of(decimal) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
