package org.billrunconsole.ui.evidence;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.evidence.EvidenceViewModel.State;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/** Binds the dialog of a pack. */
public final class EvidenceController {

    private final EvidenceViewModel model;
    private final EvidenceSentences sentences;
    private final Messages messages;

    @FXML
    private VBox evidenceDialog;
    @FXML
    private Label evidenceTitle;
    @FXML
    private Label evidenceFile;
    @FXML
    private HBox evidenceProgress;
    @FXML
    private Label evidenceWaiting;
    @FXML
    private HBox evidenceCard;
    @FXML
    private Label evidenceHead;
    @FXML
    private Label evidenceText;
    @FXML
    private VBox evidenceLines;
    @FXML
    private VBox sealBox;
    @FXML
    private TextField seal;
    @FXML
    private Button copySeal;
    @FXML
    private Button evidenceAgain;
    @FXML
    private Button evidenceClose;

    EvidenceController(EvidenceViewModel model, EvidenceSentences sentences, Messages messages) {
        this.model = model;
        this.sentences = sentences;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        evidenceClose.setCancelButton(true);
        model.stateProperty().subscribe(this::show);
    }

    @FXML
    void copy() {
        Clipboards.copy(seal.getText());
    }

    @FXML
    void tryAgain() {
        model.tryAgain();
    }

    @FXML
    void close() {
        model.close();
    }

    Node first() {
        return evidenceClose;
    }

    private void show(State state) {
        switch (state) {
            case State.Making(var run, var file) -> wait("evidence.making.title", file, messages.get("evidence.making",
                    run.label()));
            case State.Verifying(var file) -> wait("evidence.verifying.title", file, messages.get(
                    "evidence.verifying"));
            case State.Made(var run, var file, var pack) -> show("evidence.making.title", file, sentences.made(run,
                    pack), pack.seal(), false);
            case State.NotMade(var run, var file, var trouble) ->
                    show("evidence.making.title", file, sentences.notMade(run, trouble), "",
                            true);
            case State.Verified(var file, var pack) -> show("evidence.verifying.title", file, sentences.verified(pack),
                    pack.report().isWhole() ? pack.report().seal().orElse("") : "", false);
            case State.NotVerified(var file) -> show("evidence.verifying.title", file, sentences.notVerified(), "",
                    true);
            case State.Closed _ -> {
                // What it showed goes with it.
            }
        }
    }

    private void wait(String title, ChosenFile file, String words) {
        name(title, file);
        evidenceWaiting.setText(words);
        appear(evidenceProgress, true);
        appear(evidenceCard, false);
        appear(evidenceLines, false);
        appear(sealBox, false);
        appear(copySeal, false);
        hideAgain();
        evidenceClose.setText(messages.get("evidence.cancel"));
    }

    private void show(String title, ChosenFile file, EvidenceSentences.Shown shown, String number, boolean again) {
        name(title, file);
        appear(evidenceProgress, false);
        appear(evidenceCard, true);
        Styles.tone(evidenceCard, shown.tone());
        evidenceHead.setText(shown.title());
        evidenceText.setText(shown.text());
        evidenceLines.getChildren().setAll(shown.lines().stream().map(EvidenceController::line).toList());
        appear(evidenceLines, !shown.lines().isEmpty());
        seal.setText(number);
        appear(sealBox, !number.isEmpty());
        appear(copySeal, !number.isEmpty());
        if (again) {
            appear(evidenceAgain, true);
        } else {
            hideAgain();
        }
        evidenceClose.setText(messages.get("evidence.close"));
        AnnounceEvent.fire(evidenceCard, shown.tone() == Tone.DANGER ? Urgency.ERROR : Urgency.EVENT,
                shown.title() + ". " + shown.text());
    }

    private void name(String title, ChosenFile file) {
        evidenceTitle.setText(messages.get(title));
        evidenceDialog.setAccessibleText(messages.get(title));
        evidenceFile.setText(file.toString());
    }

    /** The keyboard must not go with it. */
    private void hideAgain() {
        if (evidenceAgain.isFocused()) {
            evidenceClose.requestFocus();
        }
        appear(evidenceAgain, false);
    }

    private static Label line(String text) {
        var line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static void appear(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
