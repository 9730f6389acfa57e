package org.billrunconsole.ui.plan.panel;

import atlantafx.base.controls.ModalPane;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.plan.panel.PlanResultsViewModel.State;

/** Binds the dialog that shows how the runs of a plan of the past ended. */
public final class PlanResultsDialogController {

    private final PlanResultsViewModel model;
    private final Messages messages;
    private final Node results;
    private Runnable close = () -> {};

    @FXML
    private Label resultsTitle;
    @FXML
    private StackPane resultsDialogPlace;
    @FXML
    private Button resultsClose;

    private PlanResultsDialogController(PlanResultsViewModel model, Messages messages, Node results) {
        this.model = model;
        this.messages = messages;
        this.results = results;
    }

    /**
     * Shows the results of a plan that was kept; they are read away from the window's thread.
     *
     * @param model   for this dialog alone
     * @param exports what saves the results
     */
    public static void show(Plans plans, UUID plan, PlanResultsViewModel model, Fxml fxml, Messages messages,
            Optional<ExportMenus> exports, ModalPane over) {
        var table = new PlanResultsController(model, messages, exports);
        var controller = new PlanResultsDialogController(model, messages, fxml.load(table));
        ModalCard.show(fxml.load(controller), over, () -> controller.resultsClose).ifPresent(card -> {
            controller.close = card::close;
            model.read(plans, plan);
        });
    }

    @FXML
    void initialize() {
        resultsDialogPlace.getChildren().setAll(results);
        resultsClose.setCancelButton(true);
        model.stateProperty().subscribe(state -> resultsTitle.setText(
                state instanceof State.Shown(var title, _) ? title : messages.get("plan.results")));
    }

    @FXML
    void close() {
        close.run();
    }
}
