package org.billrunconsole.ui.shell;

import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/**
 * Keeps a table's rows where they are in the window when something above it comes or goes, so that the next click meets
 * the row that it is meant for. A table without rows to scroll by moves, and so does one whose chosen row would go out of
 * sight.
 */
final class RowsInPlace {

    private final Region table;
    private final IntSupplier chosen;

    /**
     * @param table  what holds it
     * @param chosen place of the row that has to stay in sight; -1 if there is none
     */
    RowsInPlace(Region table, IntSupplier chosen) {
        this.table = table;
        this.chosen = chosen;
    }

    void install() {
        table.layoutYProperty().addListener((_, before, now) -> moved(now.doubleValue() - before.doubleValue()));
    }

    private void moved(double down) {
        flow().ifPresent(flow -> anchor(flow, down).ifPresent(row -> {
            var place = row.getIndex();
            var wanted = y(row) - down;
            var scene = table.getScene();
            // The table has to take in first that it is lower or higher now, which moves its rows too.
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    row(flow, place).ifPresent(now -> flow.scrollPixels(y(now) - wanted));
                }
            });
        }));
    }

    /** The row by which it is seen whether they are in their place; empty if they may move. */
    private Optional<IndexedCell<?>> anchor(VirtualFlow<?> flow, double down) {
        return down < 0
                ? Optional.ofNullable(flow.getLastVisibleCell())
                : row(flow, chosen.getAsInt()).filter(row -> row.getLayoutY() >= down);
    }

    private static Optional<IndexedCell<?>> row(VirtualFlow<?> flow, int place) {
        var first = flow.getFirstVisibleCell();
        var last = flow.getLastVisibleCell();
        return first != null && place >= first.getIndex() && place <= last.getIndex()
                ? Optional.of(flow.getCell(place))
                : Optional.empty();
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.getScene() == null ? Optional.empty()
                : Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
    }

    private static double y(IndexedCell<?> row) {
        return row.localToScene(0, 0).getY();
    }
}
