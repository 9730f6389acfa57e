package org.billrunconsole.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;

/** Binds About. */
public final class AboutController {

    private final AboutViewModel model;
    private final Messages messages;

    @FXML
    private VBox aboutDialog;
    @FXML
    private Label version;
    @FXML
    private Label runtime;
    @FXML
    private TextArea licences;
    @FXML
    private Button closeButton;

    AboutController(AboutViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        aboutDialog.setAccessibleText(messages.get("about.title"));
        version.setText(model.version());
        runtime.setText(model.runtime());
        licences.setText(model.licences());
        closeButton.setCancelButton(true);
        closeButton.setDefaultButton(true);
    }

    /** The one thing to do. */
    Node first() {
        return closeButton;
    }

    @FXML
    void copy() {
        Clipboards.copy(model.version() + System.lineSeparator() + model.runtime());
    }

    @FXML
    void close() {
        model.close();
    }
}
