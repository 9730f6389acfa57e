package org.billrunconsole.ui.kit.dialog;

import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.billrunconsole.ui.kit.Styles;

/** How the buttons of a dialog behave where much depends on them. */
public final class DialogButtons {

    /** Under which a button has whether what it does is grave. */
    private enum Mark {
        GRAVE
    }

    private DialogButtons() {}

    /** Neither Enter nor a letter must ever be what does the gravest; the space bar is pressed on purpose. */
    public static void neverByEnter(Button confirm, BooleanSupplier grave) {
        confirm.getProperties().put(Mark.GRAVE, grave);
        confirm.addEventFilter(KeyEvent.ANY, event -> {
            if (event.getCode() == KeyCode.ENTER && grave.getAsBoolean()) {
                event.consume();
            }
        });
    }

    /** True if a letter may lead to a button but not press it: what it does is grave, or it is red. */
    static boolean isOnPurposeOnly(ButtonBase button) {
        return button.getStyleClass().contains("danger")
                || button.getProperties().get(Mark.GRAVE) instanceof BooleanSupplier grave && grave.getAsBoolean();
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
