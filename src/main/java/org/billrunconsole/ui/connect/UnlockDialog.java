package org.billrunconsole.ui.connect;

import atlantafx.base.controls.ModalPane;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Asks whether changes are to be switched on for the session. */
public final class UnlockDialog {

    private final Fxml fxml;
    private final Messages messages;

    public UnlockDialog(Fxml fxml, Messages messages) {
        this.fxml = fxml;
        this.messages = messages;
    }

    /** Asks; it goes when its model is closed. */
    public void show(UnlockViewModel model, ModalPane over) {
        var controller = new UnlockController(model, messages);
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> model.stateProperty().subscribe(state -> {
                    if (state == UnlockViewModel.State.CLOSED) {
                        card.close();
                    }
                }));
    }
}
