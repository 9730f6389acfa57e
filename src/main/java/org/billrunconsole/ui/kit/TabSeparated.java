package org.billrunconsole.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;

/** Writes rows as text for the clipboard, separated by tabs, so that spreadsheets take no cell for a formula. */
public final class TabSeparated {

    private TabSeparated() {}

    /** @param rows the header first, if there is one */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TabSeparated::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** On one line, and as text where a spreadsheet would calculate. */
    static String cell(String text) {
        var line = DisplayText.line(text, DisplayText.LONGEST_TEXT);
        // A quotation mark would have the spreadsheet look for its end in the cells that follow.
        return DisplayText.isFormula(line) || line.stripLeading().startsWith("\"") ? "'" + line : line;
    }
}
