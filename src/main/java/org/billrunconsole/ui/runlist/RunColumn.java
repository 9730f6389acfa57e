package org.billrunconsole.ui.runlist;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.billrunconsole.export.Cell;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.rows.SortValue;

/** A column of a table of runs: what its cells show, what they hold, and what the list is sorted by for it. */
final class RunColumn extends TableColumn<RunRow, RowFacts> {

    private final SortValue key;
    private final Function<RowFacts, Cell> value;

    /**
     * @param name  by which its layout is remembered
     * @param value what a cell holds for whoever takes the table elsewhere; asked on any thread
     */
    RunColumn(String name, String title, Supplier<TableCell<RunRow, RowFacts>> cell, SortValue key,
            Function<RowFacts, Cell> value) {
        super(title);
        this.key = key;
        this.value = value;
        setId(name);
        setCellValueFactory(features -> features.getValue().factsProperty());
        setCellFactory(_ -> cell.get());
    }

    /** The column and the direction in which it is to be sorted now. */
    RowOrder.Column order() {
        return new RowOrder.Column(key, getSortType() == SortType.DESCENDING);
    }

    /** What its cells hold; may be asked on any thread. */
    Function<RowFacts, Cell> value() {
        return value;
    }
}
