package org.billrunconsole.ui.plan.panel;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;

/**
 * The panel of a plan made ready.
 *
 * @param root       what to show
 * @param controller for the window's keys
 */
public record PlanPanelView(Parent root, PlanPanelController controller) {

    /** @param look chooses a run in the list and shows its pane */
    public static PlanPanelView create(PlanPanelViewModel model, Fxml fxml, Messages messages,
            Consumer<RunKey> look) {
        var results = fxml.load(new PlanResultsController(model.results(), messages));
        var controller = new PlanPanelController(model, messages, look, results);
        return new PlanPanelView(fxml.load(controller), controller);
    }

    /**
     * Puts the panel before a part of a tab, which it takes the place of while it is open.
     *
     * @param part a child of a vertical box
     */
    public void placeBefore(Node part, PlanPanelViewModel model) {
        var box = (Pane) part.getParent();
        if (root.getParent() != box) {
            Optional.ofNullable((Pane) root.getParent()).ifPresent(before -> before.getChildren().remove(root));
            box.getChildren().add(box.getChildren().indexOf(part), root);
        }
        model.viewProperty().subscribe(_ -> {
            var open = model.isOpen() && root.getParent() == box;
            part.setVisible(!open);
            part.setManaged(!open);
            VBox.setVgrow(root, model.isOpen() ? Priority.ALWAYS : Priority.NEVER);
        });
    }
}
