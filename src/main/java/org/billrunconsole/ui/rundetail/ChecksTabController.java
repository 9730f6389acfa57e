package org.billrunconsole.ui.rundetail;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.CheckWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;

/** Binds the tab with what somebody should look at before the next step. */
public final class ChecksTabController {

    private final RunDetailViewModel model;
    private final CheckWords words;
    private final Messages messages;
    private final Formats formats;
    private final Runnable focusTabs;

    @FXML
    private Label noChecks;
    @FXML
    private Label lookNotKept;
    @FXML
    private VBox checkList;

    private CheckLines lines;

    /** @param focusTabs takes the keyboard where there is nothing more to say here */
    ChecksTabController(RunDetailViewModel model, CheckWords words, Messages messages, Formats formats,
            Runnable focusTabs) {
        this.model = model;
        this.words = words;
        this.messages = messages;
        this.formats = formats;
        this.focusTabs = focusTabs;
    }

    @FXML
    void initialize() {
        lines = new CheckLines(checkList, model.looks(), words, messages, formats, focusTabs);
        model.looks().notKeptProperty().subscribe(notKept -> {
            lookNotKept.setText(notKept ? messages.get("review.look.not-kept") : "");
            lookNotKept.setVisible(notKept);
            lookNotKept.setManaged(notKept);
        });
    }

    void show(Run run) {
        var looks = model.looks().looksProperty().get();
        noChecks.setVisible(looks.isEmpty());
        noChecks.setManaged(looks.isEmpty());
        lines.show(looks, model.referenceData().currencyOf(run));
    }
}
