package org.billrunconsole.ui.runlist;

import java.util.Optional;
import javafx.scene.Node;
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
import org.billrunconsole.ui.runlist.rows.RunRow;

/**
 * The clicks and keys by which runs are chosen. They leave the selected row alone; all others are the table's own, which
 * select a row.
 */
final class TableChoosing {

    private final TableView<RunRow> table;
    private final RunListViewModel model;
    private Optional<RunKey> pressed = Optional.empty();
    private boolean clicking;

    TableChoosing(TableView<RunRow> table, RunListViewModel model) {
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

    private void clicked(MouseEvent event) {
        if (clicking) {
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
        focused().filter(_ -> place >= 0 && place < table.getItems().size()).ifPresent(from -> {
            model.chosen().step(from, table.getItems().get(place).key());
            table.getFocusModel().focus(place);
            if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.scrollTo(place);
            }
        });
        return true;
    }

    private void chooseTo(RunKey key) {
        model.chosen().chooseTo(key, model.selectedProperty().get());
    }

    private Optional<RunKey> focused() {
        return Optional.ofNullable(table.getFocusModel().getFocusedItem()).map(RunRow::key);
    }
}
