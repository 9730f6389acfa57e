package org.billrunconsole.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.KeyHints;
import org.billrunconsole.ui.kit.Styles;

/** The list of keys that F1 shows. */
final class KeyOverlay extends VBox {

    KeyOverlay(Messages messages) {
        setId("keyOverlay");
        getStyleClass().addAll("dialog-card", "key-overlay");
        setMaxHeight(Region.USE_PREF_SIZE);
        var title = new Label(messages.get("shell.keys.title"));
        title.getStyleClass().add("dialog-title");
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
        getChildren().addAll(title, grid);
    }

    private static Map<String, String> keys(Messages messages) {
        var keys = new LinkedHashMap<String, String>();
        keys.put(KeyHints.shortcut("F"), messages.get("shell.keys.search"));
        keys.put("F5, " + KeyHints.shortcut("R"), messages.get("shell.keys.refresh"));
        keys.put(KeyHints.shortcut("1 / 2 / 3"), messages.get("shell.keys.tabs"));
        keys.put("Enter", messages.get("shell.keys.open"));
        keys.put(KeyHints.shortcut("Enter"), messages.get("shell.keys.due"));
        keys.put("Esc", messages.get("shell.keys.close"));
        keys.put(KeyHints.shortcut("K"), messages.get("shell.keys.connections"));
        keys.put(KeyHints.shortcut("Shift L"), messages.get("shell.keys.theme"));
        keys.put(KeyHints.shortcut("I"), messages.get("about.title"));
        keys.put("F1, ?", messages.get("shell.keys.help"));
        return keys;
    }
}
