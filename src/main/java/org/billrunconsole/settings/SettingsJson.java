package org.billrunconsole.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps records to the objects of a settings file. Reading is lenient: a value of another type than the record's counts
 * as left out, and keys that no component has are passed over. Writing keeps such keys.
 */
final class SettingsJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .withCoercionConfig(LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private SettingsJson() {}

    /**
     * An object as a record, whose components are null where nothing usable is written.
     *
     * @param node one that is no object counts as an empty one
     */
    static <R extends Record> R read(JsonNode node, Class<R> type) {
        var usable = node instanceof ObjectNode object ? object.deepCopy() : MAPPER.createObjectNode();
        while (true) {
            try {
                return MAPPER.treeToValue(usable, type);
            } catch (InvalidDefinitionException e) {
                // A fault of the record or of the module's opens, which must not pass for a wrong value.
                throw new IllegalStateException(type + " cannot be mapped", e);
            } catch (JsonMappingException e) {
                leaveOut(usable, e.getPath());
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("What is parsed already is JSON", e);
            }
        }
    }

    private static void leaveOut(JsonNode tree, List<JsonMappingException.Reference> path) {
        var within = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            within = step.getFieldName() == null ? within.path(step.getIndex()) : within.path(step.getFieldName());
        }
        var last = path.getLast();
        var left = switch (within) {
            case ObjectNode object -> object.remove(last.getFieldName());
            case ArrayNode array -> array.remove(last.getIndex());
            default -> null;
        };
        if (left == null) {
            throw new IllegalStateException("There is nothing to leave out at " + path);
        }
    }

    /**
     * Writes a record into an object: a component that is null takes its key away, an object goes into the one that is
     * there, and everything else takes the place of what was there.
     */
    static void write(Record written, ObjectNode into) {
        merge(MAPPER.valueToTree(written), into);
    }

    private static void merge(ObjectNode written, ObjectNode into) {
        written.properties().forEach(field -> {
            switch (field.getValue()) {
                case ObjectNode object -> merge(object, object(into, field.getKey()));
                case JsonNode value when value.isNull() -> into.remove(field.getKey());
                case JsonNode value -> into.set(field.getKey(), value);
            }
        });
    }

    /** A text that is not blank. */
    static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(
                text -> !text.isBlank());
    }

    /** The object in a field, put there if something else or nothing is. */
    static ObjectNode object(ObjectNode node, String field) {
        return node.get(field) instanceof ObjectNode present ? present : node.putObject(field);
    }

    /** Null for an empty text, which is not written. */
    static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Empty for a text that is not written. */
    static String orEmpty(@Nullable String written) {
        return written == null ? "" : written;
    }

    /** What is written, if there is anything. */
    static <T> T or(@Nullable T written, T usual) {
        return written == null ? usual : written;
    }
}
