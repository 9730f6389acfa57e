package org.billrunconsole.settings;

import static org.billrunconsole.settings.SettingsJson.or;
import static org.billrunconsole.settings.SettingsJson.orEmpty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The layout of a connection as it is written in {@code layout.json}; a component is null where nothing usable is
 * written.
 *
 * @param window stays as it was written before where nothing is known of it
 */
record LayoutFile(@JsonInclude(Include.NON_NULL) @Nullable Window window, @Nullable Map<String, Table> tables,
        @Nullable Map<String, String> filters, @Nullable String lastTab) {

    private static LayoutFile of(LayoutMemory layout) {
        var tables = new HashMap<String, Table>();
        layout.tables().forEach((id, table) -> tables.put(id, Table.of(table)));
        return new LayoutFile(layout.window().map(Window::of).orElse(null), tables, layout.filters(),
                layout.lastTab().orElse(null));
    }

    /** Writes a layout into an object: tables that it does not name stay as they are, filters do not. */
    static void write(LayoutMemory layout, ObjectNode into) {
        into.remove("filters");
        SettingsJson.write(of(layout), into);
    }

    LayoutMemory layout() {
        var read = new HashMap<String, LayoutMemory.Table>();
        or(tables, Map.<String, Table>of()).forEach((id, table) -> read.put(id, table.table()));
        return new LayoutMemory(Optional.ofNullable(window).flatMap(Window::bounds), read, or(filters, Map.of()),
                Optional.ofNullable(lastTab).filter(tab -> !tab.isBlank()));
    }

    /** Where the window was, in pixels. */
    record Window(@Nullable Double x, @Nullable Double y, @Nullable Double width, @Nullable Double height,
            @Nullable Boolean maximised) {

        private static Window of(WindowBounds bounds) {
            return new Window(bounds.x(), bounds.y(), bounds.width(), bounds.height(), bounds.maximised());
        }

        private Optional<WindowBounds> bounds() {
            return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height)
                    ? Optional.of(new WindowBounds(or(x, 0.0), or(y, 0.0), or(width, 0.0), or(height, 0.0),
                            or(maximised, false)))
                    : Optional.empty();
        }

        private static boolean isNumber(@Nullable Double written) {
            return written != null && Double.isFinite(written);
        }
    }

    /** A table's columns from left to right, what it is sorted by, and what its rows are grouped by. */
    record Table(@Nullable List<@Nullable Column> columns, @Nullable List<@Nullable Sort> sort,
            @Nullable String group) {

        static Table of(LayoutMemory.Table table) {
            return new Table(
                    table.columns().stream().map(each -> new Column(each.id(), each.width(), each.shown())).toList(),
                    table.sort().stream().map(each -> new Sort(each.column(), each.descending())).toList(),
                    table.group().orElse(null));
        }

        LayoutMemory.Table table() {
            return new LayoutMemory.Table(written(columns).flatMap(each -> each.column().stream()).toList(),
                    written(sort).flatMap(each -> each.sort().stream()).toList(),
                    Optional.ofNullable(group).filter(name -> !name.isBlank()));
        }

        private static <T> Stream<T> written(@Nullable List<@Nullable T> list) {
            return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
        }
    }

    /** A column; its width is in pixels. */
    record Column(@Nullable String id, @Nullable Double width, @Nullable Boolean shown) {

        private Optional<LayoutMemory.Column> column() {
            return orEmpty(id).isEmpty() || width == null || !LayoutMemory.Column.isWidth(width)
                    ? Optional.empty()
                    : Optional.of(new LayoutMemory.Column(orEmpty(id), width, or(shown, true)));
        }
    }

    /** A column that a table is sorted by. */
    record Sort(@Nullable String column, @Nullable Boolean descending) {

        private Optional<LayoutMemory.Sort> sort() {
            return orEmpty(column).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LayoutMemory.Sort(orEmpty(column), or(descending, false)));
        }
    }
}
