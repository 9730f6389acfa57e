package org.billrunconsole.ui.rundetail.note;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.rundetail.note.NoteViewModel.State;

/** The place in the pane for the note on its run; what stands in it is made with the first note. */
public final class NotePart {

    private final VBox place;
    private final Button button;
    private final NoteViewModel model;
    private final Fxml fxml;
    private final Messages messages;
    private final Formats formats;
    private Optional<NoteController> content = Optional.empty();

    /** @param button begins to write, and has the keyboard once that is over */
    public NotePart(VBox place, Button button, NoteViewModel model, Fxml fxml, Messages messages, Formats formats) {
        this.place = place;
        this.button = button;
        this.model = model;
        this.fxml = fxml;
        this.messages = messages;
        this.formats = formats;
        button.setOnAction(_ -> write());
        model.stateProperty().subscribe(this::show);
    }

    /** Puts the caret where the note is written. */
    private void write() {
        model.write();
        content.ifPresent(NoteController::focusArea);
    }

    private void show(State now) {
        var noted = now instanceof State.Shown(var note) ? note.isPresent()
                : now instanceof State.Writing(var before, _) && before.isPresent();
        button.setText(messages.get(noted ? "note.edit" : "note.write"));
        var any = now instanceof State.Writing || now instanceof State.Shown && noted;
        place.setVisible(any);
        place.setManaged(any);
        if (any && content.isEmpty()) {
            var controller = new NoteController(model, messages, formats, button::requestFocus);
            content = Optional.of(controller);
            place.getChildren().setAll(fxml.load(controller));
        }
    }
}
