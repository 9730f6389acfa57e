package org.billrunconsole.ui.actions;

import atlantafx.base.controls.ModalPane;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Shows confirmations over the window. */
public final class ConfirmDialog {

    private final Fxml fxml;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final ReferenceData referenceData;
    private final ReviewPort reviews;

    public ConfirmDialog(Fxml fxml, Messages messages, Formats formats, Sentences sentences,
            ReferenceData referenceData, ReviewPort reviews) {
        this.fxml = fxml;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.referenceData = referenceData;
        this.reviews = reviews;
    }

    /** Shows one; it goes when its model is closed, and the keyboard returns to where it was. */
    public void show(ConfirmViewModel model, ModalPane over) {
        var controller = new ConfirmController(model, referenceData, reviews, messages, formats, sentences);
        ModalCard.show(fxml.load(controller), over, controller::first).ifPresent(card -> {
            var place = over.contentProperty().subscribe(content -> {
                if (content != card) {
                    model.covered();
                }
            });
            model.stateProperty().addListener((_, _, state) -> {
                if (state == ConfirmViewModel.State.CLOSED) {
                    place.unsubscribe();
                    card.close();
                }
            });
        });
    }
}
