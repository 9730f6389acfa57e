package org.billrunconsole.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.settings.LayoutMemory.Column;
import org.billrunconsole.settings.LayoutMemory.Sort;
import org.billrunconsole.settings.LayoutMemory.Table;

/** The layout of one connection in the layout file. */
final class LayoutJson {

    private static final double WIDEST_COLUMN = 4000;

    private LayoutJson() {}

    static LayoutMemory read(JsonNode node) {
        Map<String, Table> tables = new HashMap<>();
        node.path("tables").properties().forEach(table -> tables.put(table.getKey(), table(table.getValue())));
        Map<String, String> filters = new HashMap<>();
        node.path("filters").properties().forEach(filter -> filters.put(filter.getKey(), filter.getValue().asText()));
        return new LayoutMemory(window(node.path("window")), tables, filters, Fields.text(node, "lastTab"));
    }

    private static Optional<WindowBounds> window(JsonNode node) {
        for (var field : List.of("x", "y", "width", "height")) {
            if (!node.path(field).isNumber()) {
                return Optional.empty();
            }
        }
        return Optional.of(new WindowBounds(node.path("x").asDouble(), node.path("y").asDouble(),
                node.path("width").asDouble(), node.path("height").asDouble(), Fields.flag(node, "maximised", false)));
    }

    private static Table table(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        for (var column : node.path("columns")) {
            var width = column.path("width").asDouble();
            if (!column.path("id").asText().isEmpty() && width > 0 && width <= WIDEST_COLUMN) {
                columns.add(new Column(column.path("id").asText(), width, Fields.flag(column, "shown", true)));
            }
        }
        List<Sort> sort = new ArrayList<>();
        for (var each : node.path("sort")) {
            if (!each.path("column").asText().isEmpty()) {
                sort.add(new Sort(each.path("column").asText(), Fields.flag(each, "descending", false)));
            }
        }
        return new Table(columns, sort);
    }

    static void write(LayoutMemory layout, ObjectNode node) {
        layout.window().ifPresent(window -> {
            var object = Fields.object(node, "window");
            object.put("x", window.x());
            object.put("y", window.y());
            object.put("width", window.width());
            object.put("height", window.height());
            object.put("maximised", window.maximised());
        });
        var tables = Fields.object(node, "tables");
        layout.tables().forEach((id, table) -> write(table, Fields.object(tables, id)));
        var filters = node.putObject("filters");
        layout.filters().forEach(filters::put);
        Fields.put(node, "lastTab", layout.lastTab().orElse(null));
    }

    private static void write(Table table, ObjectNode node) {
        var columns = node.putArray("columns");
        for (var column : table.columns()) {
            columns.addObject().put("id", column.id()).put("width", column.width()).put("shown", column.shown());
        }
        var sort = node.putArray("sort");
        for (var each : table.sort()) {
            sort.addObject().put("column", each.column()).put("descending", each.descending());
        }
    }
}
