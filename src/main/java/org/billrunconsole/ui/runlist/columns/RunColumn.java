package org.billrunconsole.ui.runlist.columns;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.billrunconsole.export.Cell;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunRow;

/** A column of a table of runs: what it says of each, and how its cells show that. */
public final class RunColumn extends TableColumn<ListRow, RowFacts> {

    private final RunField field;

    RunColumn(RunField field, Supplier<TableCell<ListRow, RowFacts>> cell) {
        super(field.title());
        this.field = field;
        setId(field.id());
        setCellValueFactory(features -> features.getValue() instanceof RunRow run ? run.factsProperty() : null);
        setCellFactory(_ -> cell.get());
    }

    /** What it says. */
    public RunField field() {
        return field;
    }

    /** What its cells hold; may be asked on any thread. */
    public Function<RowFacts, Cell> value() {
        return facts -> field.value().apply(facts).cell();
    }

    /** The column and the direction in which it is to be sorted now. */
    public RowOrder.Column order() {
        return new RowOrder.Column(field.order(), getSortType() == SortType.DESCENDING);
    }
}
