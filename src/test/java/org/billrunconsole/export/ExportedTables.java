package org.billrunconsole.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes tables and reads them back as other programs do. */
final class ExportedTables {

    static final Xlsx XLSX = new Xlsx(new Xlsx.Program("Test", "1.0"), ZoneOffset.UTC);

    private ExportedTables() {}

    static Csv csv(char separator) {
        return new Csv(separator, CsvNotation.iso(ZoneOffset.UTC));
    }

    static Csv csv(Locale locale) {
        return new Csv(CsvNotation.separatorOf(locale), CsvNotation.local(locale, ZoneOffset.UTC));
    }

    /** A table of one column for each cell of the only row. */
    static ExportTable row(Cell... cells) {
        return new ExportTable("Table", List.of(cells).stream().map(_ -> new Column("Title")).toList(),
                List.of(new Line.Row(List.of(cells))));
    }

    static byte[] written(ExportTable table, TableFormat format) {
        try {
            var out = new ByteArrayOutputStream();
            format.write(table, out, _ -> {});
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The records of a file, its mark left out. */
    static List<CSVRecord> records(byte[] file, char separator) {
        var text = new String(file, StandardCharsets.UTF_8).substring(1);
        try {
            return CSVFormat.RFC4180.builder()
                    .setDelimiter(separator)
                    .setIgnoreEmptyLines(false)
                    .get()
                    .parse(new StringReader(text))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static XSSFSheet sheet(byte[] file) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
