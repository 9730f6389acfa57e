package org.billrunconsole.ui.runlist;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.RunKey;

/**
 * Which of a list's rows are chosen by check box. They are known by their runs, so sorting and filtering leave them
 * chosen; only a run that is no longer listed leaves by itself, and none ever comes by itself.
 */
final class ChosenRuns {

    /**
     * What was chosen last as a range, which may still grow and shrink at one end.
     *
     * @param from  where it begins
     * @param to    where it ends; may be above
     * @param added what was not chosen without it
     */
    private record Range(RunKey from, RunKey to, Set<RunKey> added) {}

    private final RunRows rows;
    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(Chosen.NONE);
    private Optional<Range> range = Optional.empty();

    ChosenRuns(RunRows rows) {
        this.rows = rows;
    }

    ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses these runs and no others; those that are not listed are left out. */
    void choose(Collection<RunKey> keys) {
        var now = new LinkedHashSet<RunKey>();
        keys.stream().filter(key -> rows.find(key).isPresent()).forEach(now::add);
        range = Optional.empty();
        set(now);
    }

    /**
     * Chooses nothing.
     *
     * @return whether anything was chosen
     */
    boolean clear() {
        var any = !chosen.get().isEmpty();
        choose(Set.of());
        return any;
    }

    /** Chooses a run that is not chosen, and the other way round; ranges begin there from now on. */
    void toggle(RunKey key) {
        if (rows.find(key).isEmpty()) {
            return;
        }
        var now = copy();
        if (!now.remove(key)) {
            now.add(key);
        }
        range = Optional.of(new Range(key, key, Set.of()));
        set(now);
    }

    /**
     * Chooses all rows from the one toggled last to this one, in place of the range chosen before from there.
     *
     * @param otherwise where the range begins if none was toggled or it is not shown
     */
    void chooseTo(RunKey key, Optional<RunKey> otherwise) {
        extend(range.map(Range::from).filter(this::isShown).or(() -> otherwise.filter(this::isShown)).orElse(key),
                key);
    }

    /**
     * Chooses one more row at the end of a range, or one less.
     *
     * @param from the row that the keyboard is on; a range begins there unless one ends there
     * @param to   the row next to it
     */
    void step(RunKey from, RunKey to) {
        extend(range.filter(last -> last.to().equals(from)).map(Range::from).filter(this::isShown).orElse(from), to);
    }

    /** Chooses all that the filter shows, besides what is chosen already. */
    void chooseShown() {
        var now = copy();
        rows.shown().forEach(row -> now.add(row.key()));
        range = Optional.empty();
        set(now);
    }

    /** Chooses all that the filter shows; if that is so already, nothing at all. */
    void toggleShown() {
        if (chosen.get().everyShown()) {
            clear();
        } else {
            chooseShown();
        }
    }

    /** To be called once rows have come or gone, or are shown or hidden; their order does not matter. */
    void rowsChanged() {
        var before = chosen.get();
        if (before.keys().stream().allMatch(key -> rows.find(key).isPresent())) {
            publish(before.keys());
        } else {
            var left = copy();
            left.removeIf(key -> rows.find(key).isEmpty());
            set(left);
        }
    }

    private void extend(RunKey from, RunKey to) {
        var first = rows.find(from).map(rows::placeOf).orElse(-1);
        var last = rows.find(to).map(rows::placeOf).orElse(-1);
        if (first < 0 || last < 0) {
            return;
        }
        var now = copy();
        range.filter(before -> before.from().equals(from)).ifPresent(before -> now.removeAll(before.added()));
        var added = new HashSet<RunKey>();
        for (var row : rows.shown().subList(Math.min(first, last), Math.max(first, last) + 1)) {
            if (now.add(row.key())) {
                added.add(row.key());
            }
        }
        range = Optional.of(new Range(from, to, added));
        set(now);
    }

    private boolean isShown(RunKey key) {
        return rows.find(key).filter(RunRow::isShown).isPresent();
    }

    private LinkedHashSet<RunKey> copy() {
        return new LinkedHashSet<>(chosen.get().keys());
    }

    private void set(LinkedHashSet<RunKey> keys) {
        publish(Collections.unmodifiableSequencedSet(keys));
    }

    private void publish(SequencedSet<RunKey> keys) {
        var before = chosen.get();
        var shown = (int) keys.stream().filter(this::isShown).count();
        var now = new Chosen(keys, keys.size() - shown, shown > 0 && shown == rows.shown().size());
        // Another set of the same runs is no news, but comparing them costs more than telling of it.
        if (now.keys() != before.keys() || now.hidden() != before.hidden()
                || now.everyShown() != before.everyShown()) {
            chosen.set(now);
        }
    }
}
