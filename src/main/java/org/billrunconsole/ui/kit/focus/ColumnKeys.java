package org.billrunconsole.ui.kit.focus;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.billrunconsole.ui.kit.announce.Announcement.Urgency;

/**
 * The keyboard's way to a table's headings, for what the mouse does there: the arrow keys with Ctrl go from heading to
 * heading, + and − make the column wider or narrower, the arrow keys with Alt sort by it. Only while the table itself has
 * the keyboard; with it goes the mark on the heading. For the window's thread.
 */
public final class ColumnKeys {

    /** On the heading that the keys are on. */
    public static final String MARK = "keyboard-heading";

    private static final PseudoClass BEFORE_ROWS = Styles.state("before-rows");

    /** By how much a key makes a column wider or narrower, in pixels. */
    private static final double WIDTH_STEP = 16;

    private final TableView<?> table;
    private final Messages messages;
    private Optional<TableColumn<?, ?>> heading = Optional.empty();

    private ColumnKeys(TableView<?> table, Messages messages) {
        this.table = table;
        this.messages = messages;
    }

    /** Gives a table the keys. */
    public static void install(TableView<?> table, Messages messages) {
        var keys = new ColumnKeys(table, messages);
        // Before the table, which scrolls with some of them.
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        // Without a row to show it, the line under the headings says that the keyboard is in the table.
        table.getFocusModel().focusedIndexProperty().subscribe(row -> table.pseudoClassStateChanged(BEFORE_ROWS, row
                .intValue() < 0));
        table.focusedProperty().subscribe(focused -> {
            if (!focused) {
                keys.leave();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getTarget() == table && perform(event)) {
            event.consume();
        }
    }

    private boolean perform(KeyEvent event) {
        if (event.isShortcutDown()) {
            return !event.isAltDown() && !event.isShiftDown() && switch (event.getCode()) {
                case RIGHT, KP_RIGHT -> go(1);
                case LEFT, KP_LEFT -> go(-1);
                default -> false;
            };
        }
        return heading.filter(column -> event.isAltDown() ? sort(column, event) : widen(column, event)).isPresent();
    }

    private boolean go(int by) {
        var columns = columns();
        if (columns.isEmpty()) {
            return false;
        }
        var now = heading.map(columns::indexOf).orElse(-1);
        var next = now < 0 ? by > 0 ? 0 : columns.size() - 1 : Math.clamp(now + by, 0, columns.size() - 1);
        leave();
        var column = columns.get(next);
        heading = Optional.of(column);
        column.getStyleClass().add(MARK);
        scrollTo(table, column);
        say(messages.get("heading.place", column.getText(), next + 1, columns.size()));
        return true;
    }

    private boolean widen(TableColumn<?, ?> column, KeyEvent event) {
        return switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> widen(table, column, WIDTH_STEP);
            case MINUS, SUBTRACT -> widen(table, column, -WIDTH_STEP);
            default -> false;
        };
    }

    private <S> boolean widen(TableView<S> of, TableColumn<?, ?> column, double by) {
        @SuppressWarnings("unchecked")
        var own = (TableColumn<S, ?>) column;
        of.resizeColumn(own, by);
        say(messages.get("heading.width", column.getText(), Math.round(column.getWidth())));
        return true;
    }

    private boolean sort(TableColumn<?, ?> column, KeyEvent event) {
        return column.isSortable() && switch (event.getCode()) {
            case UP, KP_UP -> sort(table, column, SortType.ASCENDING);
            case DOWN, KP_DOWN -> sort(table, column, SortType.DESCENDING);
            default -> false;
        };
    }

    private <S> boolean sort(TableView<S> of, TableColumn<?, ?> column, SortType way) {
        @SuppressWarnings("unchecked")
        var own = (TableColumn<S, ?>) column;
        own.setSortType(way);
        of.getSortOrder().setAll(List.of(own));
        say(messages.get(way == SortType.ASCENDING ? "heading.sorted.up" : "heading.sorted.down", column.getText()));
        return true;
    }

    private void leave() {
        heading.ifPresent(column -> column.getStyleClass().remove(MARK));
        heading = Optional.empty();
    }

    private void say(String words) {
        AnnounceEvent.fire(table, Urgency.EVENT, words);
    }

    /** Those that have a heading, and a width to change. */
    private List<? extends TableColumn<?, ?>> columns() {
        return table.getVisibleLeafColumns().stream().filter(column -> column.isResizable() && !column.getText()
                .isBlank()).toList();
    }

    private static <S> void scrollTo(TableView<S> of, TableColumn<?, ?> column) {
        @SuppressWarnings("unchecked")
        var own = (TableColumn<S, ?>) column;
        of.scrollToColumn(own);
    }
}
