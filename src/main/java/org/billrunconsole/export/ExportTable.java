package org.billrunconsole.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table to be written in a file.
 *
 * @param name    what it is a table of
 * @param columns from left to right
 * @param lines    from top to bottom; asked one by one, on whatever thread writes them, and a few of the first twice
 * @param headings how many of them are {@link Line.Heading}
 */
public record ExportTable(String name, List<Column> columns, List<? extends Line> lines, int headings) {

    /** One without headings. */
    public ExportTable(String name, List<Column> columns, List<? extends Line> lines) {
        this(name, columns, lines, 0);
    }

    /** How many things it lists. */
    public int rows() {
        return lines.size() - headings;
    }

    /** The titles as written: beside that of an amount stands that of its currency. */
    List<String> titles() {
        return columns.stream()
                .flatMap(column -> Stream.concat(Stream.of(column.title()), column.currencyTitle().stream()))
                .toList();
    }

    /** The cells of a line as written: amounts are bare numbers, and their currencies stand beside them. */
    List<Cell> written(Line line) {
        var written = new ArrayList<Cell>();
        for (int i = 0; i < columns.size(); i++) {
            var cell = i < line.cells().size() ? line.cells().get(i) : Cell.NOTHING;
            if (columns.get(i).currencyTitle().isEmpty()) {
                written.add(cell);
            } else {
                written.add(cell);
                written.add(cell instanceof Cell.Money(_, var currency) ? currency.map(Cell::text).orElse(Cell.NOTHING)
                        : Cell.NOTHING);
            }
        }
        return written;
    }
}
