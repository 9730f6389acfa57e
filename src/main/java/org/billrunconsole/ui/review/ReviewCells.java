package org.billrunconsole.ui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.look.HeaderWidth;
import org.billrunconsole.ui.kit.look.SpokenCell;
import org.billrunconsole.ui.review.ReviewContents.Checked;
import org.billrunconsole.ui.review.ReviewContents.Mark;
import org.billrunconsole.ui.review.ReviewTable.Cell;
import org.billrunconsole.ui.review.ReviewTable.Column;
import org.billrunconsole.ui.review.ReviewTable.Kind;
import org.billrunconsole.ui.review.ReviewTable.Look;
import org.billrunconsole.ui.review.ReviewTable.Row;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The parts of which the review's lists are drawn. */
final class ReviewCells {

    private static final double SCROLL_BAR = 16;

    private ReviewCells() {}

    static List<TableColumn<Row, Cell>> columns(ReviewTable table) {
        return IntStream.range(0, table.columns().size()).mapToObj(place -> column(table, place)).toList();
    }

    /** Shares the width out by the columns' weights. */
    static void spread(TableView<Row> view, ReviewTable table) {
        var width = view.getWidth() - SCROLL_BAR;
        var all = table.columns().stream().mapToDouble(Column::weight).sum();
        for (int i = 0; width > 0 && i < Math.min(view.getColumns().size(), table.columns().size()); i++) {
            var column = view.getColumns().get(i);
            column.setPrefWidth(Math.max(Math.floor(width * table.columns().get(i).weight() / all),
                    HeaderWidth.of(column.getText())));
        }
    }

    /** What was read and what was not, one below the other. */
    static List<Node> checked(List<Checked> parts, Messages messages) {
        var lines = new ArrayList<Node>();
        for (int i = 0; i < parts.size(); i++) {
            lines.add(checked(parts.get(i), i == parts.size() - 1, messages));
        }
        return lines;
    }

    private static TableColumn<Row, Cell> column(ReviewTable table, int place) {
        var of = table.columns().get(place);
        var column = new TableColumn<Row, Cell>(of.title());
        column.setId(of.id());
        column.setSortable(table.sortable());
        column.setReorderable(false);
        if (of.look() == Look.NUMBER) {
            column.getStyleClass().add(Styles.NUMERIC);
        }
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue().cells().get(place)));
        column.setCellFactory(_ -> new Words(of));
        return column;
    }

    private static final class Words extends SpokenCell<Row, Cell> {

        private final Column column;

        private Words(Column column) {
            this.column = column;
            switch (column.look()) {
                case STRONG -> getStyleClass().add(Styles.STRONG);
                case MUTED -> getStyleClass().add(Styles.MUTED);
                case NUMBER -> getStyleClass().add(Styles.NUMERIC);
                case PLAIN, WHY -> {
                }
            }
        }

        @Override
        protected void updateItem(Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? null : cell.text());
            var row = getTableRow() == null ? null : getTableRow().getItem();
            var kind = empty || row == null ? Kind.PLAIN : row.kind();
            pseudoClassStateChanged(Styles.state("warns"), kind == Kind.WARNS && (column.look() == Look.WHY
                    || column.id().equals("difference")));
            pseudoClassStateChanged(Styles.state("head"), kind == Kind.HEAD);
        }
    }

    private static Node checked(Checked part, boolean last, Messages messages) {
        var icon = new FontIcon(part.mark() == Mark.PARTLY ? Feather.MINUS : Feather.CHECK);
        icon.setVisible(part.mark() != Mark.NOT);
        var marker = new StackPane(icon);
        marker.getStyleClass().add("step-marker");
        var line = new Region();
        line.getStyleClass().add("step-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(marker, line);
        rail.setAlignment(Pos.TOP_CENTER);
        var name = WrappedText.in(new Label(part.name()));
        var note = WrappedText.in(new Label(part.note()));
        note.getStyleClass().add(part.mark() == Mark.WHOLE ? "step-note" : Styles.WARN);
        note.getStyleClass().add("small");
        note.setMinHeight(Region.USE_PREF_SIZE);
        var body = new VBox(2, name, note);
        body.getStyleClass().add("step-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        var step = new HBox(rail, body);
        step.getStyleClass().addAll(Styles.STEP, "review-checked");
        step.pseudoClassStateChanged(Styles.state("done"), part.mark() == Mark.WHOLE);
        step.pseudoClassStateChanged(Styles.state("partly"), part.mark() == Mark.PARTLY);
        step.setAccessibleText(messages.get("review.checked.accessible", part.name(),
                messages.get("review.mark." + Sentences.key(part.mark())), part.note()));
        return step;
    }
}
