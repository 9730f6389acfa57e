package org.billrunconsole.ui.kit.focus;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.billrunconsole.ui.kit.WhileShown;

/**
 * The keyboard's way into a table's rows that have buttons, boxes, links or fields in them: Tab goes from the table to those of
 * the row that the keyboard is on and on out of the table, and in them the arrow keys go to the same in the next row. Tab
 * alone would go through all of them, a hundred in a hundred rows, in the order in which the table last used its cells
 * anew, and into rows that are not in view.
 * <p>
 * Such a control must not be a stop of Tab by itself: {@link #inRow}. For the window's thread.
 */
public final class RowControls {

    /** Under which a table has its keys. */
    private enum Kept {
        KEYS
    }

    private static final double TOLERANCE = 1;

    private final TableView<?> table;

    private RowControls(TableView<?> table) {
        this.table = table;
    }

    /** Gives a table the keys. */
    public static void install(TableView<?> table) {
        var keys = new RowControls(table);
        table.getProperties().put(Kept.KEYS, keys);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (keys.perform(event)) {
                event.consume();
            }
        });
        // With the mouse one comes to any row.
        WhileShown.subscribe(table, scene -> scene.focusOwnerProperty().subscribe(keys::follow));
    }

    /** Makes a control one that is come to by way of its row. */
    public static <T extends Control> T inRow(T control) {
        control.setFocusTraversable(false);
        return control;
    }

    /** For a dialog, which has Tab before any part of it: true if the table that the keyboard is in has taken the key. */
    public static boolean take(Node owner, KeyEvent event) {
        return Stream.iterate(owner, Objects::nonNull, Node::getParent)
                .filter(part -> part.hasProperties() && part.getProperties().get(Kept.KEYS) instanceof RowControls)
                .findFirst()
                .filter(part -> ((RowControls) part.getProperties().get(Kept.KEYS)).perform(event))
                .isPresent();
    }

    private boolean perform(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return false;
        }
        var owner = table.getScene().getFocusOwner();
        return switch (event.getCode()) {
            case KeyCode.TAB -> owner == table ? !event.isShiftDown() && enter() : goOn(owner, event.isShiftDown());
            case KeyCode.DOWN, KeyCode.KP_DOWN -> goTo(owner, 1);
            case KeyCode.UP, KeyCode.KP_UP -> goTo(owner, -1);
            default -> false;
        };
    }

    /** From the table into its row. */
    private boolean enter() {
        var first = row(table.getFocusModel().getFocusedIndex()).stream().flatMap(RowControls::controls).findFirst();
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    /** Within a row, and from its first control back to the table. After its last Tab leaves the table by itself. */
    private boolean goOn(Node owner, boolean back) {
        var controls = rowOf(owner).stream().flatMap(RowControls::controls).toList();
        var place = controls.indexOf(owner);
        if (place < 0) {
            return false;
        }
        var next = place + (back ? -1 : 1);
        if (next < 0) {
            table.requestFocus();
        } else if (next < controls.size()) {
            controls.get(next).requestFocus();
        }
        return next < controls.size();
    }

    /** To the same control in another row, or to what there is. */
    private boolean goTo(Node owner, int by) {
        var from = rowOf(owner);
        if (from.isEmpty()) {
            return false;
        }
        var place = controls(from.get()).toList().indexOf(owner);
        var to = Math.clamp(from.get().getIndex() + by, 0, table.getItems().size() - 1);
        select(to);
        var there = row(to).stream().flatMap(RowControls::controls).toList();
        (there.isEmpty() ? table : there.get(Math.clamp(place, 0, there.size() - 1))).requestFocus();
        return true;
    }

    private void follow(Node owner) {
        rowOf(owner).filter(row -> row.getIndex() != table.getFocusModel().getFocusedIndex())
                .ifPresent(row -> select(row.getIndex()));
    }

    /** The row that the keyboard is on and the one that the table's own keys are for are the same. */
    private void select(int row) {
        table.getSelectionModel().clearAndSelect(row);
    }

    private Optional<TableRow<?>> rowOf(Node control) {
        return Stream.iterate(control, Objects::nonNull, Node::getParent)
                .filter(TableRow.class::isInstance)
                .<TableRow<?>>map(each -> (TableRow<?>) each)
                .findFirst()
                .filter(row -> row.getTableView() == table);
    }

    /** The row of a place in the list, brought into view if it is not. */
    private Optional<TableRow<?>> row(int index) {
        if (index < 0) {
            return Optional.empty();
        }
        return shown(index).filter(this::isInView).or(() -> {
            table.scrollTo(index);
            table.layout();
            return shown(index);
        });
    }

    private Optional<TableRow<?>> shown(int index) {
        return table.lookupAll(".table-row-cell")
                .stream()
                .<TableRow<?>>map(each -> (TableRow<?>) each)
                .filter(row -> row.isVisible() && !row.isEmpty() && row.getIndex() == index)
                .findFirst();
    }

    private boolean isInView(TableRow<?> row) {
        var bounds = table.sceneToLocal(row.localToScene(row.getLayoutBounds()));
        var top = table.lookup(".column-header-background") instanceof Region header ? header.getHeight() : 0;
        // A row that is higher than the table is in view as soon as it begins there.
        return bounds.getMinY() >= top - TOLERANCE && Math.min(bounds.getMaxY(), bounds.getMinY() + table.getHeight()
                - top) <= table.getHeight() + TOLERANCE;
    }

    /** What can be pressed or written into in a row, from left to right and from top to bottom. */
    private static Stream<Node> controls(Node part) {
        return found(part).sorted(Comparator.comparingDouble((Node each) -> place(each).getMinX()).thenComparing(
                each -> place(each).getMinY()));
    }

    private static Stream<Node> found(Node part) {
        if (!part.isVisible() || part.isDisabled()) {
            return Stream.empty();
        }
        return part instanceof ButtonBase || part instanceof TextField ? Stream.of(part)
                : part instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(RowControls::found)
                        : Stream.empty();
    }

    private static Bounds place(Node control) {
        return control.localToScene(control.getLayoutBounds());
    }
}
