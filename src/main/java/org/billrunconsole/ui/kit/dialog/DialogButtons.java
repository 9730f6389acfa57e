package org.billrunconsole.ui.kit.dialog;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.billrunconsole.ui.kit.Styles;

/** How the buttons of a dialog behave where much depends on them. */
public final class DialogButtons {

    private DialogButtons() {}

    /** Enter must never be what does the gravest; the space bar is pressed on purpose. */
    public static void neverByEnter(Button confirm, BooleanSupplier grave) {
        confirm.addEventFilter(KeyEvent.ANY, event -> {
            if (event.getCode() == KeyCode.ENTER && grave.getAsBoolean()) {
                event.consume();
            }
        });
    }

    /** While something is held back, cancelling is what hand and keyboard should find. */
    public static void showCancel(Button cancel, boolean large, String text) {
        var was = cancel.getStyleClass().contains("cancel-large");
        Styles.choose(cancel, large ? "cancel-large" : "cancel-plain", "cancel-large", "cancel-plain");
        HBox.setHgrow(cancel, large ? Priority.ALWAYS : Priority.NEVER);
        cancel.setText(text);
        if (large && !was) {
            cancel.requestFocus();
        }
    }
}
