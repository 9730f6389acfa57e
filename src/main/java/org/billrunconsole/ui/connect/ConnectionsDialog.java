package org.billrunconsole.ui.connect;

import atlantafx.base.controls.ModalPane;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Shows the connections over the window. */
public final class ConnectionsDialog {

    private final Fxml fxml;
    private final Messages messages;
    private final ConnectionWords words;

    public ConnectionsDialog(Fxml fxml, Messages messages, Formats formats, Sentences sentences) {
        this.fxml = fxml;
        this.messages = messages;
        this.words = new ConnectionWords(messages, formats, sentences);
    }

    /** Shows them; it goes when its model is closed, and the keyboard returns to where it was. */
    public void show(ConnectionsViewModel model, ModalPane over) {
        var controller = new ConnectionsController(model, messages, words);
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> model.stateProperty().subscribe(state -> {
                    if (state == ConnectionsViewModel.State.CLOSED) {
                        card.close();
                    }
                }));
    }
}
