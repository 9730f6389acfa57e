package org.billrunconsole.ui.rundetail;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.FileDialogs;

/** Binds the tab with a run in the API's own words. */
public final class JsonTabController {

    private final RunDetailViewModel model;
    private final Messages messages;

    @FXML
    private TextArea json;
    @FXML
    private Label jsonSaved;

    private Optional<RunKey> shown = Optional.empty();

    /** Of which the text area shows as much as it can take. */
    private String whole = "";

    JsonTabController(RunDetailViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    void show(Run run) {
        if (!shown.equals(Optional.of(run.key()))) {
            // Where another run was saved says nothing about this one.
            shown = Optional.of(run.key());
            jsonSaved.setText("");
        }
        var text = model.json(run);
        if (!text.equals(whole)) {
            whole = text;
            json.setText(DisplayText.lines(text));
        }
    }

    @FXML
    void copyJson() {
        Clipboards.copy(whole);
    }

    @FXML
    void saveJson() {
        var name = shown.map(run -> (run.kind() == RunKind.REGULAR ? "bill-run-" : "adhoc-bill-run-") + run.id()
                + ".json").orElse("");
        FileDialogs.save(json.getScene().getWindow(), messages.get("detail.json.save"), name)
                .ifPresent(file -> model.save(file, whole, saved -> jsonSaved.setText(messages.get(saved
                        ? "saving.done"
                        : "saving.failed", file))));
    }
}
