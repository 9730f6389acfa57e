package org.billrunconsole.ui.runlist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Keeps a table's selection and the list's choice the same. Only what a person selects is chosen, not what the table
 * selects by itself when rows come, go or move.
 */
final class TableChoice {

    private final TableView<RunRow> table;
    private final RunListViewModel model;
    private boolean puttingBack;
    private int linesBelowTop = -1;
    private Choice before = new Choice.Nothing();

    TableChoice(TableView<RunRow> table, RunListViewModel model) {
        this.table = table;
        this.model = model;
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> highlighted());
        model.rearrangingProperty().subscribe(rearranging -> {
            if (rearranging) {
                remember();
            } else {
                putBack();
            }
        });
    }

    private void highlighted() {
        if (!puttingBack && !model.rearrangingProperty().get()) {
            model.choose(table.getSelectionModel()
                    .getSelectedItems()
                    .stream()
                    .filter(Objects::nonNull)
                    .map(RunRow::key)
                    .toList());
        }
    }

    /** Where on the screen the chosen row is, if it is there. */
    private void remember() {
        before = model.choiceProperty().get();
        linesBelowTop = -1;
        flow().filter(flow -> flow.getFirstVisibleCell() != null).ifPresent(flow -> {
            var first = flow.getFirstVisibleCell().getIndex();
            var chosen = before.run().map(model::placeOf).orElse(-1);
            if (chosen >= first && chosen <= flow.getLastVisibleCell().getIndex()) {
                linesBelowTop = chosen - first;
            }
        });
    }

    private void putBack() {
        puttingBack = true;
        try {
            switch (model.choiceProperty().get()) {
                case Choice.One(var key) -> highlight(List.of(model.placeOf(key)));
                case Choice.Several(var keys) -> highlight(keys.stream().map(model::placeOf).toList());
                case Choice.Nothing _,Choice.Hidden _,Choice.Gone _ -> table.getSelectionModel().clearSelection();
            }
            model.selectedProperty().get().ifPresent(key -> keepInSight(model.placeOf(key)));
        } finally {
            puttingBack = false;
        }
    }

    private void highlight(List<Integer> places) {
        var selection = table.getSelectionModel();
        if (!selection.getSelectedIndices().equals(places)) {
            selection.clearSelection();
            selection.selectIndices(places.getFirst(),
                    places.stream().skip(1).mapToInt(Integer::intValue).toArray());
        }
    }

    /** A row that was in sight stays so, on its line if it had to move; one that has just been chosen comes into sight. */
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
