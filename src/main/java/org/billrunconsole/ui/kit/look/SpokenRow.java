package org.billrunconsole.ui.kit.look;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.billrunconsole.i18n.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A table's row that a screen reader says as a whole: "Run: Nov 2026 Business, Outcome: done …", each value with the
 * title of its column, from left to right, as it is shown. A column without a title is said by its value alone.
 * <p>
 * Its cells have to be {@link SpokenCell}s: it is the row's first cell that the keyboard is on.
 */
public final class SpokenRow<S> extends TableRow<S> {

    private final Messages messages;

    /** @param messages how a title and a value are put together */
    public SpokenRow(Messages messages) {
        this.messages = messages;
    }

    /** Put together only when it is asked for: most rows never are. */
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty()
                ? words(this, messages)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    /** What a row shows, in words. */
    public static String words(TableRow<?> row, Messages messages) {
        return row.getTableView().getVisibleLeafColumns()
                .stream()
                .map(column -> words(row, column, messages))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String words(TableRow<?> row, TableColumn<?, ?> column, Messages messages) {
        var value = row.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof TableCell<?, ?> cell && cell.getTableColumn() == column)
                .findFirst()
                .map(SpokenRow::words)
                .orElse("");
        var title = Objects.requireNonNullElse(column.getText(), "");
        return title.isBlank() || value.isEmpty() ? value : messages.get("row.spoken", title, value);
    }

    /** What stands in a cell. What can be pressed there is no value: it says itself when the keyboard is on it. */
    private static String words(Node node) {
        if (!node.isVisible() || node instanceof ButtonBase || node instanceof FontIcon && !isWords(node)) {
            return "";
        }
        return (isWords(node) ? Stream.of(node.getAccessibleText()) : switch (node) {
            case TextInputControl input -> Stream.of(input.getText());
            case Text text -> Stream.of(text.getText());
            case Labeled labeled when labeled.getText() != null && !labeled.getText().isBlank() -> Stream.of(
                    labeled.getText());
            case Labeled labeled -> Stream.ofNullable(labeled.getGraphic()).map(SpokenRow::words);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().map(SpokenRow::words);
            default -> Stream.of("");
        }).filter(words -> words != null && !words.isBlank()).collect(Collectors.joining(", "));
    }

    private static boolean isWords(Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
    }
}
