package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.billrunconsole.domain.RunKey;

/**
 * Keeps a table's selected row and the list's the same. Only what a person selects counts, not what the table selects
 * by itself when rows come, go or move.
 */
final class TableSelection {

    private final TableView<RunRow> table;
    private final RunListViewModel model;
    private boolean puttingBack;
    private int linesBelowTop = -1;
    private Selection before = new Selection.Nothing();
    private Optional<RunKey> focused = Optional.empty();

    TableSelection(TableView<RunRow> table, RunListViewModel model) {
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
        if (!puttingBack && !model.rearrangingProperty().get()) {
            model.select(table.getSelectionModel()
                    .getSelectedItems()
                    .stream()
                    .filter(Objects::nonNull)
                    .map(RunRow::key)
                    .findFirst());
        }
    }

    /** Where on the screen the selected row is, if it is there. */
    private void remember() {
        before = model.selectionProperty().get();
        linesBelowTop = -1;
        focused = Optional.ofNullable(table.getFocusModel().getFocusedItem()).map(RunRow::key);
        flow().filter(flow -> flow.getFirstVisibleCell() != null).ifPresent(flow -> {
            var first = flow.getFirstVisibleCell().getIndex();
            var selected = before.run().map(model::placeOf).orElse(-1);
            if (selected >= first && selected <= flow.getLastVisibleCell().getIndex()) {
                linesBelowTop = selected - first;
            }
        });
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
            model.selectedProperty().get().ifPresent(key -> keepInSight(model.placeOf(key)));
        } finally {
            puttingBack = false;
        }
    }

    /** The keyboard may be on another row than the selected one; its next key must not meet the run that moved there. */
    private void putFocusBack() {
        focused.map(model::placeOf)
                .filter(place -> place >= 0 && place != table.getFocusModel().getFocusedIndex())
                .ifPresent(table.getFocusModel()::focus);
    }

    /** A row that was in sight stays so, on its line if it had to move; one that has just been selected comes into sight. */
    private void keepInSight(int place) {
        var cameBack = !before.run().equals(model.selectedProperty().get());
        flow().filter(flow -> flow.getFirstVisibleCell() != null && (cameBack || linesBelowTop >= 0))
                .ifPresent(flow -> {
                    var first = flow.getFirstVisibleCell().getIndex();
                    if (place < first || place > flow.getLastVisibleCell().getIndex() || cameBack) {
                        table.scrollTo(Math.max(0, place - Math.max(0, linesBelowTop)));
                    }
                });
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) table.lookup(".virtual-flow"));
    }
}
