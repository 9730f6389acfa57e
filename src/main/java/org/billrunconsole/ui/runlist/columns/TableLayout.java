package org.billrunconsole.ui.runlist.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.billrunconsole.settings.LayoutMemory;

/** Reads a table's columns that can be moved and its sort order to be remembered, and restores them. */
public final class TableLayout {

    private TableLayout() {}

    public static LayoutMemory.Table of(TableView<?> table, ToDoubleFunction<TableColumn<?, ?>> width) {
        return new LayoutMemory.Table(
                table.getColumns()
                        .stream()
                        .filter(TableColumn::isReorderable)
                        .map(column -> new LayoutMemory.Column(column.getId(), width.applyAsDouble(column),
                                column.isVisible()))
                        .toList(),
                table.getSortOrder()
                        .stream()
                        .map(column -> new LayoutMemory.Sort(column.getId(),
                                column.getSortType() == SortType.DESCENDING))
                        .toList());
    }

    /**
     * Puts it back as far as the columns are still there; columns that are new stay at the end, and those that cannot be
     * moved at the beginning.
     */
    public static <T> void restore(TableView<T> table, LayoutMemory.Table layout) {
        List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns()
                .stream()
                .filter(column -> !column.isReorderable())
                .toList());
        for (var remembered : layout.columns()) {
            column(table, remembered.id()).filter(column -> !columns.contains(column)).ifPresent(column -> {
                column.setPrefWidth(remembered.width());
                // A table without its names could not be used, whatever a file says.
                column.setVisible(remembered.shown() || "name".equals(column.getId()));
                columns.add(column);
            });
        }
        table.getColumns().stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        table.getColumns().setAll(columns);
        List<TableColumn<T, ?>> order = new ArrayList<>();
        for (var sort : layout.sort()) {
            column(table, sort.column()).ifPresent(column -> {
                column.setSortType(sort.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                order.add(column);
            });
        }
        table.getSortOrder().setAll(order);
    }

    /**
     * Moves a column past its neighbour, as dragging its header does.
     *
     * @param by 1 to the right, -1 to the left
     * @return whether it is shown and has a neighbour there that can be moved too
     */
    static <T> boolean move(TableColumn<T, ?> column, int by) {
        var table = column.getTableView();
        var place = table.getVisibleLeafIndex(column);
        var neighbour = place < 0 ? null : table.getVisibleLeafColumn(place + by);
        if (neighbour == null || !neighbour.isReorderable()) {
            return false;
        }
        List<TableColumn<T, ?>> columns = new ArrayList<>(table.getColumns());
        columns.remove(column);
        columns.add(columns.indexOf(neighbour) + Math.max(0, by), column);
        table.getColumns().setAll(columns);
        return true;
    }

    private static <T> Optional<TableColumn<T, ?>> column(TableView<T> table, String id) {
        return table.getColumns().stream().filter(column -> Objects.equals(column.getId(), id)).findFirst();
    }
}
