package org.billrunconsole.ui.runlist.columns;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * Gives a table's columns the room that is left over in a wide window: first for what they hold, the name and the
 * stage before the others, then to all alike. Days come next: half a date says nothing, half a cycle's name does. A
 * width that a person sets is kept and remembered.
 */
public final class ColumnRoom<S> {

    /** What the vertical scroll bar needs, in pixels. */
    private static final double SCROLL_BAR = 18;

    /** The columns that come before all others. */
    private static final List<String> FIRST = List.of("name", "stage", "invoice-date", "period", "created");

    private final TableView<S> table;
    private final Map<TableColumn<S, ?>, Double> own = new HashMap<>();
    private final Map<String, Double> wanted = new HashMap<>();
    private final BooleanBinding empty;
    private final Runnable measuring = this::measure;
    private boolean sharing;
    private boolean toMeasure = true;

    public ColumnRoom(TableView<S> table) {
        this.table = table;
        // So that nothing moves when a stage begins to be stalled, as long as there is room.
        wanted.put("stage", StageCell.LEAST_WIDTH);
        for (var column : table.getColumns()) {
            own.put(column, column.getPrefWidth());
            column.widthProperty().addListener((_, _, now) -> resized(column, now.doubleValue()));
        }
        empty = Bindings.isEmpty(table.getItems());
        empty.subscribe(_ -> toMeasure = true);
        table.widthProperty().subscribe(_ -> measureAgain());
        table.getVisibleLeafColumns().subscribe(this::measureAgain);
        table.sceneProperty().subscribe(this::follow);
    }

    /** The width a column has without what it was lent. */
    public double own(TableColumnBase<?, ?> column) {
        return own.getOrDefault(column, column.getWidth());
    }

    /** Has the columns' own widths put back. */
    public void restore(Runnable puttingBack) {
        sharing = true;
        table.getColumns().forEach(column -> column.setPrefWidth(own(column)));
        puttingBack.run();
        table.getColumns().forEach(column -> own.put(column, Math.max(column.getPrefWidth(), column.getMinWidth())));
        sharing = false;
        share();
    }

    /**
     * How much of the room left over each column gets.
     *
     * @param widths the columns' own widths by their names, in the columns' order
     * @param wanted how wide they would have to be to show all they hold, as far as that is known
     * @param spare  what is left over, in pixels
     */
    static Map<String, Double> shares(SequencedMap<String, Double> widths, Map<String, Double> wanted, double spare) {
        var shares = new HashMap<String, Double>();
        var left = Math.max(0, spare);
        for (var name : Stream.concat(FIRST.stream().filter(widths::containsKey), widths.keySet().stream()).toList()) {
            if (!shares.containsKey(name)) {
                var share = Math.clamp(wanted.getOrDefault(name, 0.0) - widths.get(name), 0, left);
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

    /**
     * Sees how wide the columns would have to be for what they show now. That is not done as rows come and go, or the
     * columns would move while somebody reads.
     */
    private void measure() {
        if (!toMeasure || table.getWidth() <= 0 || table.getItems().isEmpty()) {
            return;
        }
        for (var node : table.lookupAll(".table-cell")) {
            if (node instanceof ContentWidth cell && node instanceof TableCell<?, ?> shown && !shown.isEmpty()) {
                wanted.merge(shown.getTableColumn().getId(), cell.contentWidth(), Math::max);
                toMeasure = false;
            }
        }
        share();
    }

    private void measureAgain() {
        toMeasure = true;
        share();
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePreLayoutPulseListener(measuring);
        }
        if (now != null) {
            now.addPreLayoutPulseListener(measuring);
        }
    }

    private void resized(TableColumn<S, ?> column, double now) {
        if (!sharing) {
            own.put(column, now);
        }
    }

    private void share() {
        if (sharing || table.getWidth() <= 0) {
            return;
        }
        sharing = true;
        var widths = new LinkedHashMap<String, Double>();
        var columns = table.getVisibleLeafColumns().stream().filter(TableColumn::isResizable).toList();
        columns.forEach(column -> widths.put(column.getId(), own(column)));
        var fixed = table.getVisibleLeafColumns()
                .stream()
                .filter(column -> !column.isResizable())
                .mapToDouble(TableColumn::getWidth)
                .sum();
        var spare = table.getWidth() - SCROLL_BAR - fixed
                - widths.values().stream().mapToDouble(Double::doubleValue).sum();
        var shares = shares(widths, wanted, spare);
        columns.forEach(column -> column.setPrefWidth(
                Math.floor(own(column) + shares.get(column.getId()))));
        sharing = false;
    }
}
