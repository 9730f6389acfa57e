package org.billrunconsole.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
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
        for (var entry : keys(messages).entrySet()) {
            var key = new Label(entry.getKey());
            key.getStyleClass().add("key-hint");
            var what = new Label(entry.getValue());
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

    private static Map<String, String> keys(Messages messages) {
        var keys = new LinkedHashMap<String, String>();
        keys.put(KeyHints.shortcut("F"), messages.get("shell.keys.search"));
        keys.put("F5, " + KeyHints.shortcut("R"), messages.get("shell.keys.refresh"));
        keys.put(KeyHints.shortcut("1 – 4"), messages.get("shell.keys.tabs"));
        keys.put("Enter", messages.get("shell.keys.open"));
        keys.put("Space", messages.get("shell.keys.choose"));
        keys.put("Shift ↑ / ↓", messages.get("shell.keys.choose.range"));
        keys.put(KeyHints.shortcut("A"), messages.get("shell.keys.choose.all"));
        keys.put("← → ↑ ↓", messages.get("shell.keys.cards"));
        keys.put("Page ↑ / ↓", messages.get("shell.keys.month"));
        keys.put(KeyHints.shortcut("Enter"), messages.get("shell.keys.due"));
        keys.put(KeyHints.shortcut("Shift R"), messages.get("shell.keys.review"));
        keys.put("Esc", messages.get("shell.keys.close"));
        keys.put(KeyHints.shortcut("E"), messages.get("shell.keys.export"));
        keys.put(KeyHints.shortcut("K"), messages.get("shell.keys.connections"));
        keys.put(KeyHints.shortcut("Shift N"), messages.get("shell.keys.notices"));
        keys.put(KeyHints.shortcut("Shift L"), messages.get("shell.keys.theme"));
        keys.put(KeyHints.shortcut("I"), messages.get("about.title"));
        keys.put("F1, ?", messages.get("shell.keys.help"));
        return keys;
    }
}
