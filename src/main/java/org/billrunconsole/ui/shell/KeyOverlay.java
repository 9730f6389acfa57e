package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.dialog.DialogBody;
import org.billrunconsole.ui.kit.dialog.ModalCard;

/** The list of keys that F1 shows, and takes away again. */
final class KeyOverlay extends VBox {

    private final Button close;

    private KeyOverlay(Messages messages) {
        setId("keyOverlay");
        getStyleClass().addAll("dialog-card", "key-overlay");
        var title = new Label(messages.get("shell.keys.title"));
        title.getStyleClass().add("dialog-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinHeight(USE_PREF_SIZE);
        var grid = new GridPane();
        grid.getStyleClass().addAll("dialog-body", "key-grid");
        var row = 0;
        for (var each : Stream.of(ShellKeys.Key.values()).filter(ShellKeys.Key::isKnown).toList()) {
            var key = new Label(each.hint(messages));
            key.getStyleClass().add("key-hint");
            key.setMinWidth(USE_PREF_SIZE);
            var what = WrappedText.in(new Label(messages.get(each.words())));
            what.setMinHeight(USE_PREF_SIZE);
            what.getStyleClass().add(Styles.MUTED);
            grid.addRow(row++, key, what);
        }
        var body = new DialogBody();
        body.setContent(grid);
        setVgrow(body, Priority.ALWAYS);
        close = PlainText.in(new Button(messages.get("shell.keys.dismiss")));
        close.setId("keysClose");
        close.setCancelButton(true);
        close.setDefaultButton(true);
        var foot = new HBox(close);
        foot.getStyleClass().add("dialog-foot");
        getChildren().addAll(title, body, foot);
    }

    /** Shows it, unless a dialog is open. */
    static void show(Messages messages, ModalPane over) {
        var overlay = new KeyOverlay(messages);
        ModalCard.show(overlay, over, () -> overlay.close).ifPresent(card -> {
            overlay.close.setOnAction(_ -> card.close());
            overlay.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
                if (press.getCode() == KeyCode.F1) {
                    card.close();
                    press.consume();
                }
            });
        });
    }
}
