package org.billrunconsole.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.billrunconsole.domain.DisplayText;

/**
 * Text with a separator between cells (RFC 4180), in UTF-8 with the mark by which spreadsheets know that.
 *
 * @param separator between cells: a comma, a semicolon or a tab
 */
public record Csv(char separator, CsvNotation notation) implements TableFormat {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String LINE_END = "\r\n";

    /** What any spreadsheet may take for the end of a cell, whichever separator it expects. */
    private static final String ENDS_A_CELL = ",;\t\"\r\n";

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public int mostLines() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void write(ExportTable table, OutputStream out, ExportProgress progress) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        write(table.titles().stream().map(Csv::text).toList(), writer);
        int lines = 0;
        for (var line : table.lines()) {
            write(table.written(line).stream().map(this::cell).toList(), writer);
            progress.written(++lines);
        }
        writer.flush();
    }

    private void write(List<String> cells, Writer writer) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(separator);
            }
            writer.write(cells.get(i));
        }
        writer.write(LINE_END);
    }

    private String cell(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> "";
            case Cell.Text(var text) -> text(text);
            case Cell.Number(var value) -> quoted(notation.number(value));
            case Cell.Money(var amount, _) -> quoted(notation.number(amount));
            case Cell.Day(var day) -> quoted(notation.day(day));
            case Cell.Moment(var when) -> quoted(notation.moment(when));
        };
    }

    /** Words, so that nothing in them is calculated with: before what a spreadsheet would take for a formula stands a sign. */
    private static String text(String text) {
        var shown = DisplayText.lines(text);
        return quoted(DisplayText.isFormula(text) || DisplayText.isFormula(shown) ? "'" + shown : shown);
    }

    private static String quoted(String text) {
        var bare = text.chars().noneMatch(each -> ENDS_A_CELL.indexOf(each) >= 0)
                && text.equals(text.strip());
        return bare ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
