package org.billrunconsole.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.RunListViewModel;

/**
 * Reads the tables and filters of both tabs to be remembered and restores them, including those of a tab that is not
 * made yet.
 */
final class ShellLayout {

    /** Node id of the pane beside a list, under which its width is remembered. */
    private static final String PANE = "detailPane";

    private final ShellViewModel model;
    private final RunTab regular;
    private Optional<RunTab> adhoc = Optional.empty();
    private LayoutMemory remembered = LayoutMemory.NONE;

    ShellLayout(ShellViewModel model, RunTab regular) {
        this.model = model;
        this.regular = regular;
    }

    /** The second tab has been made. */
    void add(RunTab made) {
        adhoc = Optional.of(made);
        restore(made);
    }

    LayoutMemory now(Optional<WindowBounds> window, String tab) {
        var tables = new HashMap<>(remembered.tables());
        runTabs().forEach(runTab -> tables.put(RunListView.tableId(runTab.model().kind()),
                runTab.list().controller().layout()));
        var filters = new HashMap<String, String>();
        for (var list : List.of(model.regular(), model.adhoc())) {
            list.filters().words().forEach((id, value) -> filters.put(prefix(list) + id, value));
            Optional.ofNullable(remembered.filters().get(prefix(list) + PANE)).ifPresent(
                    width -> filters.put(prefix(list) + PANE, width));
        }
        runTabs().forEach(runTab -> filters.put(prefix(runTab.model()) + PANE,
                Long.toString(Math.round(runTab.listDetailPane().paneWidth()))));
        return new LayoutMemory(window, tables, filters, Optional.of(tab));
    }

    void restore(LayoutMemory layout) {
        remembered = layout;
        runTabs().forEach(this::restore);
        for (var list : List.of(model.regular(), model.adhoc())) {
            var prefix = prefix(list);
            list.filters().restore(layout.filters()
                    .entrySet()
                    .stream()
                    .filter(filter -> filter.getKey().startsWith(prefix))
                    .collect(Collectors.toMap(filter -> filter.getKey().substring(prefix.length()),
                            Map.Entry::getValue)));
        }
    }

    private void restore(RunTab runTab) {
        Optional.ofNullable(remembered.tables().get(RunListView.tableId(runTab.model().kind())))
                .ifPresent(runTab.list().controller()::restore);
        Optional.ofNullable(remembered.filters().get(prefix(runTab.model()) + PANE))
                .filter(width -> width.matches("\\d{1,5}"))
                .ifPresent(width -> runTab.listDetailPane().setPaneWidth(Double.parseDouble(width)));
    }

    /** Those that have been made. */
    private List<RunTab> runTabs() {
        return Stream.concat(Stream.of(regular), adhoc.stream()).toList();
    }

    private static String prefix(RunListViewModel list) {
        return RunListView.tableId(list.kind()) + ".";
    }
}
