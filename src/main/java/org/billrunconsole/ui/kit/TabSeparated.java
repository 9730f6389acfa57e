package org.billrunconsole.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;

/** Writes rows as tab-separated text, for spreadsheets and the clipboard, so that no cell is taken for a formula. */
public final class TabSeparated {

    /** What spreadsheets take for the beginning of a formula, wide forms included, or of a quoted cell. */
    private static final String BEGINS_A_FORMULA = "=+-@\"＝＋－＠";

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
        var begin = line.stripLeading();
        return !begin.isEmpty() && BEGINS_A_FORMULA.indexOf(begin.charAt(0)) >= 0 ? "'" + line : line;
    }
}
