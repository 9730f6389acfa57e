package org.billrunconsole.ui.connect;

import atlantafx.base.controls.ModalPane;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Asks a person to sign in, over the window and over any dialog that is open there. */
public final class SignInDialog {

    private final Fxml fxml;
    private final Messages messages;
    private final Sentences sentences;

    public SignInDialog(Fxml fxml, Messages messages, Sentences sentences) {
        this.fxml = fxml;
        this.messages = messages;
        this.sentences = sentences;
    }

    /** Asks; a dialog that was open before comes back as it was. */
    public void show(SignInViewModel model, ModalPane over) {
        var controller = new SignInController(model, messages, sentences);
        var card = ModalCard.showOver(fxml.load(controller), over, controller::first);
        model.stateProperty().subscribe(state -> {
            if (state == SignInViewModel.State.CLOSED) {
                card.close();
            }
        });
    }
}
