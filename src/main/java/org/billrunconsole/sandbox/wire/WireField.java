package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One member of a resource.
 *
 * @param name    its name on the wire
 * @param writing writes name and value, or nothing where there is no value: the contract knows no null
 */
public record WireField<T>(String name, Writing<T> writing) {

    /** Writes a member of a resource. */
    @FunctionalInterface
    interface Writing<T> {

        void write(JsonGenerator json, T of) throws IOException;
    }

    static <T> WireField<T> text(String name, Function<T, ?> value) {
        return new WireField<>(name, (json, of) -> json.writeStringField(name, value.apply(of).toString()));
    }

    static <T> WireField<T> number(String name, java.util.function.ToLongFunction<T> value) {
        return new WireField<>(name, (json, of) -> json.writeNumberField(name, value.applyAsLong(of)));
    }

    static <T> WireField<T> flag(String name, java.util.function.Predicate<T> value) {
        return new WireField<>(name, (json, of) -> json.writeBooleanField(name, value.test(of)));
    }

    /** Text where there is any. */
    static <T> WireField<T> ifAny(String name, Function<T, ? extends Optional<?>> value) {
        return new WireField<>(name, (json, of) -> {
            var some = value.apply(of);
            if (some.isPresent()) {
                json.writeStringField(name, some.get().toString());
            }
        });
    }

    /** A number with places, where there is one. */
    static <T> WireField<T> decimal(String name, Function<T, Optional<BigDecimal>> value) {
        return new WireField<>(name, (json, of) -> {
            var some = value.apply(of);
            if (some.isPresent()) {
                json.writeNumberField(name, some.get());
            }
        });
    }

    public static <T> void writeObject(JsonGenerator json, List<WireField<T>> fields, T of) throws IOException {
        json.writeStartObject();
        for (var field : fields) {
            field.writing().write(json, of);
        }
        json.writeEndObject();
    }

    public static <T> byte[] object(List<WireField<T>> fields, T of) {
        return SandboxJson.bytes(json -> writeObject(json, fields, of));
    }

    public static <T> byte[] array(List<WireField<T>> fields, List<T> rows) {
        return SandboxJson.bytes(json -> {
            json.writeStartArray();
            for (var row : rows) {
                writeObject(json, fields, row);
            }
            json.writeEndArray();
        });
    }

    public static Set<String> names(List<? extends WireField<?>> fields) {
        var names = new LinkedHashSet<String>();
        fields.forEach(field -> names.add(field.name()));
        return names;
    }
}
