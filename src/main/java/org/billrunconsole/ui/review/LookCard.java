package org.billrunconsole.ui.review;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.review.ReviewViewModel.State;

/** Whether somebody has looked at the review, and the field in which they say so. */
final class LookCard {

    private final ReviewViewModel model;
    private final Messages messages;
    private final VBox card;
    private final Label title;
    private final Label text;
    private final VBox form;
    private final TextField reason;
    private final Label problem;
    private final Button look;

    LookCard(ReviewViewModel model, Messages messages, VBox card, Label title, Label text, VBox form,
            TextField reason, Button give, Label problem, Button look) {
        this.model = model;
        this.messages = messages;
        this.card = card;
        this.title = title;
        this.text = text;
        this.form = form;
        this.reason = reason;
        this.problem = problem;
        this.look = look;
        form.setVisible(false);
        form.managedProperty().bind(form.visibleProperty());
        look.managedProperty().bind(look.visibleProperty());
        look.visibleProperty().bind(form.visibleProperty().not());
        give.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank(), reason.textProperty()));
        model.lookedProperty().subscribe(_ -> show());
        model.sinceProperty().subscribe(_ -> show());
        model.notKeptProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(_ -> {
            form.setVisible(false);
            reason.clear();
            show();
        });
    }

    private void show() {
        if (!(model.stateProperty().get() instanceof State.Shown(var contents))) {
            return;
        }
        var looked = model.words().looked(model.lookedProperty().get(), contents.currency());
        title.setText(looked.title());
        show(title, !looked.title().isEmpty());
        text.setText(looked.text());
        card.getStyleClass().setAll(looked.tone() == Tone.NEUTRAL ? "muted" : "outcome-card");
        Styles.tone(card, looked.tone());
        Styles.choose(look, model.lookedProperty().get().holds() ? "flat-look" : "success", "success", "flat-look");
        look.setDisable(!model.canLook());
        if (!model.canLook()) {
            form.setVisible(false);
        }
        var said = model.notKeptProperty().get() ? "review.look.not-kept"
                : model.sinceProperty().get().open() && !model.canLook() ? "review.look.again" : "";
        problem.setText(said.isEmpty() ? "" : messages.get(said));
        show(problem, !said.isEmpty());
    }

    private static void show(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
