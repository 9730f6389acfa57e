package org.billrunconsole.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billrunconsole.export.ExportedTables.csv;
import static org.billrunconsole.export.ExportedTables.records;
import static org.billrunconsole.export.ExportedTables.row;
import static org.billrunconsole.export.ExportedTables.written;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.billrunconsole.domain.DisplayText;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void beginsWithTheMarkOfUtf8AndEndsEveryLineAsSpreadsheetsDo() {
        var file = written(row(Cell.text("Zürich"), Cell.NOTHING), csv(','));
        assertThat(new String(file, StandardCharsets.UTF_8)).isEqualTo("\uFEFFTitle,Title\r\nZürich,\r\n");
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Property(tries = 2000)
    void everyTextComesBackAsItIsAndNoneIsAFormula(@ForAll("texts") List<String> texts,
            @ForAll("separators") char separator) {
        var file = written(row(texts.stream().map(Cell::text).toArray(Cell[]::new)), csv(separator));
        var read = records(file, separator);
        assertThat(read).hasSize(2);
        assertThat(read.get(1).size()).isEqualTo(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            var cell = read.get(1).get(i);
            assertThat(cell.isEmpty() ? " " : cell.substring(0, 1)).isNotIn("=", "+", "-", "@", "\t", "\r");
            assertThat(cell).isIn(DisplayText.lines(texts.get(i)), "'" + DisplayText.lines(texts.get(i)));
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        var tricky = Arbitraries.of("\"", ",", ";", "\t", "\n", "\r\n", "\r", "=", "+", "-", "@", "＝", " ", "\u00A0",
                "'", "é", "漢", "😀", "ש", "\u202E", "\uFEFF", "a", "1");
        return tricky.list().ofMaxSize(8).map(parts -> String.join("", parts)).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t');
    }

    @Test
    void aNegativeNumberStaysANumberAndATextThatLooksLikeOneDoesNot() {
        var read = records(written(row(Cell.number(-12), new Cell.Money(new BigDecimal("-0.50"), Optional.empty()),
                Cell.text("-12"), Cell.text("=1+1")), csv(',')), ',').get(1);
        assertThat(read.toList()).containsExactly("-12", "-0.50", "'-12", "'=1+1");
    }

    @Test
    void amountsAreBareNumbersWithTheirCurrencyBesideThem() {
        var table = new ExportTable("Table", List.of(new Column("Revenue", Optional.of("Revenue currency")),
                new Column("Name")),
                List.of(
                        new Line.Row(List.of(new Cell.Money(new BigDecimal("1234.50"), Optional.of("GBP")),
                                Cell.text("A"))),
                        new Line.Row(List.of(Cell.NOTHING, Cell.text("B"))),
                        new Line.Row(List.of(new Cell.Money(BigDecimal.ONE, Optional.empty())))));
        assertThat(records(written(table, csv(',')), ',').stream().map(each -> each.toList())).containsExactly(
                List.of("Revenue", "Revenue currency", "Name"), List.of("1234.50", "GBP", "A"), List.of("", "", "B"),
                List.of("1", "", ""));
    }

    @Test
    void numbersAndDaysStandAsTheRegionWritesThemOrTheSameEverywhere() {
        var row = row(new Cell.Number(new BigDecimal("1234567.5")), Cell.day(Optional.of(LocalDate.of(2026, 11, 3))),
                Cell.moment(Optional.of(Instant.parse("2026-11-03T14:02:11Z"))));
        assertThat(lines(row, csv(Locale.GERMANY))).containsExactly("1234567,5", "03.11.2026", "03.11.2026 14:02:11");
        assertThat(lines(row, csv(Locale.UK))).containsExactly("1234567.5", "03/11/2026", "03/11/2026 14:02:11");
        assertThat(lines(row, csv(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai")))).containsExactly("1234567.5",
                "3/11/2026", "3/11/2026 14:02:11");
        assertThat(lines(row, csv(';'))).containsExactly("1234567.5", "2026-11-03", "2026-11-03T14:02:11Z");
    }

    private static List<String> lines(ExportTable table, Csv format) {
        return records(written(table, format), format.separator()).get(1).toList();
    }

    @Test
    void whereACommaSeparatesDecimalsASemicolonSeparatesCells() {
        assertThat(CsvNotation.separatorOf(Locale.GERMANY)).isEqualTo(';');
        assertThat(CsvNotation.separatorOf(Locale.UK)).isEqualTo(',');
    }
}
