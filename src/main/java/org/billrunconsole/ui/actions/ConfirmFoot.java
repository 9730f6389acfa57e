package org.billrunconsole.ui.actions;

import java.time.LocalDate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.actions.ConfirmViewModel.State;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.dialog.DialogButtons;

/** The bottom of the confirmation: what is missing or under way, and the two buttons. */
final class ConfirmFoot {

    /** Whoever has waited so long wants to know what for. */
    private static final int LONG_SECONDS = 5;
    /** Told apart in every order of day and month. */
    private static final LocalDate EXAMPLE = LocalDate.of(2026, 12, 15);

    private final ConfirmViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final Sentences sentences;
    private final String environment;
    private final Label line;
    private final Button cancel;
    private final Button confirm;

    /** @param environment where it goes, as the strip calls it */
    ConfirmFoot(ConfirmViewModel model, Messages messages, Formats formats, Sentences sentences,
            String environment, Label line, Button cancel, Button confirm) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.sentences = sentences;
        this.environment = environment;
        this.line = line;
        this.cancel = cancel;
        this.confirm = confirm;
        Styles.choose(confirm, model.action().isIrreversible() ? "danger" : "accent", "danger", "accent");
        cancel.setCancelButton(true);
        cancel.setMaxWidth(Double.MAX_VALUE);
        confirm.setDefaultButton(!model.isGrave());
        model.problemProperty().subscribe(_ -> show());
        model.remainingProperty().subscribe(_ -> show());
        model.waitedProperty().subscribe(_ -> show());
        model.deniedProperty().subscribe(_ -> show());
        model.stateProperty().subscribe(this::showState);
    }

    private void show() {
        showState(model.stateProperty().get());
    }

    private void showState(State state) {
        var missing = model.deniedProperty()
                .get()
                .map(reason -> sentences.reason(reason, model.action()))
                .or(() -> model.problemProperty().get().map(what -> messages.get("confirm.problem."
                        + Sentences.key(what), formats.date(EXAMPLE), formats.dayInFigures(EXAMPLE))));
        var ready = missing.isEmpty();
        // There is always something to say, so that the buttons never move under the hand.
        switch (state) {
            case OPEN, ANSWERED -> show(missing.orElseGet(this::ready),
                    sentences.action(model.action(), model.runProperty().get().label()), ready, true);
            case COOLING -> show(messages.get("confirm.cooling"),
                    messages.get("confirm.button.cooling", model.remainingProperty().get()), false, true);
            case SENDING -> show(sending(), messages.get("confirm.button.sending"), false, false);
            case CLOSED -> {
                // What stood there last stays while the card goes.
            }
        }
        var cooling = state == State.COOLING;
        DialogButtons.showCancel(cancel, cooling, messages.get(cooling ? "confirm.cancel.cooling" : "confirm.cancel"));
    }

    private String sending() {
        var waited = model.waitedProperty().get();
        return waited < LONG_SECONDS ? messages.get("confirm.sending") : messages.get("confirm.sending.long", waited);
    }

    private String ready() {
        return model.stoppedProperty()
                .get()
                .map(why -> messages.get("confirm.stopped." + Sentences.key(why)))
                .orElseGet(() -> messages.get(model.isGrave() ? "confirm.ready.grave" : "confirm.ready", environment));
    }

    private void show(String text, String button, boolean canConfirm, boolean canCancel) {
        line.setText(text);
        confirm.setText(button);
        confirm.setDisable(!canConfirm);
        cancel.setDisable(!canCancel);
    }
}
