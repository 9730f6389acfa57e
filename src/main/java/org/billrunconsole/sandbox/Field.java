package org.billrunconsole.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One member of a resource.
 *
 * @param name    its name on the wire
 * @param writing writes name and value, or nothing where there is no value: the contract knows no null
 */
record Field<T>(String name, Writing<T> writing) {

    /** Writes a member of a resource. */
    @FunctionalInterface
    interface Writing<T> {

        void write(JsonGenerator json, T of) throws IOException;
    }

    static <T> Field<T> text(String name, java.util.function.Function<T, ?> value) {
        return new Field<>(name, (json, of) -> json.writeStringField(name, value.apply(of).toString()));
    }

    static <T> Field<T> number(String name, java.util.function.ToLongFunction<T> value) {
        return new Field<>(name, (json, of) -> json.writeNumberField(name, value.applyAsLong(of)));
    }

    static <T> Field<T> flag(String name, java.util.function.Predicate<T> value) {
        return new Field<>(name, (json, of) -> json.writeBooleanField(name, value.test(of)));
    }

    static <T> void writeObject(JsonGenerator json, List<Field<T>> fields, T of) throws IOException {
        json.writeStartObject();
        for (var field : fields) {
            field.writing().write(json, of);
        }
        json.writeEndObject();
    }

    static <T> byte[] object(List<Field<T>> fields, T of) {
        return Json.bytes(json -> writeObject(json, fields, of));
    }

    static <T> byte[] array(List<Field<T>> fields, List<T> rows) {
        return Json.bytes(json -> {
            json.writeStartArray();
            for (var row : rows) {
                writeObject(json, fields, row);
            }
            json.writeEndArray();
        });
    }

    static Set<String> names(List<? extends Field<?>> fields) {
        var names = new LinkedHashSet<String>();
        fields.forEach(field -> names.add(field.name()));
        return names;
    }
}
