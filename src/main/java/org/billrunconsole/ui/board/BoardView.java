package org.billrunconsole.ui.board;

import java.util.function.Consumer;
import javafx.scene.Parent;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Fxml;

/**
 * The board made ready for the window.
 *
 * @param root       what to show
 * @param controller for the commands that come from the window's keys
 */
public record BoardView(Parent root, BoardController controller) {

    /**
     * Makes it.
     *
     * @param open shows a run in the list
     * @param list shows some runs of a month in the list
     */
    public static BoardView create(BoardViewModel model, Fxml fxml, Messages messages, Formats formats,
            Sentences sentences, Consumer<RunKey> open, Consumer<MonthRuns> list) {
        var controller = new BoardController(model, messages, formats, sentences, open, list);
        return new BoardView(fxml.load(controller), controller);
    }
}
