package org.billrunconsole.ui.kit;

import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Moves the keyboard focus between a search field and its table. */
public final class Focus {

    private Focus() {}

    /** Puts the keyboard into a table, on the row it was on or else the first. */
    public static void into(TableView<?> table) {
        table.requestFocus();
        if (table.getFocusModel().getFocusedIndex() < 0 && !table.getItems().isEmpty()) {
            table.getFocusModel().focus(0);
        }
    }

    /** Has the arrow that points at the table lead into it. */
    public static void onDown(TextField search, Runnable intoTable) {
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                intoTable.run();
            }
        });
    }
}
