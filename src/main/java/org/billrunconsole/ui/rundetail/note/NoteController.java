package org.billrunconsole.ui.rundetail.note;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.announce.AnnouncedLabel;
import org.billrunconsole.ui.rundetail.note.NoteViewModel.Phase;
import org.billrunconsole.ui.rundetail.note.NoteViewModel.State;

/** Binds the note on the run in the pane: its text, and in its place the field in which it is written. */
public final class NoteController {

    private final NoteViewModel model;
    private final Messages messages;
    private final Formats formats;
    private final Runnable focusBack;

    @FXML
    private HBox noteShown;
    @FXML
    private Label noteText;
    @FXML
    private Label noteBy;
    @FXML
    private VBox noteEditor;
    @FXML
    private TextArea noteArea;
    @FXML
    private Label noteCount;
    @FXML
    private Label noteHint;
    @FXML
    private Label noteTrouble;
    @FXML
    private HBox noteButtons;
    @FXML
    private Button noteSave;
    @FXML
    private Button noteCancel;
    @FXML
    private VBox noteQuestion;
    @FXML
    private Button noteKeepWriting;

    /** @param focusBack takes the keyboard once nothing is written any more */
    NoteController(NoteViewModel model, Messages messages, Formats formats, Runnable focusBack) {
        this.model = model;
        this.messages = messages;
        this.formats = formats;
        this.focusBack = focusBack;
    }

    @FXML
    void initialize() {
        AnnouncedLabel.error(noteTrouble);
        noteArea.textProperty().bindBidirectional(model.draftProperty());
        noteHint.setText(messages.get(model.isKept() ? "note.hint" : "note.hint.session",
                KeyHints.shortcut(messages, messages.get("key.enter"))));
        noteArea.setAccessibleHelp(noteHint.getText());
        model.draftProperty().subscribe(_ -> showDraft());
        model.stateProperty().subscribe(now -> show(now));
        Focus.keepEscape(noteEditor);
        // On its way down: the area would take Enter for a new line, and the window Ctrl+Enter for the run's next step.
        noteEditor.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            key.consume();
            save();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            key.consume();
            if (noteQuestion.isVisible()) {
                goOn();
            } else {
                leave();
            }
        }
    }

    @FXML
    void save() {
        leaving(model::save);
    }

    @FXML
    void leave() {
        leaving(model::leave);
    }

    @FXML
    void discard() {
        leaving(model::discard);
    }

    @FXML
    void goOn() {
        model.goOn();
        noteArea.requestFocus();
    }

    /** Puts the caret where somebody goes on writing. */
    void focusArea() {
        noteArea.requestFocus();
        noteArea.end();
    }

    /** The keyboard must not be left on a part that has gone. */
    private void leaving(Runnable command) {
        command.run();
        if (noteQuestion.isVisible()) {
            noteKeepWriting.requestFocus();
        } else if (!noteEditor.isVisible()) {
            focusBack.run();
        }
    }

    private void show(State now) {
        var hadKeyboard = Focus.isWithin(noteEditor);
        appear(noteShown, now instanceof State.Shown(var note) && note.isPresent());
        appear(noteEditor, now instanceof State.Writing);
        switch (now) {
            case State.NoRun _ -> {
            }
            case State.Shown(var note) -> note.ifPresent(this::show);
            case State.Writing(_, var phase) -> show(phase);
        }
        if (hadKeyboard && !(now instanceof State.Writing)) {
            focusBack.run();
        }
    }

    private void show(RunNote note) {
        var text = DisplayText.lines(note.text());
        noteText.setText(text);
        LazyTooltips.set(noteText, text);
        noteText.setAccessibleText(messages.get("note.accessible", text));
        noteBy.setText(note.user().isEmpty()
                ? formats.dateTime(note.when())
                : messages.get("note.by", DisplayText.line(note.user()), formats.dateTime(note.when())));
    }

    private void show(Phase phase) {
        var saving = phase instanceof Phase.Saving;
        var asked = phase instanceof Phase.Asked;
        noteArea.setEditable(!saving);
        appear(noteQuestion, asked);
        appear(noteButtons, !asked);
        noteCancel.setDisable(saving);
        var trouble = switch (phase) {
            case Phase.Open _,Phase.Asked _,Phase.Saving _ -> "";
            case Phase.NotKept _ -> messages.get("note.not-kept");
            case Phase.Overtaken(var now) when now.text().isEmpty() -> messages.get("note.overtaken.removed");
            case Phase.Overtaken(var now) -> messages.get("note.overtaken", DisplayText.line(now.user()),
                    DisplayText.lines(now.text()));
        };
        noteTrouble.setText(trouble);
        appear(noteTrouble, !trouble.isEmpty());
        showDraft();
    }

    private void showDraft() {
        if (model.stateProperty().get() instanceof State.Writing(var before, var phase)) {
            var excess = model.excess();
            var saving = phase instanceof Phase.Saving;
            noteCount.setText(excess > 0
                    ? messages.get("note.too-long", formats.number(excess))
                    : messages.get("note.count", formats.number(RunNote.tidied(model.draftProperty().get()).length()),
                            formats.number(RunNote.LONGEST)));
            Styles.tone(noteCount, excess > 0 ? Tone.DANGER : Tone.NEUTRAL);
            noteSave.setDisable(excess > 0 || saving);
            noteSave.setText(messages.get(saving ? "note.saving"
                    : before.isPresent() && model.draftProperty().get().isBlank() ? "note.remove"
                            : "note.save"));
        }
    }

    private static void appear(Node part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
