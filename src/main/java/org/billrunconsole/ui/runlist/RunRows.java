package org.billrunconsole.ui.runlist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.billrunconsole.domain.RunKey;

/**
 * The rows of a list, which of them are shown, and in which order. The order is always total, so that a row is found by
 * halving and rows of equal value keep their places.
 */
final class RunRows {

    /** More rows than this are put in order by replacing the list: sorting each in would cost more. */
    private static final int MANY = 200;

    private static final Comparator<RunRow> BY_ID = Comparator.comparingLong(row -> row.key().id());

    private final Map<RunKey, RunRow> byKey = new HashMap<>();
    private final ObservableList<RunRow> all = FXCollections.observableArrayList();
    private final FilteredList<RunRow> filtered = new FilteredList<>(all);
    private final SortedList<RunRow> shown = new SortedList<>(filtered, BY_ID);

    SortedList<RunRow> shown() {
        return shown;
    }

    List<RunRow> all() {
        return Collections.unmodifiableList(all);
    }

    Optional<RunRow> find(RunKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** The place of a row among those shown; -1 if it is not shown. */
    int placeOf(RunRow row) {
        if (!row.isShown()) {
            return -1;
        }
        var place = Collections.binarySearch(shown, row, shown.getComparator());
        return place >= 0 && shown.get(place) == row ? place : shown.indexOf(row);
    }

    void sort(Comparator<RunRow> order) {
        shown.setComparator(order.thenComparing(BY_ID));
    }

    void filter(Predicate<RunRow> accepted) {
        filtered.setPredicate(row -> {
            row.setShown(accepted.test(row));
            return row.isShown();
        });
    }

    void add(List<RunRow> fresh) {
        fresh.forEach(row -> byKey.put(row.key(), row));
        if (fresh.size() > MANY) {
            all.setAll(new ArrayList<>(byKey.values()));
        } else {
            all.addAll(fresh);
        }
    }

    void remove(Collection<RunKey> gone) {
        var rows = new HashSet<RunRow>();
        gone.forEach(key -> Optional.ofNullable(byKey.remove(key)).ifPresent(rows::add));
        if (!rows.isEmpty()) {
            all.removeIf(rows::contains);
        }
    }

    /** Whether a row that is shown at a place no longer stands in order there. */
    boolean isOutOfOrder(RunRow row, int place) {
        var order = shown.getComparator();
        return place > 0 && order.compare(shown.get(place - 1), row) > 0
                || place < shown.size() - 1 && order.compare(row, shown.get(place + 1)) > 0;
    }

    /** Puts rows whose values have changed where they belong now; the others are in order. */
    void placeAnew(Collection<RunRow> rows) {
        if (rows.size() > MANY) {
            all.setAll(new ArrayList<>(all));
            return;
        }
        var moving = new HashSet<>(rows);
        all.removeIf(moving::contains);
        all.addAll(rows);
    }
}
