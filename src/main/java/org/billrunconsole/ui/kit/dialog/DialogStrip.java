package org.billrunconsole.ui.kit.dialog;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;

/** The top of a dialog: where what is done in it goes, in the colour of that environment. */
public final class DialogStrip extends HBox {

    private final Label environment = new Label();
    private final Label address = new Label();

    public DialogStrip() {
        getStyleClass().add("dialog-strip");
        var dot = new Region();
        dot.getStyleClass().add("state-dot");
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        getChildren().setAll(dot, environment, between, address);
    }

    /** Says which connection it is; for the window's thread, once. */
    public void show(Connection connection, Messages messages) {
        var kind = Sentences.key(connection.kind());
        getStyleClass().add(kind);
        environment.setText(messages.get("shell.environment.pill", messages.get("shell.environment." + kind),
                connection.name()));
        address.setText(connection.address());
    }
}
