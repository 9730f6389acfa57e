package org.billrunconsole.ui.runlist;

import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.rows.SortValue;

/** A column of a table of runs: what its cells show and what the list is sorted by for it. */
final class RunColumn extends TableColumn<RunRow, RowFacts> {

    private final SortValue key;

    /** @param name by which its layout is remembered */
    RunColumn(String name, String title, Supplier<TableCell<RunRow, RowFacts>> cell, SortValue key) {
        super(title);
        this.key = key;
        setId(name);
        setCellValueFactory(features -> features.getValue().factsProperty());
        setCellFactory(_ -> cell.get());
    }

    /** The column and the direction in which it is to be sorted now. */
    RowOrder.Column order() {
        return new RowOrder.Column(key, getSortType() == SortType.DESCENDING);
    }
}
