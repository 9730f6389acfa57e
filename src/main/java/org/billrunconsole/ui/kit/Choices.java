package org.billrunconsole.ui.kit;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Combo boxes over a few known values. */
public final class Choices {

    private Choices() {}

    /** @param words what each value is called; no two alike */
    public static <T> void fill(ComboBox<T> box, List<T> values, Function<T, String> words) {
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return values.stream().filter(each -> words.apply(each).equals(text)).findFirst().orElseThrow();
            }
        });
    }
}
