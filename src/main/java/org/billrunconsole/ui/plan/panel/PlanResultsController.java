package org.billrunconsole.ui.plan.panel;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.Clipboards;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.look.SpokenCell;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.plan.panel.PlanResultsViewModel.Row;
import org.billrunconsole.ui.plan.panel.PlanResultsViewModel.State;

/** Binds the table of how each run of a plan ended. */
final class PlanResultsController {

    private final PlanResultsViewModel model;
    private final Messages messages;
    private final Optional<ExportMenus> exports;

    @FXML
    private Label resultsCounts;
    @FXML
    private Label resultsSaved;
    @FXML
    private Button resultsCopy;
    @FXML
    private MenuButton resultsExport;
    @FXML
    private TableView<Row> resultsTable;

    /** @param exports what saves the results; without it they can only be copied */
    PlanResultsController(PlanResultsViewModel model, Messages messages, Optional<ExportMenus> exports) {
        this.exports = exports;
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        resultsTable.setItems(model.rows());
        resultsTable.setPlaceholder(new Label(""));
        resultsTable.setAccessibleText(messages.get("plan.results"));
        resultsTable.setRowFactory(_ -> new SpokenRow<>(messages));
        ColumnKeys.install(resultsTable, messages);
        resultsTable.getColumns().add(column("run", 180, Row::name));
        resultsTable.getColumns().add(outcome());
        resultsTable.getColumns().add(why());
        resultsTable.getColumns().add(numeric(column("took", 90, Row::took)));
        resultsTable.getColumns().add(numeric(column("money", 110, Row::money)));
        resultsExport.setVisible(exports.isPresent());
        resultsExport.setManaged(exports.isPresent());
        exports.ifPresent(menus -> resultsSaved.textProperty().bind(menus.fill(resultsExport, model)));
        model.stateProperty().subscribe(this::show);
    }

    @FXML
    void copy() {
        Clipboards.copy(model.text());
    }

    /** Where the keyboard goes. */
    Node first() {
        return resultsTable;
    }

    private void show(State state) {
        resultsCounts.setText(switch (state) {
            case State.Nothing _ -> "";
            case State.Reading _ -> messages.get("plan.results.reading");
            case State.NotKept _ -> messages.get("plan.results.not-kept");
            case State.Shown(_, var counts) -> counts;
        });
        var none = !(state instanceof State.Shown);
        resultsCopy.setDisable(none);
        resultsExport.setDisable(none);
    }

    private TableColumn<Row, Row> column(String name, double width, Function<Row, String> text) {
        var column = column(name, width);
        column.setCellFactory(_ -> new TextOf(text));
        return column;
    }

    private TableColumn<Row, Row> column(String name, double width) {
        var column = new TableColumn<Row, Row>(messages.get("plan.results.column." + name));
        column.setId(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        return column;
    }

    private static TableColumn<Row, Row> numeric(TableColumn<Row, Row> column) {
        column.getStyleClass().add(Styles.NUMERIC);
        return column;
    }

    private TableColumn<Row, Row> outcome() {
        var column = column("outcome", 150);
        column.setCellFactory(_ -> new Pill());
        return column;
    }

    private TableColumn<Row, Row> why() {
        var column = column("why", 420);
        column.setCellFactory(_ -> new Why());
        // What is left of the room goes to the reason.
        column.prefWidthProperty().bind(resultsTable.widthProperty().subtract(180 + 150 + 90 + 110 + 18).map(
                width -> Math.max(220, width.doubleValue())));
        return column;
    }

    /** A text, with all of it in a tip. */
    private static final class TextOf extends SpokenCell<Row, Row> {

        private final Function<Row, String> text;

        TextOf(Function<Row, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            var said = empty || row == null ? "" : text.apply(row);
            setText(said);
            setTooltip(said.length() < 40 ? null : new Tooltip(said));
        }
    }

    /** The reason in as many lines as it takes. */
    private static final class Why extends TableCell<Row, Row> {

        private final Label text = WrappedText.in(PlainText.in(new Label()));
        private final VBox box = new VBox(text);

        Why() {
            text.setMinHeight(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            text.setText(empty || row == null ? "" : row.why());
            setGraphic(text.getText().isEmpty() ? null : box);
        }

        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null ? super.computePrefHeight(width)
                    : Math.ceil(box.prefHeight(inside())) + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            // A cell would make its content as wide as the content's longest line.
            box.setPrefWidth(inside());
            super.layoutChildren();
        }

        private double inside() {
            return getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
        }
    }

    /** The outcome as a pill. */
    private static final class Pill extends TableCell<Row, Row> {

        private final Label pill = PlainText.in(new Label());

        Pill() {
            pill.getStyleClass().add(Styles.PILL);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            pill.setText(row.outcome());
            Styles.tone(pill, row.tone());
            setGraphic(pill);
        }
    }
}
