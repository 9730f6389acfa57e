package org.billrunconsole.ui.kit.look;

import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;

/**
 * A cell in a table with {@link SpokenRow}s. Of a row it is the first cell that the keyboard is on, so a cell of the
 * first column that is shown says its row; in every other column it says its own value.
 *
 * @param <S> what a row shows
 * @param <T> what the cell shows of it
 */
public abstract class SpokenCell<S, T> extends TableCell<S, T> {

    @Override
    public final Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && isFirstOfRow()
                ? getTableRow().queryAccessibleAttribute(attribute, parameters)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private boolean isFirstOfRow() {
        return getTableRow() != null && !getTableRow().isEmpty() && getTableView() != null
                && getTableView().getVisibleLeafIndex(getTableColumn()) == 0;
    }
}
