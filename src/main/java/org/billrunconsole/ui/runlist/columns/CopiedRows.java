package org.billrunconsole.ui.runlist.columns;

import java.util.List;
import java.util.stream.Stream;
import org.billrunconsole.ui.kit.TabSeparated;
import org.billrunconsole.ui.runlist.rows.RowFacts;

/** Rows of a list as text for the clipboard. */
public final class CopiedRows {

    private CopiedRows() {}

    /**
     * The rows with a header, separated by tabs; what a spreadsheet would take for a formula is text. For any thread.
     *
     * @param columns from left to right
     * @param rows    from top to bottom
     */
    public static String of(List<RunField> columns, List<RowFacts> rows, RunTexts texts) {
        return TabSeparated.of(Stream.concat(Stream.of(columns.stream().map(RunField::title).toList()),
                rows.stream()
                        .map(facts -> columns.stream()
                                .map(column -> texts.text(column.value().apply(facts)))
                                .toList()))
                .toList());
    }
}
