package org.billrunconsole.ui.connect;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.connect.UnlockViewModel.State;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;

/** Binds the question whether changes are to be switched on. */
public final class UnlockController {

    private final UnlockViewModel model;
    private final Messages messages;

    @FXML
    private VBox unlockDialog;
    @FXML
    private HBox strip;
    @FXML
    private Label environment;
    @FXML
    private Label address;
    @FXML
    private Label text;
    @FXML
    private VBox reasonBox;
    @FXML
    private TextField unlockReason;
    @FXML
    private Label trouble;
    @FXML
    private Button unlockCancel;
    @FXML
    private Button unlockButton;

    UnlockController(UnlockViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        var kind = Sentences.key(model.connection().kind());
        strip.getStyleClass().add(kind);
        environment.setText(messages.get("shell.environment.pill", messages.get("shell.environment." + kind),
                model.connection().name()));
        address.setText(model.connection().address());
        text.setText(messages.get("unlock.text." + kind, model.connection().name()));
        unlockDialog.setAccessibleText(text.getText());
        reasonBox.setVisible(model.needsReason());
        reasonBox.setManaged(model.needsReason());
        unlockReason.textProperty().bindBidirectional(model.reasonProperty());
        AnnouncedLabel.error(trouble);
        // Enter does not switch on what can do damage; Esc gets out.
        unlockCancel.setCancelButton(true);
        model.reasonProperty().subscribe(_ -> showState());
        model.stateProperty().subscribe(_ -> showState());
    }

    @FXML
    void confirm() {
        model.confirm();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    /** Where the operator begins; switching changes on is not to be the first thing under the hand. */
    Node first() {
        return model.needsReason() ? unlockReason : unlockCancel;
    }

    private void showState() {
        var state = model.stateProperty().get();
        unlockButton.setDisable(state == State.SWITCHING || model.isIncomplete());
        trouble.setText(state == State.NOT_KEPT ? messages.get("unlock.not-kept") : "");
        trouble.setVisible(state == State.NOT_KEPT);
        trouble.setManaged(state == State.NOT_KEPT);
    }
}
