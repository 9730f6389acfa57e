package org.billrunconsole.ui.settings;

import atlantafx.base.controls.ModalPane;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Shows over the window what the program is and what it is made of. */
public final class AboutDialog {

    private AboutDialog() {}

    /** Shows it; it goes when its button is pressed. */
    public static void show(Messages messages, ModalPane over) {
        show(new AboutViewModel(BuildInfo.load(), BuildInfo.licences()), messages, over);
    }

    static void show(AboutViewModel model, Messages messages, ModalPane over) {
        var controller = new AboutController(model, messages);
        ModalCard.show(new Fxml(messages.bundle()).load(controller), over, controller::first)
                .ifPresent(card -> model.closedProperty().subscribe(closed -> {
                    if (closed) {
                        card.close();
                    }
                }));
    }
}
