package org.billrunconsole.ui.kit.look;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;

/** A text in a table with {@link SpokenRow}s. */
public final class SpokenCell<S> extends TableCell<S, String> {

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return SpokenRow.isSaidBy(this, attribute)
                ? getTableRow().queryAccessibleAttribute(attribute, parameters)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected void updateItem(String words, boolean empty) {
        super.updateItem(words, empty);
        setText(empty ? null : words);
    }
}
