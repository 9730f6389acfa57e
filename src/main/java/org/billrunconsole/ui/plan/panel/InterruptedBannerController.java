package org.billrunconsole.ui.plan.panel;

import atlantafx.base.controls.ModalPane;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;
import org.billrunconsole.ui.plan.panel.InterruptedViewModel.State;

/** Binds the banner that tells of a plan which was interrupted, or which another console runs. */
public final class InterruptedBannerController {

    private final InterruptedViewModel model;
    private final Fxml fxml;
    private final Messages messages;
    private final ModalPane over;

    @FXML
    private HBox interruptedBanner;
    @FXML
    private Label interruptedBannerText;

    /** @param over where the dialog goes */
    public InterruptedBannerController(InterruptedViewModel model, Fxml fxml, Messages messages, ModalPane over) {
        this.model = model;
        this.fxml = fxml;
        this.messages = messages;
        this.over = over;
    }

    @FXML
    void initialize() {
        model.stateProperty().subscribe(state -> {
            interruptedBannerText.setText(state instanceof State.Left left ? left.text() : "");
            interruptedBanner.setVisible(state instanceof State.Left);
            interruptedBanner.setManaged(state instanceof State.Left);
        });
    }

    @FXML
    void look() {
        var controller = new InterruptedController(model, messages);
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> controller.onClose(card::close));
    }
}
