package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RunRow;

/**
 * Keeps a table's selected row and the list's the same. Only what a person selects counts, not what the table selects
 * by itself when rows come, go or move.
 */
final class TableSelection {

    private final TableView<ListRow> table;
    private final RunListViewModel model;
    private boolean puttingBack;
    private boolean drawn = true;
    private Selection before = new Selection.Nothing();
    private Optional<ListRow> focused = Optional.empty();
    private Optional<Anchor> anchor = Optional.empty();

    /**
     * A row that is to keep its line.
     *
     * @param line  counted from the top of what is seen
     * @param lines how many lines are seen
     */
    private record Anchor(ListRow row, int line, int lines) {}

    TableSelection(TableView<ListRow> table, RunListViewModel model) {
        this.table = table;
        this.model = model;
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> selected());
        model.rearrangingProperty().subscribe(rearranging -> {
            if (rearranging) {
                remember();
            } else {
                putBack();
            }
        });
    }

    private void selected() {
        if (puttingBack || model.rearrangingProperty().get()) {
            return;
        }
        var items = table.getSelectionModel().getSelectedItems().stream().filter(Objects::nonNull).toList();
        if (items.stream().anyMatch(GroupRow.class::isInstance)) {
            // The keyboard may stand on a header, but only a run is ever selected.
            var line = table.getSelectionModel().getSelectedIndex();
            before = model.selectionProperty().get();
            focused = Optional.of(items.getFirst());
            putSelectionBack();
            table.getFocusModel().focus(line);
            return;
        }
        model.select(items.stream()
                .flatMap(row -> row instanceof RunRow run ? Stream.of(run.key()) : Stream.empty())
                .findFirst());
    }

    private void remember() {
        before = model.selectionProperty().get();
        focused = Optional.ofNullable(table.getFocusModel().getFocusedItem());
        // Between a move and the next drawing the cells show neither what was there nor what will be.
        anchor = drawn ? anchor(seen())
                : anchor.filter(each -> model.isArriving() || isOf(each.row(), before.run()));
    }

    private void waitForDrawing() {
        var scene = table.getScene();
        if (drawn && scene != null) {
            drawn = false;
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    drawn = true;
                    scene.removePostLayoutPulseListener(this);
                }
            });
        }
    }

    /**
     * The selected row if it is seen. Else the first row, unless that is the first of all: whoever has not scrolled
     * wants to see what comes in above. Rows that a person has sorted or filtered move.
     */
    private Optional<Anchor> anchor(List<ListRow> seen) {
        var selected = IntStream.range(0, seen.size()).filter(line -> isOf(seen.get(line), before.run())).findFirst()
                .orElse(-1);
        if (selected >= 0) {
            return Optional.of(new Anchor(seen.get(selected), selected, seen.size()));
        }
        return seen.stream().findFirst().filter(_ -> model.isArriving() && top() > 0).map(
                first -> new Anchor(first, 0, seen.size()));
    }

    private static boolean isOf(ListRow row, Optional<RunKey> key) {
        return row instanceof RunRow run && key.equals(Optional.of(run.key()));
    }

    /** The lines on the screen. */
    private List<ListRow> seen() {
        return flow().filter(flow -> flow.getFirstVisibleCell() != null)
                .stream()
                .flatMap(flow -> IntStream
                        .rangeClosed(first(flow), flow.getLastVisibleCell().getIndex())
                        .mapToObj(flow::getVisibleCell))
                .flatMap(cell -> cell != null && cell.getItem() instanceof ListRow row
                        ? Stream.of(row)
                        : Stream.empty())
                .toList();
    }

    private void putSelectionBack() {
        puttingBack = true;
        try {
            var place = model.selectedProperty().get().map(model::placeOf).orElse(-1);
            if (place < 0) {
                table.getSelectionModel().clearSelection();
            } else {
                table.getSelectionModel().clearAndSelect(place);
            }
        } finally {
            puttingBack = false;
        }
    }

    private void putBack() {
        puttingBack = true;
        try {
            var place = model.selectedProperty().get().map(model::placeOf).orElse(-1);
            if (place < 0) {
                table.getSelectionModel().clearSelection();
            } else if (!table.getSelectionModel().getSelectedIndices().equals(List.of(place))) {
                table.getSelectionModel().clearAndSelect(place);
            }
            putFocusBack();
            keepInSight();
            waitForDrawing();
        } finally {
            puttingBack = false;
        }
    }

    /** The keyboard may be on another row than the selected one; its next key must not meet the run that moved there. */
    private void putFocusBack() {
        focused.map(model.lines()::indexOf)
                .filter(place -> place >= 0 && place != table.getFocusModel().getFocusedIndex())
                .ifPresent(table.getFocusModel()::focus);
    }

    /** A row that is to keep its line does so; one that has just been selected comes into sight. */
    private void keepInSight() {
        var now = model.selectedProperty().get();
        if (now.isPresent() && !before.run().equals(now)) {
            table.scrollTo(Math.max(0, model.placeOf(now.get())));
            return;
        }
        anchor.ifPresent(row -> {
            var place = model.lines().indexOf(row.row());
            var top = top();
            var stays = drawn && (model.isArriving() ? place == top + row.line()
                    : place >= top && place < top + row.lines());
            if (place >= 0 && !stays) {
                table.scrollTo(Math.max(0, place - row.line()));
            }
        });
    }

    private int top() {
        return flow().filter(flow -> flow.getFirstVisibleCell() != null).map(TableSelection::first).orElse(0);
    }

    /**
     * The first line of which anything is seen. A flow may keep the one above it, all of it out of sight; taken for the
     * first, it would let the list move by a line with every page that comes.
     */
    private static int first(VirtualFlow<?> flow) {
        var cell = flow.getFirstVisibleCell();
        var isSeen = cell.getLayoutY() + cell.getHeight() >= 1;
        return isSeen ? cell.getIndex() : cell.getIndex() + 1;
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
    }
}
