package org.billrunconsole.ui.actions;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;

/** Binds the dialog that asks what came of a change. */
public final class RulingController {

    private final RulingViewModel model;
    private final Messages messages;
    private final Optional<String> run;

    @FXML
    private VBox rulingDialog;
    @FXML
    private Label text;
    @FXML
    private RadioButton applied;
    @FXML
    private RadioButton notApplied;
    @FXML
    private TextField rulingReason;
    @FXML
    private Label trouble;
    @FXML
    private Button rulingCancel;
    @FXML
    private Button rulingButton;

    /** @param run what the run is called; empty if it may be any */
    public RulingController(RulingViewModel model, Messages messages, Optional<String> run) {
        this.model = model;
        this.messages = messages;
        this.run = run;
    }

    @FXML
    void initialize() {
        text.setText(run.map(name -> messages.get("ruling.text.run", name))
                .orElseGet(() -> messages.get("ruling.text.all")));
        rulingDialog.setAccessibleText(text.getText());
        rulingReason.textProperty().bindBidirectional(model.reasonProperty());
        applied.setOnAction(_ -> model.findingProperty().set(Optional.of(Finding.APPLIED)));
        notApplied.setOnAction(_ -> model.findingProperty().set(Optional.of(Finding.NOT_APPLIED)));
        AnnouncedLabel.error(trouble);
        // Enter unlocks nothing; Esc gets out.
        rulingCancel.setCancelButton(true);
        model.reasonProperty().subscribe(_ -> showState());
        model.findingProperty().subscribe(_ -> showState());
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

    /** Where the keyboard begins: at getting out of it, for what is unlocked here stays so. */
    public Node first() {
        return rulingCancel;
    }

    private void showState() {
        var state = model.stateProperty().get();
        rulingButton.setDisable(state == RulingViewModel.State.KEEPING || model.isIncomplete());
        var notKept = state == RulingViewModel.State.NOT_KEPT;
        trouble.setText(notKept ? messages.get("ruling.not-kept") : "");
        trouble.setVisible(notKept);
        trouble.setManaged(notKept);
    }
}
