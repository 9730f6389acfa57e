package org.billrunconsole.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Finds what a screen reader could not name: everything seen that the keyboard can come to must say what it is for, in
 * words of its own, by its label or by an accessible text, and have a role; and the row of a table that the keyboard is on
 * must be said as "column: value". What is typed into a field or chosen in a
 * box is its value, and a prompt is gone once something is typed; neither is a name. For the window's thread.
 */
public final class AccessibleNames {

    /** What tells nobody anything. */
    private static final Set<AccessibleRole> NO_ROLES = EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private AccessibleNames() {}

    /** What has no name or role, a sentence each; nothing if all have. */
    public static List<String> missing(Parent root) {
        var missing = new ArrayList<String>();
        visit(root, missing);
        return missing;
    }

    /** What a screen reader calls a control; empty if it has nothing to call it by. */
    public static String of(Node node) {
        if (isWords(node.getAccessibleText())) {
            return node.getAccessibleText();
        }
        if (node instanceof Labeled labeled && isWords(labeled.getText())) {
            return labeled.getText();
        }
        return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label
                && isWords(label.getText()) ? label.getText() : "";
    }

    private static void visit(Node node, List<String> missing) {
        // The toolkit's own calendar is named by the toolkit.
        if (!node.isVisible() || node.getStyleClass().contains("date-picker-popup")) {
            return;
        }
        if (node.isFocusTraversable() && !isPartOfControl(node)) {
            if (of(node).isEmpty()) {
                missing.add(node + " has no name");
            }
            if (NO_ROLES.contains(node.getAccessibleRole())) {
                missing.add(node + " has no role");
            }
        }
        // A table that is a scene by itself is there for what is in its cells.
        if (node instanceof TableView<?> table && table.getParent() != null && !isRowSaid(table)) {
            missing.add(node + " does not say its row by the columns' titles");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, missing));
        }
    }

    private static boolean isRowSaid(TableView<?> table) {
        var titles = table.getVisibleLeafColumns().stream().map(TableColumn::getText).filter(
                AccessibleNames::isWords).toList();
        // It is a row's first cell that the keyboard is on. The header of a group of rows lies over all of them.
        return table.lookupAll(".table-cell")
                .stream()
                .filter(TableCell.class::isInstance)
                .map(cell -> (TableCell<?, ?>) cell)
                .filter(cell -> cell.getTableRow() != null && !cell.getTableRow().isEmpty()
                        && cell.getTableRow().isVisible() && cell.getTableView() == table
                        && table.getVisibleLeafColumns().indexOf(cell.getTableColumn()) == 0)
                .filter(cell -> !cell.getTableRow().getPseudoClassStates().contains(GROUP))
                .map(cell -> String.valueOf(cell.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .allMatch(said -> titles.stream().anyMatch(title -> said.contains(title + ": ")));
    }

    /** The field of a spinner or a box, which is read as the control that it is a part of. */
    private static boolean isPartOfControl(Node node) {
        return node.getParent() instanceof Spinner<?> || node.getParent() instanceof ComboBoxBase<?>;
    }

    private static boolean isWords(String text) {
        return text != null && !text.isBlank();
    }
}
