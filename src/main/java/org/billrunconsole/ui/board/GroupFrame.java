package org.billrunconsole.ui.board;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;

/** The frame of a column or a row of the board: its box, its name and what leads to the cards that have no room. */
final class GroupFrame {

    final Region box = new Region();
    final Label title = PlainText.in(new Label());
    final Label note = PlainText.in(new Label());
    final Button more = PlainText.in(new Button());

    GroupFrame() {
        box.getStyleClass().add("board-group");
        title.getStyleClass().add("group-title");
        note.getStyleClass().addAll("group-note", Styles.MUTED);
        note.setWrapText(true);
        title.setWrapText(true);
        more.getStyleClass().addAll("flat", "board-more");
        more.setFocusTraversable(false);
        more.setVisible(false);
    }

    void show(BoardGroup group) {
        title.setText(group.title());
        note.setText(group.note());
    }

    List<Node> nodes() {
        return List.of(box, title, note, more);
    }
}
