package org.billrunconsole.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.FileDialogs;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;
import org.billrunconsole.ui.settings.DiagnosticsViewModel.State;

/** Binds the diagnostics. */
public final class DiagnosticsController {

    private final DiagnosticsViewModel model;
    private final Messages messages;

    @FXML
    private VBox diagnosticsDialog;
    @FXML
    private TextArea preview;
    @FXML
    private Label trouble;
    @FXML
    private Button cancelButton;
    @FXML
    private Button saveButton;

    DiagnosticsController(DiagnosticsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.follow(trouble, Urgency.EVENT);
        diagnosticsDialog.setAccessibleText(messages.get("diagnostics.title"));
        preview.textProperty().bind(model.previewProperty());
        cancelButton.setCancelButton(true);
        model.stateProperty().subscribe(this::showState);
    }

    @FXML
    void save() {
        FileDialogs.save(diagnosticsDialog.getScene().getWindow(), messages.get("diagnostics.title"),
                "bill-run-console-diagnostics.zip").ifPresent(model::save);
    }

    @FXML
    void close() {
        model.close();
    }

    /** Nothing is saved by the first key. */
    Node first() {
        return cancelButton;
    }

    private void showState(State state) {
        saveButton.setDisable(state == State.LOADING || state == State.SAVING);
        if (state == State.SAVED) {
            cancelButton.setText(messages.get("diagnostics.close"));
        }
        trouble.setText(switch (state) {
            case FAILED -> messages.get("diagnostics.failed");
            case LOADING -> messages.get("diagnostics.loading");
            case SAVED -> messages.get("saving.done", model.savedAsProperty().get());
            case READY, SAVING, CLOSED -> "";
        });
    }
}
