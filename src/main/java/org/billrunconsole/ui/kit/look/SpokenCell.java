package org.billrunconsole.ui.kit.look;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;

/**
 * A cell of a table with {@link SpokenRow}s. In the first column it is what the keyboard is on, and a screen reader is
 * told the whole row; in every other column it says its own value.
 */
public abstract class SpokenCell<S, T> extends TableCell<S, T> {

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && isFirst() && getTableRow() != null && !getTableRow().isEmpty()
                ? getTableRow().queryAccessibleAttribute(attribute, parameters)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private boolean isFirst() {
        return getTableView() != null && getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
    }

    /** A cell of a text. */
    public static final class Words<S> extends SpokenCell<S, String> {

        @Override
        protected void updateItem(String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
        }
    }
}
