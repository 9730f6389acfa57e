package org.billrunconsole.testkit;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;

/**
 * What a screen reader is told of the control that has the keyboard: in which dialog it is, its role, its name, its value
 * and what it is for. For the window's thread.
 */
public final class Spoken {

    private Spoken() {}

    /** One line: {@code BUTTON | Close and report… | | Freezes the run …}. */
    public static String of(Node node) {
        return node.getAccessibleRole() + " | "
                + AccessibleNames.of(node) + " | " + value(node) + " | "
                + Objects.requireNonNullElse(node.getAccessibleHelp(), "");
    }

    /** What the dialog says of itself that a control is in. */
    public static Optional<String> dialog(Node node) {
        return Stream.<Node>iterate(node, Objects::nonNull, Node::getParent)
                .filter(each -> each.getAccessibleRole() == AccessibleRole.DIALOG)
                .map(Node::getAccessibleText)
                .findFirst();
    }

    private static String value(Node node) {
        return String.valueOf(switch (node) {
            case TextInputControl input -> input.getText();
            case Spinner<?> spinner -> spinner.getEditor().getText();
            case DatePicker day -> day.getEditor().getText();
            case ComboBox<?> box -> box.queryAccessibleAttribute(AccessibleAttribute.TEXT);
            case CheckBox box -> box.isIndeterminate() ? "some" : box.isSelected() ? "ticked" : "not ticked";
            case Toggle toggle -> toggle.isSelected() ? "pressed" : "not pressed";
            case TabPane tabs -> tabs.getSelectionModel().getSelectedItem().getText();
            case TableView<?> _,ListView<?> _ ->
                    node.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM) instanceof Node item
                            ? item.queryAccessibleAttribute(AccessibleAttribute.TEXT)
                            : "";
            default -> node.isDisabled() ? "cannot be used now" : "";
        });
    }
}
