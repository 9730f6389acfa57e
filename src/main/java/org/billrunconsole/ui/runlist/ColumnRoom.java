package org.billrunconsole.ui.runlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/**
 * Gives a table's columns the room that is left over in a wide window: first to those whose texts are cut most often,
 * then to all alike. A width that a person sets is kept and remembered.
 */
final class ColumnRoom {

    /** What the vertical scroll bar needs, in pixels. */
    private static final double SCROLL_BAR = 18;

    /** By how much a column may grow before the next gets any, in pixels. */
    private static final Map<String, Double> FIRST = Map.of("name", 130.0, "stage", 110.0);

    private final TableView<RunRow> table;
    private final Map<TableColumn<RunRow, ?>, Double> own = new HashMap<>();
    private boolean sharing;

    ColumnRoom(TableView<RunRow> table) {
        this.table = table;
        for (var column : table.getColumns()) {
            own.put(column, column.getPrefWidth());
            column.widthProperty().addListener((_, _, now) -> resized(column, now.doubleValue()));
        }
        table.widthProperty().subscribe(_ -> share());
        table.getVisibleLeafColumns().subscribe(this::share);
    }

    /** The width a column has without what it was lent. */
    double own(TableColumnBase<?, ?> column) {
        return own.getOrDefault(column, column.getWidth());
    }

    /** Has the columns' own widths put back. */
    void restore(Runnable puttingBack) {
        sharing = true;
        table.getColumns().forEach(column -> column.setPrefWidth(own(column)));
        puttingBack.run();
        table.getColumns().forEach(column -> own.put(column, column.getPrefWidth()));
        sharing = false;
        share();
    }

    /**
     * How much of the room left over each column gets.
     *
     * @param widths the columns' own widths by their names
     * @param spare  what is left over, in pixels
     */
    static Map<String, Double> shares(Map<String, Double> widths, double spare) {
        var shares = new HashMap<String, Double>();
        var left = Math.max(0, spare);
        for (var name : List.of("name", "stage")) {
            if (widths.containsKey(name)) {
                var share = Math.min(left, FIRST.get(name));
                shares.put(name, share);
                left -= share;
            }
        }
        var all = widths.values().stream().mapToDouble(Double::doubleValue).sum();
        for (var column : widths.entrySet()) {
            shares.merge(column.getKey(), left * column.getValue() / all, Double::sum);
        }
        return shares;
    }

    private void resized(TableColumn<RunRow, ?> column, double now) {
        if (!sharing) {
            own.put(column, now);
        }
    }

    private void share() {
        if (sharing || table.getWidth() <= 0) {
            return;
        }
        sharing = true;
        var widths = new HashMap<String, Double>();
        table.getVisibleLeafColumns().forEach(column -> widths.put(column.getId(), own(column)));
        var spare = table.getWidth() - SCROLL_BAR - widths.values().stream().mapToDouble(Double::doubleValue).sum();
        var shares = shares(widths, spare);
        table.getVisibleLeafColumns().forEach(column -> column.setPrefWidth(
                Math.floor(own(column) + shares.get(column.getId()))));
        sharing = false;
    }
}
