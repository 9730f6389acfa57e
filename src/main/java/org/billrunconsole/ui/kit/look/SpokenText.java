package org.billrunconsole.ui.kit.look;

/** A text in a table with {@link SpokenRow}s. */
public final class SpokenText<S> extends SpokenCell<S, String> {

    @Override
    protected void updateItem(String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
    }
}
