package org.billrunconsole.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.billrunconsole.export.ExportedTables.XLSX;
import static org.billrunconsole.export.ExportedTables.row;
import static org.billrunconsole.export.ExportedTables.sheet;
import static org.billrunconsole.export.ExportedTables.written;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.billrunconsole.domain.DisplayText;
import org.junit.jupiter.api.Test;

class XlsxTest {

    @Test
    void numbersAndDaysAreSuchAndTheHeadStaysInSightWithAFilter() {
        var table = new ExportTable("Bill runs", List.of(new Column("Name"), new Column("Count"),
                new Column("Revenue", Optional.of("Currency")), new Column("Day"), new Column("Time")),
                List.of(
                        new Line.Row(List.of(Cell.text("A long name of a run"), Cell.number(-3),
                                new Cell.Money(new BigDecimal("1234.50"), Optional.of("GBP")),
                                Cell.day(Optional.of(LocalDate.of(2026, 11, 3))),
                                Cell.moment(Optional.of(Instant.parse("2026-11-03T14:02:11Z")))))));
        var sheet = sheet(written(table, XLSX));
        assertThat(sheet.getSheetName()).isEqualTo("Bill runs");
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
        assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:F2");
        assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("Currency");
        assertThat(sheet.getColumnWidthInPixels(0)).isGreaterThan(sheet.getColumnWidthInPixels(1));
        var row = sheet.getRow(1);
        assertThat(row.getCell(1).getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-3);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1234.5);
        assertThat(row.getCell(3).getStringCellValue()).isEqualTo("GBP");
        assertThat(DateUtil.isCellDateFormatted(row.getCell(4))).isTrue();
        assertThat(row.getCell(4).getLocalDateTimeCellValue()).isEqualTo(LocalDate.of(2026, 11, 3).atStartOfDay());
        assertThat(row.getCell(5).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 3, 14, 2, 11));
    }

    @Property(tries = 300)
    void everyTextComesBackAsTextAndNoneIsAFormula(@ForAll("texts") List<String> texts) {
        var read = sheet(written(row(texts.stream().map(Cell::text).toArray(Cell[]::new)), XLSX)).getRow(1);
        for (int i = 0; i < texts.size(); i++) {
            if (!texts.get(i).isEmpty()) {
                assertThat(read.getCell(i).getCellType()).isEqualTo(CellType.STRING);
                assertThat(read.getCell(i).getStringCellValue()).isEqualTo(
                        DisplayText.lines(texts.get(i)).replace('\uFFFF', DisplayText.REPLACEMENT));
                // A cell of this form stays text when somebody edits it.
                assertThat(read.getCell(i).getCellStyle().getDataFormatString()).isEqualTo("@");
            }
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        var tricky = Arbitraries.of("\"", ",", "\t", "\n", "=", "+", "-", "@", " ", "<", "&", "]]>", "_x000D_", "é",
                "漢",
                "😀", "\uFFFF", "\u0000", "\uD800", "a", "1");
        return tricky.list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("", parts)).list().ofMinSize(1)
                .ofMaxSize(
                        5);
    }

    @Test
    void aNumberOfMoreDigitsThanSpreadsheetsKeepIsText() {
        var read = sheet(written(row(Cell.number(Long.MAX_VALUE), Cell.number(123_456_789_012_345L)), XLSX)).getRow(1);
        assertThat(read.getCell(0).getStringCellValue()).isEqualTo("9223372036854775807");
        assertThat(read.getCell(1).getNumericCellValue()).isEqualTo(123_456_789_012_345.0);
    }

    @Test
    void aDayThatSpreadsheetsDoNotKnowIsText() {
        var read = sheet(written(row(Cell.day(Optional.of(LocalDate.of(1899, 12, 31))),
                Cell.day(Optional.of(LocalDate.of(10000, 1, 1)))), XLSX)).getRow(1);
        assertThat(read.getCell(0).getStringCellValue()).isEqualTo("1899-12-31");
        assertThat(read.getCell(1).getCellType()).isEqualTo(CellType.STRING);
    }

    @Test
    void headingsAreBoldAmongTheRows() {
        var table = new ExportTable("Table", List.of(new Column("Name"), new Column("Count")), List.of(
                new Line.Heading(List.of(Cell.text("Group"), Cell.number(2))),
                new Line.Row(List.of(Cell.text("A"), Cell.number(1)))));
        var sheet = sheet(written(table, XLSX));
        assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFont().getBold()).isTrue();
        assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(2);
        assertThat(sheet.getRow(2).getCell(0).getCellStyle().getFont().getBold()).isFalse();
    }

    @Test
    void aTableWithoutLinesHasItsHead() {
        var sheet = sheet(written(new ExportTable("Table", List.of(new Column("Name")), List.of()), XLSX));
        assertThat(sheet.getLastRowNum()).isZero();
    }

    @Test
    void moreLinesThanASheetHoldsAreNotBegun() {
        var table = new ExportTable("Table", List.of(new Column("Name")),
                Collections.nCopies(XLSX.mostLines() + 1, new Line.Row(List.of(Cell.NOTHING))));
        assertThatThrownBy(() -> XLSX.write(table, OutputStream.nullOutputStream(), _ -> {})).isInstanceOf(
                IllegalArgumentException.class);
    }
}
