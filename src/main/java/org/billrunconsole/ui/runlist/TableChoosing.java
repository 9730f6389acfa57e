package org.billrunconsole.ui.runlist;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RunRow;

/**
 * The clicks and keys by which runs are chosen. They leave the selected row alone; all others are the table's own, which
 * select a row.
 */
final class TableChoosing {

    private final TableView<ListRow> table;
    private final RunListViewModel model;
    private Optional<RunKey> pressed = Optional.empty();
    private Optional<GroupRow.Key> header = Optional.empty();
    private boolean clicking;

    TableChoosing(TableView<ListRow> table, RunListViewModel model) {
        this.table = table;
        this.model = model;
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, this::clicked);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** True for a click on a row that chooses its run, false for one that selects it. */
    static boolean isChoosing(MouseEvent click) {
        return click.getButton() == MouseButton.PRIMARY && row(click.getPickResult()).isPresent()
                && (click.isShortcutDown() || click.isShiftDown() || isBox(click.getPickResult()));
    }

    /** The row that a click went to, if it holds a run of a list; tables of other things may lie over the list. */
    static Optional<RunRow> row(PickResult click) {
        for (var node = click.getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return row.getItem() instanceof RunRow run ? Optional.of(run) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isBox(PickResult click) {
        for (Node node = click.getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableCell<?, ?> cell) {
                return cell.getTableColumn() instanceof ChosenColumn;
            }
        }
        return false;
    }

    // ---- Mouse

    private void pressed(MouseEvent event) {
        header = header(event);
        if (header.isPresent()) {
            table.requestFocus();
            event.consume();
            return;
        }
        clicking = isChoosing(event);
        pressed = Optional.empty();
        if (clicking) {
            pressed = row(event.getPickResult()).map(RunRow::key);
            table.requestFocus();
            event.consume();
        }
    }

    /** As with any check box, a press can be taken back by letting go elsewhere. */
    private void released(MouseEvent event) {
        if (header.isPresent()) {
            event.consume();
            header(event).filter(key -> header.equals(Optional.of(key))).ifPresent(key -> clicked(event, key));
            return;
        }
        if (!clicking) {
            return;
        }
        event.consume();
        row(event.getPickResult()).map(RunRow::key).filter(key -> pressed.equals(Optional.of(key))).ifPresent(key -> {
            if (event.isShiftDown()) {
                chooseTo(key);
            } else {
                model.chosen().toggle(key);
            }
            table.getFocusModel().focus(model.placeOf(key));
        });
    }

    /** A click on the box of a header chooses its runs; anywhere else it hides or shows them. */
    private void clicked(MouseEvent event, GroupRow.Key key) {
        table.getFocusModel().focus(model.lineOf(key));
        if (event.isShortcutDown() || event.getPickResult().getIntersectedNode() instanceof Node node
                && isInBox(node)) {
            model.chooseGroup(key);
        } else {
            model.toggle(key);
        }
    }

    private static boolean isInBox(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each instanceof CheckBox) {
                return true;
            }
        }
        return false;
    }

    private static Optional<GroupRow.Key> header(MouseEvent event) {
        for (var node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return event.getButton() == MouseButton.PRIMARY && row.getItem() instanceof GroupRow group
                        ? Optional.of(group.key())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void clicked(MouseEvent event) {
        if (clicking || header.isPresent()) {
            event.consume();
        }
    }

    // ---- Keys

    private void keyPressed(KeyEvent event) {
        if (event.getTarget() == table && !event.isAltDown() && isTaken(event)) {
            event.consume();
        }
    }

    private boolean isTaken(KeyEvent event) {
        if (isForGroups(event)) {
            return true;
        }
        if (event.getCode() == KeyCode.SPACE) {
            focused().ifPresent(event.isShiftDown() ? this::chooseTo : model.chosen()::toggle);
            return true;
        }
        if (event.getCode() == KeyCode.A && event.isShortcutDown() && !event.isShiftDown()) {
            model.chosen().chooseShown();
            return true;
        }
        return event.isShiftDown() && !event.isShortcutDown() && switch (event.getCode()) {
            case UP, KP_UP -> stepTo(table.getFocusModel().getFocusedIndex() - 1);
            case DOWN, KP_DOWN -> stepTo(table.getFocusModel().getFocusedIndex() + 1);
            case HOME -> stepTo(0);
            case END -> stepTo(table.getItems().size() - 1);
            default -> false;
        };
    }

    private boolean stepTo(int place) {
        var lines = table.getItems();
        var inside = Math.clamp(place, 0, lines.size() - 1);
        // Headers are stepped over: of them nothing can be chosen but all.
        var by = inside >= table.getFocusModel().getFocusedIndex() && inside < lines.size() - 1 ? 1 : -1;
        var target = lines.get(inside) instanceof RunRow ? inside : inside + by;
        if (place == inside && target >= 0 && target < lines.size() && lines.get(target) instanceof RunRow to) {
            focused().ifPresent(from -> {
                model.chosen().step(from, to.key());
                focus(target);
            });
        }
        return true;
    }

    // ---- Groups

    /** What keys do where there are groups, or on a header. */
    private boolean isForGroups(KeyEvent event) {
        if (event.isShortcutDown() || event.isShiftDown() || model.groups().isEmpty() || table.getItems().isEmpty()) {
            return false;
        }
        var line = table.getFocusModel().getFocusedIndex();
        var last = table.getItems().size() - 1;
        switch (event.getCode()) {
            case UP, KP_UP -> goTo(Math.max(0, line - 1));
            case DOWN, KP_DOWN -> goTo(Math.min(last, line + 1));
            case PAGE_UP -> goTo(Math.max(0, line - page()));
            case PAGE_DOWN -> goTo(Math.min(last, line + page()));
            case HOME -> goTo(0);
            case END -> goTo(last);
            case LEFT, KP_LEFT -> collapse();
            case RIGHT, KP_RIGHT -> expand();
            case SPACE -> {
                if (!(table.getFocusModel().getFocusedItem() instanceof GroupRow group)) {
                    return false;
                }
                model.chooseGroup(group.key());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** To a run, which is selected with that, or to a header, which is not. */
    private void goTo(int line) {
        if (table.getItems().get(line) instanceof RunRow) {
            table.getSelectionModel().clearAndSelect(line);
        }
        focus(line);
    }

    private void focus(int line) {
        table.getFocusModel().focus(line);
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(line);
        }
    }

    private int page() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getLastVisibleCell() != null
                ? Math.max(1, flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex() - 1)
                : 1;
    }

    private void collapse() {
        var line = table.getFocusModel().getFocusedIndex();
        while (line > 0 && !(table.getItems().get(line) instanceof GroupRow)) {
            line--;
        }
        if (line >= 0 && table.getItems().get(line) instanceof GroupRow group) {
            focus(line);
            if (!group.shownProperty().get().collapsed()) {
                model.toggle(group.key());
            }
        }
    }

    private void expand() {
        if (table.getFocusModel().getFocusedItem() instanceof GroupRow group) {
            if (group.shownProperty().get().collapsed()) {
                model.toggle(group.key());
            } else {
                goTo(table.getFocusModel().getFocusedIndex() + 1);
            }
        }
    }

    private void chooseTo(RunKey key) {
        model.chosen().chooseTo(key, model.selectedProperty().get());
    }

    private Optional<RunKey> focused() {
        return table.getFocusModel().getFocusedItem() instanceof RunRow run ? Optional.of(run.key())
                : Optional.empty();
    }
}
