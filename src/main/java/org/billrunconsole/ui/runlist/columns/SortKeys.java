package org.billrunconsole.ui.runlist.columns;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Styles;

/**
 * What a table is sorted by. By several columns, each header says by a number which comes first; a click with Shift
 * adds a column, and so does the menu.
 */
public final class SortKeys {

    private static final PseudoClass SEVERAL = Styles.state("several-sorts");

    private final TableView<?> table;
    private final List<TableColumn<?, ?>> order;
    private final List<RunColumn> columns;
    private final Messages messages;
    private final List<Runnable> listeners = new ArrayList<>();

    @SuppressWarnings("unchecked")
    public SortKeys(TableView<?> table, List<RunColumn> columns, Messages messages) {
        this.table = table;
        this.order = (List<TableColumn<?, ?>>) (List<?>) table.getSortOrder();
        this.columns = columns;
        this.messages = messages;
        table.getSortOrder().subscribe(this::changed);
        columns.forEach(column -> column.sortTypeProperty().subscribe(_ -> changed()));
    }

    /** Called at once and whenever the order is another. */
    void onChange(Runnable listener) {
        listeners.add(listener);
        listener.run();
    }

    /** Sorts by one more column; by one that is sorted by already the other way round, and then not any more. */
    void next(RunColumn column) {
        if (!order.contains(column)) {
            column.setSortType(SortType.ASCENDING);
            order.add(column);
        } else if (column.getSortType() == SortType.ASCENDING) {
            column.setSortType(SortType.DESCENDING);
        } else {
            order.remove(column);
        }
    }

    /** Sorts by nothing. */
    void clear() {
        table.getSortOrder().clear();
    }

    /** A column with its place in the order. */
    String words(RunColumn column) {
        var place = order.indexOf(column);
        return place < 0 ? messages.get("columns.sort.not", column.getText())
                : messages.get(column.getSortType() == SortType.ASCENDING ? "columns.sort.up" : "columns.sort.down",
                        place + 1, column.getText());
    }

    private void changed() {
        for (var column : columns) {
            var place = order.indexOf(column);
            column.setGraphic(place < 0 || order.size() < 2 ? null : sign(column, place + 1));
        }
        // A header has no room for its own sign and the number beside it.
        table.pseudoClassStateChanged(SEVERAL, order.size() > 1);
        listeners.forEach(Runnable::run);
    }

    private Label sign(RunColumn column, int place) {
        var sign = new Label(messages.get(column.getSortType() == SortType.ASCENDING ? "columns.sort.sign.up"
                : "columns.sort.sign.down", place));
        sign.getStyleClass().add("sort-number");
        return sign;
    }
}
