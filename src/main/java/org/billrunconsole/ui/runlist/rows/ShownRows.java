package org.billrunconsole.ui.runlist.rows;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import org.billrunconsole.ui.runlist.rows.GroupRow.Key;

/**
 * The lines that are shown: runs and, if they are grouped, the headers of groups. Their number is no matter: another
 * answer takes the place of the one before at once, and is told as one replacement, which a table takes in without
 * looking at each line.
 */
final class ShownRows extends ObservableListBase<ListRow> {

    /** More rows than this that come and go are told as one replacement. */
    private static final int MANY = 64;

    private final Function<RowFacts, RunRow> rows;
    private final Map<Key, GroupRow> headers = new HashMap<>();
    private Set<Key> collapsed = Set.of();
    private Lines lines = new Lines(SortedFacts.none(RowOrder.BY_ID), Set.of());

    /** @param rows gives the row of a run */
    ShownRows(Function<RowFacts, RunRow> rows) {
        this.rows = rows;
    }

    @Override
    public ListRow get(int line) {
        return row(lines, line);
    }

    @Override
    public int size() {
        return lines.size;
    }

    /** By halving: a table asks for it, and the list may be long. */
    @Override
    public int indexOf(Object row) {
        return switch (row) {
            case RunRow known -> lineOf(known.facts());
            case GroupRow header -> lines.headerOf(header.key());
            case null, default -> -1;
        };
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }

    SortedFacts facts() {
        return lines.facts;
    }

    /** The line of a run; -1 if it is not here or its group is collapsed. */
    int lineOf(RowFacts one) {
        return lines.lineOf(facts().placeOf(one));
    }

    int headerOf(Key group) {
        return lines.headerOf(group);
    }

    /** Shows these from now on. */
    void show(SortedFacts now) {
        var before = lines;
        lines = new Lines(now, collapsed);
        showHeaders();
        if (!lines.looksLike(before)) {
            fireChange(new Replacement(this, rowsOf(before)));
        }
    }

    /** Hides the runs of some groups below their headers, and shows those of all others. */
    void collapse(Set<Key> groups) {
        collapsed = Set.copyOf(groups);
        show(facts());
    }

    Set<Key> collapsed() {
        return collapsed;
    }

    /** Takes differences in; rows that have changed stay where they are if that leaves them in order. */
    void change(RowDifferences differences) {
        if (lines.groups.isPresent()) {
            show(differences.appliedTo(facts()));
            return;
        }
        var staying = differences.inPlace(facts());
        staying.ifPresent(now -> lines = new Lines(now, collapsed));
        move(staying.isPresent() ? differences.gone() : differences.out(),
                staying.isPresent() ? differences.come() : differences.in());
    }

    private void move(List<RowFacts> out, List<RowFacts> in) {
        if (out.isEmpty() && in.isEmpty()) {
            return;
        }
        var before = facts();
        var places = before.placesOf(out);
        if (out.size() + in.size() > MANY) {
            show(before.without(places).with(in));
            return;
        }
        lines = new Lines(before.without(places).with(in), collapsed);
        beginChange();
        for (int i = places.length - 1; i >= 0; i--) {
            nextRemove(places[i], rows.apply(before.get(places[i])));
        }
        for (int place : facts().placesOf(in)) {
            nextAdd(place, place + 1);
        }
        endChange();
    }

    private void showHeaders() {
        var groups = lines.groups.map(Groups::all).orElse(List.of());
        groups.forEach(group -> header(group.key()).show(new GroupRow.Shown(group, collapsed.contains(group.key()))));
        headers.keySet().retainAll(groups.stream().map(GroupRow.Group::key).collect(Collectors.toSet()));
    }

    private GroupRow header(Key key) {
        return headers.computeIfAbsent(key, GroupRow::new);
    }

    private ListRow row(Lines of, int line) {
        return of.header(line).<ListRow>map(this::header).orElseGet(() -> rows.apply(of.run(line)));
    }

    private List<ListRow> rowsOf(Lines some) {
        return new AbstractList<>() {
            @Override
            public ListRow get(int line) {
                return row(some, line);
            }

            @Override
            public int size() {
                return some.size;
            }
        };
    }

    /** Rows in lines, at one moment. */
    private static final class Lines {

        private final SortedFacts facts;
        private final Optional<Groups> groups;
        private final Set<Key> collapsed;
        /** The lines of the headers. */
        private final int[] headers;
        private final int size;

        Lines(SortedFacts facts, Set<Key> collapsed) {
            this.facts = facts;
            this.collapsed = collapsed;
            groups = facts.groups();
            var all = groups.map(Groups::all).orElse(List.of());
            headers = new int[all.size()];
            int line = 0;
            for (int i = 0; i < headers.length; i++) {
                headers[i] = line;
                line += 1 + (collapsed.contains(all.get(i).key()) ? 0 : all.get(i).runs());
            }
            size = groups.isPresent() ? line : facts.size();
        }

        /** The group whose header a line is; empty for that of a run. */
        Optional<Key> header(int line) {
            int group = Arrays.binarySearch(headers, line);
            return groups.filter(_ -> group >= 0).map(some -> some.all().get(group).key());
        }

        /** The run of a line that is no header. */
        RowFacts run(int line) {
            if (groups.isEmpty()) {
                return facts.get(line);
            }
            int group = -Arrays.binarySearch(headers, line) - 2;
            return facts.get(groups.get().start(group) + line - headers[group] - 1);
        }

        int headerOf(Key key) {
            var all = groups.map(Groups::all).orElse(List.of());
            for (int i = 0; i < headers.length; i++) {
                if (all.get(i).key().equals(key)) {
                    return headers[i];
                }
            }
            return -1;
        }

        int lineOf(int place) {
            if (place < 0 || groups.isEmpty()) {
                return place;
            }
            int group = groups.get().at(place);
            return collapsed.contains(groups.get().all().get(group).key()) ? -1
                    : headers[group] + 1 + place - groups.get().start(group);
        }

        boolean looksLike(Lines other) {
            return size == other.size && Arrays.equals(headers, other.headers) && collapsed.equals(other.collapsed)
                    && keys().equals(other.keys()) && facts.looksLike(other.facts);
        }

        private List<Key> keys() {
            return groups.map(Groups::all).orElse(List.of()).stream().map(GroupRow.Group::key).toList();
        }
    }

    /** All rows before are gone, all that are here now have come. */
    private static final class Replacement extends ListChangeListener.Change<ListRow> {

        private final List<ListRow> removed;
        private boolean told;

        Replacement(ObservableList<ListRow> list, List<ListRow> removed) {
            super(list);
            this.removed = removed;
        }

        @Override
        public boolean next() {
            var first = !told;
            told = true;
            return first;
        }

        @Override
        public void reset() {
            told = false;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<ListRow> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
