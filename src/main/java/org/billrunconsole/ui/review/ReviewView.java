package org.billrunconsole.ui.review;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;

/**
 * The review made ready for the window: while it is open it takes the place of the list and the pane.
 *
 * @param model      what it shows
 * @param controller for the window's keys
 * @param root       the list and the pane, or the review
 */
public record ReviewView(ReviewViewModel model, ReviewController controller, Parent root) {

    /**
     * Puts a review over something.
     *
     * @param behind   what it takes the place of
     * @param closeRun asks for the dialog that closes a run
     */
    public static ReviewView over(Node behind, ReviewViewModel model, Fxml fxml, Messages messages,
            Sentences sentences, Consumer<BillRun> closeRun) {
        var controller = new ReviewController(model, messages, sentences, () -> model.run().ifPresent(closeRun));
        var review = fxml.load(controller);
        model.stateProperty().subscribe(_ -> {
            review.setVisible(model.isOpen());
            behind.setVisible(!model.isOpen());
        });
        return new ReviewView(model, controller, new StackPane(behind, review));
    }
}
