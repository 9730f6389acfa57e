package org.billrunconsole.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields of the settings leniently: what is missing or strange becomes what is usual. */
final class Fields {

    private Fields() {}

    static String text(JsonNode node, String field, String usual) {
        return node.path(field).isTextual() ? node.path(field).textValue() : usual;
    }

    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(text(node, field, "")).filter(text -> !text.isBlank());
    }

    static boolean flag(JsonNode node, String field, boolean usual) {
        return node.path(field).isBoolean() ? node.path(field).booleanValue() : usual;
    }

    static int number(JsonNode node, String field, Range range, int usual) {
        var value = node.path(field);
        return value.isInt() && range.contains(value.intValue()) ? value.intValue() : usual;
    }

    static <E extends Enum<E>> E choice(JsonNode node, String field, E usual) {
        return Stream.of(usual.getDeclaringClass().getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(node.path(field).asText()))
                .findFirst()
                .orElse(usual);
    }

    /** Writes a text, or takes the field away. */
    static void put(ObjectNode node, String field, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            node.remove(field);
        } else {
            node.put(field, text);
        }
    }

    /** The object in a field, put there if something else or nothing is. */
    static ObjectNode object(ObjectNode node, String field) {
        return node.get(field) instanceof ObjectNode present ? present : node.putObject(field);
    }
}
