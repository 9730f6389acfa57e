package org.billrunconsole.ui.actions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.billrunconsole.i18n.DayReader.Reading;
import org.billrunconsole.i18n.Formats;

/**
 * A date picker whose text counts while it is typed and is never changed into something that was not meant. The picker
 * by itself takes its text over only on Enter or on leaving, after a default button has already acted on the old day,
 * and puts the old day back over a text that it cannot read.
 */
final class DayInput {

    private final DatePicker picker;
    private final Formats formats;
    private final Consumer<Reading> typed;
    /** What was typed last, and the day that the calendar stood at then. */
    private String text = "";
    private LocalDate meant;

    /**
     * @param typed told what the text is now, at every change of it
     */
    DayInput(DatePicker picker, Formats formats, Optional<LocalDate> day, Consumer<Reading> typed) {
        this.picker = picker;
        this.formats = formats;
        this.typed = typed;
        text = day.map(formats::date).orElse("");
        // Without a day the calendar opens at the present one.
        meant = day.orElseGet(LocalDate::now);
        picker.setConverter(new Converter());
        picker.setValue(meant);
        picker.getEditor().setText(text);
        picker.getEditor().textProperty().addListener((_, _, now) -> changed(now));
        picker.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                // As the rest of the window writes it, now that nobody types any more.
                formats.readDay(text).asDay().ifPresent(read -> picker.getEditor().setText(formats.date(read)));
            }
        });
    }

    private void changed(String now) {
        text = now;
        var reading = formats.readDay(now);
        reading.asDay().ifPresent(day -> {
            meant = day;
            picker.setValue(day);
        });
        typed.accept(reading);
    }

    /** Leaves the text alone for as long as nobody picks another day in the calendar. */
    private final class Converter extends StringConverter<LocalDate> {

        @Override
        public String toString(LocalDate day) {
            return day == null || day.equals(meant) ? text : formats.date(day);
        }

        @Override
        public LocalDate fromString(String written) {
            return formats.readDay(written).asDay().orElse(meant);
        }
    }
}
