package org.billrunconsole.ui.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billrunconsole.i18n.SearchText;

/**
 * A list of a review in words.
 *
 * @param columns  in the order of the rows' cells
 * @param rows     in the order in which they are shown at first
 * @param sortable false where rows belong under others
 * @param unlisted what is said below about rows that are not among them; empty if there are none
 * @param empty    what is said in place of rows if there are none
 */
record ReviewTable(List<Column> columns, List<Row> rows, boolean sortable, String unlisted, String empty) {

    /**
     * A column.
     *
     * @param id     what UI automation knows it by
     * @param title  what stands above it
     * @param look   how its cells look
     * @param weight how much of the width it gets in comparison with the others
     */
    record Column(String id, String title, Look look, double weight) {}

    /** How a column's cells look. */
    enum Look {
        STRONG, MUTED, NUMBER, PLAIN, WHY
    }

    /**
     * A cell.
     *
     * @param text   what is shown
     * @param number by which it is sorted; empty for those that are sorted by their text
     */
    record Cell(String text, Optional<BigDecimal> number) implements Comparable<Cell> {

        static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        static Cell of(String text, BigDecimal number) {
            return new Cell(text, Optional.of(number));
        }

        /** What is shown, also to UI automation, which asks a table for its cells. */
        @Override
        public String toString() {
            return text;
        }

        @Override
        public int compareTo(Cell other) {
            if (number.isPresent() && other.number.isPresent()) {
                return number.get().compareTo(other.number.get());
            }
            return number.isPresent() ? 1 : other.number.isPresent() ? -1 : text.compareToIgnoreCase(other.text);
        }
    }

    /**
     * A row.
     *
     * @param kind  how it stands
     * @param cells one for each column
     * @param found what it is found by, as {@link SearchText#folded} has it
     */
    record Row(Kind kind, List<Cell> cells, String found) {

        Row {
            cells = List.copyOf(cells);
        }

        static Row of(Kind kind, List<Cell> cells) {
            return new Row(kind, cells, SearchText.folded(cells.stream().map(Cell::text)
                    .collect(Collectors.joining(" "))));
        }
    }

    /** How a row stands. */
    enum Kind {
        /** Somebody should look at it. */
        WARNS,
        /** It is as it may be. */
        PLAIN,
        /** Those below it belong to it. */
        HEAD
    }

    ReviewTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The rows in which all words of a text are found. */
    List<Row> matching(String text) {
        var words = SearchText.words(text);
        return words.isEmpty() ? rows
                : rows.stream().filter(row -> words.stream().allMatch(row.found()::contains)).toList();
    }
}
