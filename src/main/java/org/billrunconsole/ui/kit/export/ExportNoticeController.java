package org.billrunconsole.ui.kit.export;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.export.ExportsViewModel.State;

/** Binds the notice of an export: how far it is, what came of it, and what can be done now. */
final class ExportNoticeController {

    private final ExportsViewModel exports;
    private final ExportWords words;

    @FXML
    private VBox exportNotice;
    @FXML
    private Label exportTitle;
    @FXML
    private Label exportText;
    @FXML
    private ProgressBar exportProgress;
    @FXML
    private Button exportStop;
    @FXML
    private Button exportFolder;
    @FXML
    private Button exportAgain;
    @FXML
    private Button exportDismiss;

    ExportNoticeController(ExportsViewModel exports, Messages messages) {
        this.exports = exports;
        this.words = new ExportWords(messages);
    }

    @FXML
    void initialize() {
        exportProgress.setMaxWidth(Double.MAX_VALUE);
        exports.stateProperty().subscribe(this::show);
    }

    @FXML
    void stop() {
        exportStop.setDisable(true);
        exports.stop();
    }

    @FXML
    void showFolder() {
        exports.showFolder();
    }

    @FXML
    void again() {
        exports.again();
    }

    @FXML
    void dismiss() {
        exports.dismiss();
    }

    private void show(State state) {
        // On its way out it says what it has said.
        if (state instanceof State.Idle) {
            return;
        }
        exportTitle.setText(words.title(state));
        exportText.setText(words.text(state));
        exportNotice.setAccessibleText(exportTitle.getText() + ". " + exportText.getText());
        Styles.tone(exportNotice, words.tone(state));
        if (state instanceof State.Writing(_, var done, var all)) {
            exportProgress.setProgress(all == 0 ? 0 : (double) done / all);
            exportProgress.setAccessibleText(exportText.getText());
            // Another one has begun where the last one was stopped.
            exportStop.setDisable(exportStop.isDisabled() && all > 0);
        }
        shown(exportProgress, state instanceof State.Writing);
        shown(exportStop, state instanceof State.Writing);
        shown(exportFolder, state instanceof State.Saved);
        shown(exportAgain, state instanceof State.Failed);
        shown(exportDismiss, !(state instanceof State.Writing));
    }

    private static void shown(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
