package org.billrunconsole.ui.kit;

import java.util.List;
import java.util.stream.Collectors;
import org.billrunconsole.domain.DisplayText;

/**
 * Writes rows as text for spreadsheets, so that no cell is taken for a formula: separated by tabs for the clipboard, or
 * by commas for files.
 */
public final class TabSeparated {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TabSeparated() {}

    /** @param rows the header first, if there is one */
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TabSeparated::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * As a file that ends in {@code csv} holds them (RFC 4180), with the mark by which spreadsheets know UTF-8.
     *
     * @param rows the header first, if there is one
     */
    public static String withCommas(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(text -> "\"" + cell(text).replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
    }

    /** On one line, and as text where a spreadsheet would calculate. */
    static String cell(String text) {
        var line = DisplayText.line(text, DisplayText.LONGEST_TEXT);
        // A quotation mark would have the spreadsheet look for its end in the cells that follow.
        return DisplayText.isFormula(line) || line.stripLeading().startsWith("\"") ? "'" + line : line;
    }
}
