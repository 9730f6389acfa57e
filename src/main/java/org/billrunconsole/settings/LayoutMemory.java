package org.billrunconsole.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables, filters, tab and window as they were left on one connection.
 *
 * @param window  where it was
 * @param tables  by the table's node id
 * @param filters by the filter's node id, in the filter's own words; by the pane's, its width in pixels
 * @param lastTab node id of the tab that was open
 */
public record LayoutMemory(Optional<WindowBounds> window, Map<String, Table> tables, Map<String, String> filters,
        Optional<String> lastTab) {

    /**
     * A table's columns from left to right, what it is sorted by, and what its rows are grouped by.
     *
     * @param sort  the most important first
     * @param group in the table's own words; empty if its rows are not grouped
     */
    public record Table(List<Column> columns, List<Sort> sort, Optional<String> group) {

        /** A table whose rows are not grouped. */
        public Table(List<Column> columns, List<Sort> sort) {
            this(columns, sort, Optional.empty());
        }

        public Table {
            columns = List.copyOf(columns);
            sort = List.copyOf(sort);
        }
    }

    /** A column; its width is in pixels. */
    public record Column(String id, double width, boolean shown) {

        private static final double WIDEST = 4000;

        /** Whether a column may be so wide; what is no number may not. */
        static boolean isWidth(double pixels) {
            return pixels > 0 && pixels <= WIDEST;
        }
    }

    /** A column that a table is sorted by. */
    public record Sort(String column, boolean descending) {}

    public static final LayoutMemory NONE = new LayoutMemory(Optional.empty(), Map.of(), Map.of(), Optional.empty());

    public LayoutMemory {
        tables = Map.copyOf(tables);
        filters = Map.copyOf(filters);
    }
}
