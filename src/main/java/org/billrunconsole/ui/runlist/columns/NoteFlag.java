package org.billrunconsole.ui.runlist.columns;

import java.util.Optional;
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
    private Optional<Label> made = Optional.empty();
    private Optional<Label> shown = Optional.empty();

    NoteFlag(TableCell<?, ?> cell, Messages messages) {
        this.cell = cell;
        this.messages = messages;
    }

    /**
     * Says of a run what its note says.
     *
     * @param run what the cell says of it
     * @return what is to be shown in the cell; empty where there is no note
     */
    Optional<Label> of(Optional<RunNote> note, String run) {
        shown = note.map(each -> {
            var text = DisplayText.lines(each.text());
            var flag = made.orElseGet(this::make);
            LazyTooltips.set(flag, text);
            cell.setAccessibleText(messages.get("row.noted", run, text));
            return flag;
        });
        if (shown.isEmpty()) {
            cell.setAccessibleText(null);
        }
        return shown;
    }

    /** In pixels, with the gap in front of it; 0 while it is not shown. */
    double width() {
        return shown.map(flag -> Math.ceil(flag.prefWidth(-1)) + cell.getGraphicTextGap()).orElse(0.0);
    }

    private Label make() {
        var flag = new Label("", new FontIcon(Feather.FLAG));
        flag.getStyleClass().add("note-flag");
        made = Optional.of(flag);
        return flag;
    }
}
