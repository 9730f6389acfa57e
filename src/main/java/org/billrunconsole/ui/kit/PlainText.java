package org.billrunconsole.ui.kit;

import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;

/**
 * Makes controls show their text as it is. Most of them read an underscore as the mark of a mnemonic; but runs, users
 * and connections may have underscores in their names, which would be lost, and Alt with the letter behind one would
 * press the button. No text of the program has a mnemonic; Alt with a letter presses a dialog's buttons without any.
 */
public final class PlainText {

    private PlainText() {}

    /** For a control that is made in code. */
    public static <T extends Labeled> T in(T control) {
        control.setMnemonicParsing(false);
        if (control instanceof MenuButton menu) {
            menu.getItems().forEach(item -> item.setMnemonicParsing(false));
            menu.getItems().addListener((ListChangeListener<MenuItem>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(item -> item.setMnemonicParsing(false));
                }
            });
        }
        return control;
    }

    /** For all that an FXML file has made, which has no skins yet: what they will show is not among their children. */
    static void within(@Nullable Node part) {
        if (part instanceof Labeled control) {
            in(control);
            if (control.isWrapText()) {
                WrappedText.in(control);
            }
            within(control.getGraphic());
        }
        var inside = switch (part) {
            case ScrollPane scroll -> Stream.ofNullable(scroll.getContent());
            case SplitPane split -> split.getItems().stream();
            case TabPane tabs -> tabs.getTabs().stream().map(Tab::getContent);
            case Parent parent -> parent.getChildrenUnmodifiable().stream();
            case null, default -> Stream.<Node>empty();
        };
        inside.forEach(PlainText::within);
    }
}
