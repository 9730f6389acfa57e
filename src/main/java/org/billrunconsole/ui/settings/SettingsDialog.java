package org.billrunconsole.ui.settings;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** Shows the preferences, and the diagnostics, over the window. */
public final class SettingsDialog {

    private final Fxml fxml;
    private final Messages messages;
    private final List<String> rules;

    /** @param rules what the computer's administrators have set, a sentence each */
    public SettingsDialog(Fxml fxml, Messages messages, List<String> rules) {
        this.fxml = fxml;
        this.messages = messages;
        this.rules = List.copyOf(rules);
    }

    /**
     * Shows the preferences; they go when their model is closed.
     *
     * @param diagnostics shows the diagnostics instead
     */
    public void show(SettingsViewModel model, Runnable diagnostics, ModalPane over) {
        var controller = new SettingsController(model, messages, rules, diagnostics);
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> model.stateProperty().subscribe(state -> {
                    if (state == SettingsViewModel.State.CLOSED) {
                        card.close();
                    }
                }));
    }

    /** Shows what would be saved before anything is. */
    public void show(DiagnosticsViewModel model, ModalPane over) {
        var controller = new DiagnosticsController(model, messages);
        ModalCard.show(fxml.load(controller), over, controller::first)
                .ifPresent(card -> model.stateProperty().subscribe(state -> {
                    if (state == DiagnosticsViewModel.State.CLOSED) {
                        card.close();
                    }
                }));
    }
}
