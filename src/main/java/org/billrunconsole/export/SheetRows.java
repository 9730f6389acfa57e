package org.billrunconsole.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.billrunconsole.domain.DisplayText;
import org.dhatim.fastexcel.Worksheet;

/** Puts the cells of a table into a sheet. */
final class SheetRows {

    /** The longest text that a cell can hold, in characters. */
    private static final int LONGEST = 32_767;

    /** Spreadsheets count with so many digits; of a longer number the last ones would be zeros. */
    private static final int MOST_DIGITS = 15;

    /** Before it spreadsheets disagree about the days. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Lines that are looked at to see how wide the columns are to be: the widths come before the first of them. */
    private static final int LOOKED_AT = 200;

    /** In characters; the second is room for the button of the filter. */
    private static final int LEAST_WIDTH = 8;
    private static final int FILTER = 4;
    private static final int MOST_WIDTH = 60;

    /** What the format takes for a character that was written by its number. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String TEXT = "@";
    private static final String PLAIN = "General";
    private static final String WHOLE = "#,##0";
    private static final String DECIMAL = "#,##0.00";
    private static final String DAY = "d mmm yyyy";
    private static final String MOMENT = "d mmm yyyy hh:mm:ss";

    private final Worksheet sheet;
    private final ZoneId zone;

    SheetRows(Worksheet sheet, ZoneId zone) {
        this.sheet = sheet;
        this.zone = zone;
    }

    /** The head, and what holds for the whole sheet; before any line. */
    void head(ExportTable table) {
        var titles = table.titles();
        var looked = table.lines().stream().limit(LOOKED_AT).map(table::written).toList();
        for (int column = 0; column < titles.size(); column++) {
            int at = column;
            sheet.inlineString(0, at, titles.get(at));
            sheet.style(0, at).bold().format(TEXT).set();
            int content = looked.stream().mapToInt(cells -> width(cells.get(at))).max().orElse(0);
            sheet.width(at, Math.clamp(Math.max(titles.get(at).length() + FILTER, content + 2), LEAST_WIDTH,
                    MOST_WIDTH));
        }
        sheet.freezePane(0, 1);
        if (!titles.isEmpty()) {
            sheet.setAutoFilter(0, 0, table.lines().size(), titles.size() - 1);
        }
    }

    void add(Line line, List<Cell> cells, int row) {
        for (int column = 0; column < cells.size(); column++) {
            put(row, column, cells.get(column), line instanceof Line.Heading);
        }
    }

    private void put(int row, int column, Cell cell, boolean bold) {
        switch (cell) {
            case Cell.Nothing _ -> {
            }
            case Cell.Text(var text) -> text(row, column, text, bold);
            case Cell.Number(var value) -> number(row, column, value, PLAIN, bold);
            case Cell.Money(var amount, _) -> number(row, column, amount,
                    amount.stripTrailingZeros().scale() > 0 ? DECIMAL : WHOLE, bold);
            case Cell.Day(var day) -> {
                if (isKnown(day)) {
                    sheet.value(row, column, day);
                    style(row, column, DAY, bold);
                } else {
                    text(row, column, day.toString(), bold);
                }
            }
            case Cell.Moment(var when) -> {
                var time = LocalDateTime.ofInstant(when, zone);
                if (isKnown(time.toLocalDate())) {
                    sheet.value(row, column, time);
                    style(row, column, MOMENT, bold);
                } else {
                    text(row, column, time.toString(), bold);
                }
            }
        }
    }

    /** As text and nothing else: it stays that also when somebody edits the cell. */
    private void text(int row, int column, String text, boolean bold) {
        sheet.inlineString(row, column, fitting(text));
        style(row, column, TEXT, bold);
    }

    private void number(int row, int column, BigDecimal value, String format, boolean bold) {
        if (value.stripTrailingZeros().precision() > MOST_DIGITS) {
            text(row, column, value.toPlainString(), bold);
        } else {
            sheet.value(row, column, value);
            style(row, column, format, bold);
        }
    }

    private void style(int row, int column, String format, boolean bold) {
        var style = sheet.style(row, column).format(format);
        (bold ? style.bold() : style).set();
    }

    private static boolean isKnown(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    private static String fitting(String text) {
        var shown = DisplayText.lines(text);
        var cut = shown.length() <= LONGEST ? shown : DisplayText.line(shown, LONGEST);
        // The format has no place for these two.
        return LOOKS_ESCAPED.matcher(cut.replace('\uFFFE', DisplayText.REPLACEMENT)
                .replace('\uFFFF', DisplayText.REPLACEMENT)).replaceAll("_x005F_");
    }

    private static int width(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> 0;
            case Cell.Text(var text) -> text.lines().mapToInt(String::length).max().orElse(0);
            case Cell.Number(var value) -> digits(value);
            case Cell.Money(var amount, _) -> digits(amount);
            case Cell.Day _ -> DAY.length() + 1;
            case Cell.Moment _ -> MOMENT.length() + 1;
        };
    }

    /** With what stands between thousands. */
    private static int digits(BigDecimal value) {
        int digits = value.toPlainString().length();
        return digits + digits / 3;
    }
}
