package org.billrunconsole.ui.plan;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.WrappedText;
import org.billrunconsole.ui.kit.focus.ColumnKeys;
import org.billrunconsole.ui.kit.focus.RowControls;
import org.billrunconsole.ui.kit.look.SpokenCell;
import org.billrunconsole.ui.kit.look.SpokenRow;
import org.billrunconsole.ui.plan.PlanSheetRow.Standing;

/** The table of a plan's sheet: what each run is and bills, whether it goes along, and what the checks say of it. */
final class PlanSheetTable {

    private final PlanSheetRows rows;
    private final PlanSheetWords words;
    private final Messages messages;

    private PlanSheetTable(PlanSheetRows rows, PlanSheetWords words, Messages messages) {
        this.rows = rows;
        this.words = words;
        this.messages = messages;
    }

    /** Fills a table with the runs of a sheet. */
    static void fill(TableView<PlanSheetRow> table, PlanSheetRows rows, PlanSheetWords words, Messages messages) {
        new PlanSheetTable(rows, words, messages).fill(table);
    }

    private void fill(TableView<PlanSheetRow> table) {
        table.getColumns()
                .setAll(List.of(column("take", 38, 38, TakeCell::new),
                        text("name", 150, 230, row -> row.run().label(), Styles.STRONG),
                        text("stage", 136, 190, row -> words.stage(row.run()), Styles.MUTED),
                        text("revenue", 92, 120, row -> words.money(row.run()), Styles.NUMERIC),
                        column("state", 260, Double.MAX_VALUE, StateCell::new)));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label());
        table.setRowFactory(_ -> new SpokenRow<>(messages));
        ColumnKeys.install(table, messages);
        RowControls.install(table);
        table.setItems(rows.all());
        table.setAccessibleText(messages.get("sheet.accessible"));
        table.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            var row = table.getSelectionModel().getSelectedItem();
            if (press.getCode() == KeyCode.SPACE && row != null) {
                row.setIncluded(!row.includedProperty().get());
                press.consume();
            }
        });
        // How high a row is follows from how wide its words may be.
        table.widthProperty().subscribe(() -> table.refresh());
    }

    private TableColumn<PlanSheetRow, PlanSheetRow> text(String name, double least, double most,
            Function<PlanSheetRow, String> text, String style) {
        var column = column(name, least, most, () -> new WordsCell(text, style));
        column.getStyleClass().add(style);
        return column;
    }

    private TableColumn<PlanSheetRow, PlanSheetRow> column(String id, double least, double most,
            Supplier<TableCell<PlanSheetRow, PlanSheetRow>> cell) {
        var column = new TableColumn<PlanSheetRow, PlanSheetRow>(
                id.equals("take") ? "" : messages.get("sheet.column." + id));
        column.setId(id);
        column.setMinWidth(least);
        column.setMaxWidth(most);
        column.setPrefWidth(Math.min(most, 2 * least));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /** A cell that is as high as what is in it at the width of its column, and follows its run. */
    private abstract static class RowCell extends SpokenCell<PlanSheetRow, PlanSheetRow> {

        private Subscription following = Subscription.EMPTY;

        /** Makes the cell show a run, and returns what ends that. */
        abstract Subscription show(PlanSheetRow row);

        @Override
        protected void updateItem(PlanSheetRow row, boolean empty) {
            super.updateItem(row, empty);
            following.unsubscribe();
            following = Subscription.EMPTY;
            if (empty || row == null) {
                setGraphic(null);
            } else {
                following = show(row);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null ? super.computePrefHeight(width)
                    : Math.ceil(getGraphic().prefHeight(inside())) + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected void layoutChildren() {
            // A cell would make its content as wide as the content's longest line.
            if (getGraphic() instanceof Region content && getWidth() > 0) {
                content.setPrefWidth(inside());
            }
            super.layoutChildren();
        }

        private double inside() {
            return getTableColumn().getWidth() - snappedLeftInset() - snappedRightInset();
        }

        /** Puts something in it, and has the row find its height anew. */
        void put(Region content) {
            setGraphic(content);
            requestLayout();
        }
    }

    /** Words that may take several lines. */
    private static final class WordsCell extends RowCell {

        private final Function<PlanSheetRow, String> text;
        private final Label label = WrappedText.in(PlainText.in(new Label()));

        private WordsCell(Function<PlanSheetRow, String> text, String style) {
            this.text = text;
            label.getStyleClass().add(style);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinHeight(Region.USE_PREF_SIZE);
            getStyleClass().add(style);
        }

        @Override
        Subscription show(PlanSheetRow row) {
            label.setText(text.apply(row));
            put(new VBox(label));
            return Subscription.EMPTY;
        }
    }

    /** Takes the run along, or out. */
    private final class TakeCell extends RowCell {

        private final CheckBox box = RowControls.inRow(new CheckBox());

        @Override
        Subscription show(PlanSheetRow row) {
            box.setAccessibleText(messages.get("sheet.take", row.run().label()));
            box.setDisable(!row.canBeTaken());
            box.setOnAction(_ -> row.setIncluded(box.isSelected()));
            put(new HBox(box));
            return row.includedProperty().subscribe(box::setSelected);
        }
    }

    /** As wide in every row as it must be for what may stand under the standing. */
    private static final class StandingBox extends VBox {

        private final Hyperlink below;

        private StandingBox(Label standing, Hyperlink below) {
            super(standing, below);
            this.below = below;
            setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefWidth(double height) {
            return Math.max(super.computePrefWidth(height), below.prefWidth(-1));
        }
    }

    /** How the run stands, why, and what warns; with a reason of its own where somebody wants to write one. */
    private final class StateCell extends RowCell {

        private final Label standing = PlainText.in(new Label());
        private final Label sentences = WrappedText.in(PlainText.in(new Label()));
        private final Hyperlink another = RowControls.inRow(PlainText.in(new Hyperlink(messages.get(
                "sheet.own-reason"))));
        private final TextField reason = RowControls.inRow(new TextField());
        private final VBox beside = new VBox(sentences, reason);
        private final HBox content = new HBox(new StandingBox(standing, another), beside);

        private StateCell() {
            standing.getStyleClass().add(Styles.PILL);
            standing.setMinWidth(Region.USE_PREF_SIZE);
            another.setMinWidth(Region.USE_PREF_SIZE);
            content.getChildren().getFirst().getStyleClass().add("sheet-standing");
            HBox.setHgrow(beside, Priority.ALWAYS);
            beside.setMinWidth(0);
            sentences.setMinHeight(Region.USE_PREF_SIZE);
            sentences.getStyleClass().add("sheet-sentences");
            content.getStyleClass().add("sheet-state");
            reason.setPromptText(messages.get("sheet.own-reason.prompt"));
            reason.setAccessibleText(messages.get("sheet.own-reason.prompt"));
        }

        @Override
        Subscription show(PlanSheetRow row) {
            sentences.setText(String.join("\n", words.sentences(row)));
            show(sentences, !sentences.getText().isEmpty());
            another.setOnAction(_ -> {
                row.itsOwnReasonProperty().set(true);
                reason.requestFocus();
            });
            reason.textProperty().bindBidirectional(row.reasonProperty());
            put(content);
            showStanding(row);
            return Subscription.combine(row.includedProperty().subscribe(() -> showStanding(row)),
                    row.itsOwnReasonProperty().subscribe(() -> showStanding(row)),
                    () -> reason.textProperty().unbindBidirectional(row.reasonProperty()));
        }

        private void showStanding(PlanSheetRow row) {
            standing.setText(words.standing(row));
            Styles.tone(standing, switch (row.standing()) {
                case ELIGIBLE -> Tone.SUCCESS;
                case WARNED -> Tone.WARNING;
                case TAKEN_OUT, SKIPPED -> Tone.NEUTRAL;
            });
            var warned = row.standing() == Standing.WARNED;
            show(another, warned && !row.itsOwnReasonProperty().get());
            show(reason, warned && row.itsOwnReasonProperty().get());
            requestLayout();
        }

        private static void show(Node part, boolean shown) {
            part.setVisible(shown);
            part.setManaged(shown);
        }
    }
}
