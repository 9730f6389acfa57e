package org.billrunconsole.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook with one sheet (Office Open XML): numbers and days are such, the head stays in sight and has a filter.
 *
 * @param program by which it is written
 * @param zone    where the clock is whose time stands in the cells, which know no zone
 */
public record Xlsx(Program program, ZoneId zone) implements TableFormat {

    /**
     * A program by which a file was written.
     *
     * @param version its number, of the form {@code 12.3}, which is all that the format allows
     */
    public record Program(String name, String version) {

        private static final Pattern NUMBER = Pattern.compile("(\\d{1,2}\\.\\d{1,4}).*");

        /** @param version as the program writes it, with whatever comes after the first two numbers */
        public static Program of(String name, String version) {
            var number = NUMBER.matcher(version);
            return new Program(name, number.matches() ? number.group(1) : "1.0");
        }
    }

    /** Between two writings of what has been gathered: all that is held of a table at a time. */
    private static final int LINES_AT_A_TIME = 500;

    @Override
    public String ending() {
        return ".xlsx";
    }

    @Override
    public int mostLines() {
        return Worksheet.MAX_ROWS - 1;
    }

    @Override
    public void write(ExportTable table, OutputStream out, ExportProgress progress) throws IOException {
        if (table.lines().size() > mostLines()) {
            throw new IllegalArgumentException("A sheet holds " + mostLines() + " lines, not " + table.lines().size());
        }
        var workbook = new Workbook(out, program.name(), program.version());
        var sheet = workbook.newWorksheet(table.name());
        var rows = new SheetRows(sheet, zone);
        rows.head(table);
        int lines = 0;
        for (var line : table.lines()) {
            rows.add(line, table.written(line), lines + 1);
            if (++lines % LINES_AT_A_TIME == 0) {
                sheet.flush();
            }
            progress.written(lines);
        }
        // Not closed if something goes wrong: that would finish half a workbook.
        workbook.finish();
    }
}
