package org.billrunconsole.ui.runlist.columns;

import java.util.Optional;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.LazyTooltips;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The flag in a cell that says that there is a note on its run, and what it says. Made with the first note. */
final class NoteFlag {

    private final TableCell<?, ?> cell;
    private final Messages messages;
    private Optional<Label> flag = Optional.empty();

    NoteFlag(TableCell<?, ?> cell, Messages messages) {
        this.cell = cell;
        this.messages = messages;
    }

    /** @param run what the cell says of it */
    void show(Optional<RunNote> note, String run) {
        if (note.isEmpty()) {
            cell.setGraphic(null);
            cell.setAccessibleText(null);
            return;
        }
        var text = DisplayText.lines(note.get().text());
        var shown = flag.orElseGet(this::made);
        LazyTooltips.set(shown, text);
        cell.setGraphic(shown);
        cell.setAccessibleText(messages.get("row.noted", run, text));
    }

    /** In pixels, with the gap in front of it; 0 while it is not shown. */
    double width() {
        return cell.getGraphic() == null ? 0 : Math.ceil(cell.getGraphic().prefWidth(-1)) + cell.getGraphicTextGap();
    }

    private Label made() {
        var made = new Label("", new FontIcon(Feather.FLAG));
        made.getStyleClass().add("note-flag");
        cell.setContentDisplay(ContentDisplay.RIGHT);
        flag = Optional.of(made);
        return made;
    }
}
