package org.billrunconsole.settings;

import static org.billrunconsole.settings.SettingsJson.or;
import static org.billrunconsole.settings.SettingsJson.orEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The saved views of one list on one connection, in {@code layout.json}. What a newer version has written of a view is
 * told by name and stays in the file. Reading and writing block on the disk. Safe from several threads and processes.
 */
public final class SavedViews {

    private static final String VIEWS = "views";
    private static final String LIST = "list";
    private static final String NAME = "name";
    private static final Set<String> KNOWN = Set.of(NAME, LIST, "search", "filters", "table");
    private static final Set<String> KNOWN_OF_TABLE = Set.of("columns", "sort", "group");
    private static final Set<String> KNOWN_OF_COLUMN = Set.of("id", "width", "shown");
    private static final Set<String> KNOWN_OF_SORT = Set.of("column", "descending");

    /** A view as it is written. */
    record Written(String name, String list, @Nullable String search, @Nullable Map<String, String> filters,
            LayoutFile.@Nullable Table table) {}

    private final JsonFile layouts;
    private final UUID connection;
    private final String list;

    /** @param list node id of the table */
    SavedViews(JsonFile layouts, UUID connection, String list) {
        this.layouts = layouts;
        this.connection = connection;
        this.list = list;
    }

    /** All of them, in the order in which they were first saved. */
    public List<SavedView> read() {
        List<SavedView> views = new ArrayList<>();
        for (var node : layouts.read().path(connection.toString()).path(VIEWS)) {
            if (isHere(node)) {
                SettingsJson.text(node, NAME).map(name -> view(name, node)).ifPresent(views::add);
            }
        }
        return List.copyOf(views);
    }

    /** Saves a view, in the place of one of its name. */
    public void save(SavedView view) throws IOException {
        layouts.change(tree -> {
            var all = array(tree);
            var node = find(all, view.name()).orElseGet(all::addObject);
            node.removeAll();
            SettingsJson.write(new Written(view.name(), list, view.search(), view.filters(),
                    LayoutFile.Table.of(view.table())), node);
        });
    }

    /**
     * Gives a view another name; all else of it stays, also what is not known here.
     *
     * @return false if there is none of the first name, or one of the other already
     */
    public boolean rename(String from, String to) throws IOException {
        var done = new AtomicBoolean();
        layouts.change(tree -> {
            var all = array(tree);
            var node = find(all, from);
            if (node.isPresent() && (from.equals(to) || find(all, to).isEmpty())) {
                node.get().put(NAME, to);
                done.set(true);
            }
        });
        return done.get();
    }

    /** Forgets a view. */
    public void delete(String name) throws IOException {
        layouts.change(tree -> {
            var all = array(tree);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (isHere(all.get(i)) && name.equals(all.get(i).path(NAME).asText())) {
                    all.remove(i);
                }
            }
        });
    }

    private SavedView view(String name, JsonNode node) {
        var written = SettingsJson.read(node, Written.class);
        return new SavedView(name, orEmpty(written.search()), or(written.filters(), Map.of()),
                Optional.ofNullable(written.table()).map(LayoutFile.Table::table)
                        .orElseGet(() -> new LayoutMemory.Table(List.of(), List.of())),
                unknown(node));
    }

    private static List<String> unknown(JsonNode view) {
        List<String> unknown = new ArrayList<>(others(view, KNOWN));
        var table = view.path("table");
        unknown.addAll(others(table, KNOWN_OF_TABLE));
        table.path("columns").forEach(column -> unknown.addAll(others(column, KNOWN_OF_COLUMN)));
        table.path("sort").forEach(sort -> unknown.addAll(others(sort, KNOWN_OF_SORT)));
        return unknown.stream().distinct().toList();
    }

    private static List<String> others(JsonNode node, Set<String> known) {
        List<String> others = new ArrayList<>();
        node.fieldNames().forEachRemaining(others::add);
        others.removeAll(known);
        return others;
    }

    private ArrayNode array(ObjectNode tree) {
        var layout = SettingsJson.object(tree, connection.toString());
        return layout.get(VIEWS) instanceof ArrayNode present ? present : layout.putArray(VIEWS);
    }

    private Optional<ObjectNode> find(ArrayNode all, String name) {
        for (var node : all) {
            if (node instanceof ObjectNode object && isHere(object) && name.equals(object.path(NAME).asText())) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }

    private boolean isHere(JsonNode node) {
        return list.equals(node.path(LIST).asText());
    }
}
