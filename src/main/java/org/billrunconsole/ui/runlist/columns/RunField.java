package org.billrunconsole.ui.runlist.columns;

import java.util.function.Function;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.SortValue;

/**
 * What a column says, without the column: for any thread.
 *
 * @param id    by which its layout is remembered
 * @param title what stands in the header
 * @param value what it says of a run; a function of the facts and of nothing else that changes while rows are listed
 * @param order what rows are sorted by for it
 */
public record RunField(String id, String title, Function<RowFacts, CellValue> value, SortValue order) {

    /** Whether its values are numbers, which stand at the right. */
    public boolean isNumeric() {
        return ColumnFields.NUMERIC.contains(id);
    }
}
