package org.billrunconsole.ui.shell;

import java.time.InstantSource;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.plan.BulkBars;
import org.billrunconsole.ui.rundetail.RunDetailView;
import org.billrunconsole.ui.rundetail.RunDetailViewModel;
import org.billrunconsole.ui.rundetail.RunOffers;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.billrunconsole.ui.runlist.Selection;

/**
 * One tab: a list, the pane that follows its selected row, and the two side by side.
 *
 * @param model     the list
 * @param detail    the pane
 * @param list      the list as shown
 * @param column    the list's rows and what stands above them, beside the pane
 * @param listDetailPane both as shown
 */
record RunTab(RunListViewModel model, RunDetailViewModel detail, RunListView list, VBox column,
        ListDetailPane listDetailPane) {

    static RunTab create(RunListViewModel model, RunDetailViewModel detail, Fxml fxml, Messages messages,
            Formats formats, Sentences sentences, InstantSource clock) {
        var list = RunListView.create(model, fxml, messages, formats, sentences);
        var pane = RunDetailView.create(detail, fxml, messages, formats, sentences, clock);
        model.selectionProperty().subscribe(selection -> explain(selection, pane, model, messages));
        var column = new VBox();
        var listDetailPane = new ListDetailPane(column, pane.root(), list.controller()::focusTable,
                messages.get("shell.drawer.close"));
        // The toolbar reaches over both; the list's rows and the pane share what is below it.
        list.root().getChildren().remove(list.body());
        column.getChildren().add(list.body());
        VBox.setVgrow(list.body(), Priority.ALWAYS);
        list.root().getChildren().add(listDetailPane);
        VBox.setVgrow(listDetailPane, Priority.ALWAYS);
        model.selectedProperty().subscribe(detail::choose);
        list.controller().offer(new RunOffers(detail, messages, sentences)::of);
        // As it comes down: on its way up a cell may have used it.
        list.root().addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (RunListView.selectsRow(event)) {
                listDetailPane.openDrawer();
            }
        });
        return new RunTab(model, detail, list, column, listDetailPane);
    }

    /** Puts a bar above the list's rows that comes and goes with what is chosen, and its steps into the rows' menu. */
    void follow(BulkBars bars) {
        column.getChildren().addFirst(bars.create(model.kind()));
        list.controller().offerForChosen(() -> bars.offers(model.kind()));
        new RowsInPlace(list.body(), () -> {
            var chosen = model.chosenProperty().get();
            return chosen.isEmpty() ? -1 : model.placeOf(chosen.keys().getLast());
        }).install();
    }

    /** Says in the empty pane why there is no run in it. */
    private static void explain(Selection selection, RunDetailView pane, RunListViewModel model, Messages messages) {
        switch (selection) {
            case Selection.Hidden(_, var name) -> pane.explain(messages.get("detail.hidden", name),
                    messages.get("detail.hidden.show"), model::showHidden);
            case Selection.Gone(var name) -> pane.explain(messages.get("detail.gone", name));
            case Selection.Nothing _,Selection.One _ -> pane.explain(messages.get("detail.nothing"));
        }
    }
}
