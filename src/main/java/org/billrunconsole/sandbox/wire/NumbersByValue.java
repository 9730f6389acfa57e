package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Copies JSON with every number in one form. By RFC 6902, section 4.6, numbers are equal if their values are; to the
 * library that applies patches 1, 1.0 and a 1 that was stored as a long are three things.
 */
final class NumbersByValue {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private NumbersByValue() {}

    /** @param json read with exact decimals, as {@link SandboxJson} does: it holds no infinite number */
    static JsonNode of(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> of(object);
            case ArrayNode array -> of(array);
            default -> json.isNumber() ? NODES.numberNode(json.decimalValue().stripTrailingZeros()) : json;
        };
    }

    static ObjectNode of(ObjectNode object) {
        var copy = NODES.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), of(member.getValue())));
        return copy;
    }

    static ArrayNode of(ArrayNode array) {
        var copy = NODES.arrayNode(array.size());
        array.forEach(element -> copy.add(of(element)));
        return copy;
    }
}
