package org.billrunconsole.ui.kit;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.util.StringConverter;
import org.billrunconsole.i18n.NumberReader;

/**
 * A spinner of whole numbers whose text counts while it is typed. A spinner by itself takes its text over only on Enter
 * or on leaving, moves a number beyond its range to the end of it, and throws on the window's thread at what is none.
 */
public final class NumberInput extends SpinnerValueFactory<Integer> {

    private final NumberReader reader;
    private final int least;
    private final int most;
    private final Spinner<Integer> spinner;
    private String text;
    private int meant;

    private NumberInput(NumberReader reader, Spinner<Integer> spinner, int least, int most, int value) {
        this.reader = reader;
        this.spinner = spinner;
        this.least = least;
        this.most = most;
        meant = value;
        text = Integer.toString(value);
        setConverter(new Converter());
        setValue(value);
    }

    /**
     * @param reader understands what is typed
     * @param typed  told the number at every change of the text; empty if it is no whole number of the range
     * @return sets another value, as a default
     */
    public static NumberInput in(NumberReader reader, Spinner<Integer> spinner, int least, int most, int value,
            Consumer<OptionalInt> typed) {
        var numbers = new NumberInput(reader, spinner, least, most, value);
        spinner.setValueFactory(numbers);
        // What is typed goes to the spinner, which is the stop of Tab; its field, which the skin makes one too, is one too many.
        spinner.skinProperty().subscribe(_ -> {
            spinner.getEditor().focusTraversableProperty().unbind();
            spinner.getEditor().setFocusTraversable(false);
        });
        spinner.getEditor().setText(numbers.text);
        spinner.getEditor().textProperty().addListener((_, _, now) -> {
            numbers.text = now;
            var number = numbers.read(now);
            number.ifPresent(each -> {
                numbers.meant = each;
                numbers.setValue(each);
            });
            typed.accept(number);
        });
        return numbers;
    }

    /** Puts a number in place of what is typed. */
    public void show(int value) {
        if (!read(text).equals(OptionalInt.of(value))) {
            spinner.getEditor().setText(Integer.toString(value));
        }
    }

    @Override
    public void decrement(int steps) {
        step(-steps);
    }

    @Override
    public void increment(int steps) {
        step(steps);
    }

    private void step(int by) {
        show(Math.clamp((long) meant + by, least, most));
    }

    private OptionalInt read(String written) {
        var number = reader.read(written);
        return number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most ? OptionalInt.empty()
                : OptionalInt.of((int) number.getAsLong());
    }

    private final class Converter extends StringConverter<Integer> {

        @Override
        public String toString(Integer value) {
            return value == null || value == meant ? text : Integer.toString(value);
        }

        @Override
        public Integer fromString(String written) {
            return read(written).orElse(meant);
        }
    }
}
