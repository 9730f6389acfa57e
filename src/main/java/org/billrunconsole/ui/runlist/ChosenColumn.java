package org.billrunconsole.ui.runlist;

import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Styles;
import org.billrunconsole.ui.kit.WhileShown;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunRow;

/** The check boxes before the rows, and the one in the header for all that is shown. */
final class ChosenColumn extends TableColumn<ListRow, RowFacts> {

    /** In pixels. */
    static final double WIDTH = 32;

    private final ChosenRuns runs;
    private final ReadOnlyObjectProperty<Chosen> chosen;
    private final Messages messages;

    ChosenColumn(RunListViewModel model, Messages messages) {
        this.runs = model.chosen();
        this.chosen = model.chosenProperty();
        this.messages = messages;
        setId("chosen");
        getStyleClass().add(Styles.CHOSEN);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        setResizable(false);
        setReorderable(false);
        setSortable(false);
        setCellValueFactory(features -> features.getValue() instanceof RunRow run ? run.factsProperty() : null);
        setCellFactory(_ -> new Cell());
        setGraphic(header());
    }

    /** Keeps the column where it is when another is dragged before it. */
    void stayFirst(TableView<ListRow> table) {
        table.getColumns().addListener((ListChangeListener<TableColumn<ListRow, ?>>) _ -> {
            if (table.getColumns().contains(this) && table.getColumns().getFirst() != this) {
                table.getColumns().setAll(Stream.concat(Stream.of(this), table.getColumns()
                        .stream()
                        .filter(column -> column != this)).toList());
            }
        });
    }

    private CheckBox header() {
        var all = PlainText.in(new CheckBox());
        all.setId("chooseShown");
        all.setAccessibleText(messages.get("list.chosen.all"));
        // The keyboard has a key for all; in the header it would stand between search and rows.
        all.setFocusTraversable(false);
        all.setOnAction(_ -> runs.toggleShown());
        WhileShown.subscribe(all, _ -> chosen.subscribe(now -> {
            all.setSelected(now.everyShown());
            all.setIndeterminate(!now.isEmpty() && !now.everyShown());
        }));
        return all;
    }

    /** A row's check box. The mouse reaches it through the table, see {@link TableChoosing}. */
    private final class Cell extends TableCell<ListRow, RowFacts> {

        private final CheckBox box = PlainText.in(new CheckBox());

        Cell() {
            getStyleClass().add(Styles.CHOSEN);
            box.setMouseTransparent(true);
            box.setFocusTraversable(false);
            box.setOnAction(_ -> runs.toggle(getItem().key()));
            WhileShown.subscribe(this, _ -> chosen.subscribe(_ -> show()));
        }

        @Override
        protected void updateItem(RowFacts facts, boolean empty) {
            super.updateItem(facts, empty);
            show();
        }

        /** It is this cell that the keyboard is on; what a screen reader says of it is the whole row. */
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.TEXT && getTableRow() != null
                    ? getTableRow().queryAccessibleAttribute(attribute, parameters)
                    : super.queryAccessibleAttribute(attribute, parameters);
        }

        private void show() {
            var facts = getItem();
            if (isEmpty() || facts == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var now = chosen.get().contains(facts.key());
            box.setSelected(now);
            setAccessibleText(messages.get(now ? "list.chosen.yes" : "list.chosen.no", facts.run().label()));
            box.setAccessibleText(getAccessibleText());
            setGraphic(box);
        }
    }
}
