package org.billrunconsole.ui.runlist;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.RowChange;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunRows;

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
        var more = now.remove(key) ? -1 : 1;
        if (more > 0) {
            now.add(key);
        }
        range = Optional.of(new Range(key, key, Set.of()));
        set(now, shown() + (rows.isShown(key) ? more : 0));
    }

    /**
     * Chooses all rows from the one toggled last to this one, in place of the range chosen before from there.
     *
     * @param otherwise where the range begins if none was toggled or it is not shown
     */
    void chooseTo(RunKey key, Optional<RunKey> otherwise) {
        extend(range.map(Range::from).filter(rows::isShown).or(() -> otherwise.filter(rows::isShown)).orElse(key),
                key);
    }

    /**
     * Chooses one more row at the end of a range, or one less.
     *
     * @param from the row that the keyboard is on; a range begins there unless one ends there
     * @param to   the row next to it
     */
    void step(RunKey from, RunKey to) {
        extend(range.filter(last -> last.to().equals(from)).map(Range::from).filter(rows::isShown).orElse(from), to);
    }

    /** Chooses all that the filter shows, besides what is chosen already. */
    void chooseShown() {
        var now = copy();
        rows.listed().forEach(facts -> now.add(facts.key()));
        range = Optional.empty();
        set(now, rows.listed().size());
    }

    /** Chooses these rows besides what is chosen already; if all of them are, none of them any more. */
    void toggle(List<RowFacts> some) {
        var keys = some.stream().map(RowFacts::key).toList();
        var now = copy();
        if (now.containsAll(keys)) {
            keys.forEach(now::remove);
        } else {
            now.addAll(keys);
        }
        range = Optional.empty();
        set(now);
    }

    /** How many runs of a group are chosen; looks up the fewer. */
    int in(GroupRow.Key group) {
        var some = rows.listed(group);
        var keys = chosen.get().keys();
        return chosen.get().everyShown() ? some.size()
                : keys.size() < some.size()
                        ? (int) keys.stream().filter(key -> rows.groupOf(key).equals(Optional.of(group))).count()
                        : (int) some.stream().filter(facts -> keys.contains(facts.key())).count();
    }

    /** Chooses all that the filter shows; if that is so already, nothing at all. */
    void toggleShown() {
        if (chosen.get().everyShown()) {
            clear();
        } else {
            chooseShown();
        }
    }

    /** The runs that are chosen, as the list shows them from top to bottom; those that it does not show come last. */
    List<RunKey> asListed() {
        var keys = chosen.get().keys();
        var listed = new LinkedHashSet<RunKey>();
        rows.listed().stream().map(RowFacts::key).filter(keys::contains).forEach(listed::add);
        listed.addAll(keys);
        return List.copyOf(listed);
    }

    /** To be told what has become of the rows; only what has changed of them is looked at. */
    void rowsChanged(RowChange change) {
        var keys = chosen.get().keys();
        switch (change) {
            case RowChange.Asked(var counted, var shown) when counted == keys -> publish(keys, shown);
            case RowChange.Asked _ -> publish(keys, countShown(keys));
            case RowChange.Some some -> {
                var shown = shown() + among(some.came()) - among(some.left());
                if (some.gone().stream().anyMatch(keys::contains)) {
                    var left = copy();
                    some.gone().forEach(left::remove);
                    set(left, shown);
                } else {
                    publish(keys, shown);
                }
            }
        }
    }

    private int shown() {
        return chosen.get().size() - chosen.get().hidden();
    }

    private int among(Collection<RunKey> some) {
        return chosen.get().isEmpty() ? 0 : (int) some.stream().filter(chosen.get()::contains).count();
    }

    private void extend(RunKey from, RunKey to) {
        var first = rows.placeOf(from);
        var last = rows.placeOf(to);
        if (first < 0 || last < 0) {
            return;
        }
        var now = copy();
        var dropped = range.filter(before -> before.from().equals(from)).map(Range::added).orElse(Set.of());
        dropped.forEach(now::remove);
        var added = new HashSet<RunKey>();
        for (var row : rows.listed().subList(Math.min(first, last), Math.max(first, last) + 1)) {
            if (now.add(row.key())) {
                added.add(row.key());
            }
        }
        range = Optional.of(new Range(from, to, added));
        set(now, shown() - countShown(dropped) + added.size());
    }

    private LinkedHashSet<RunKey> copy() {
        return new LinkedHashSet<>(chosen.get().keys());
    }

    private void set(LinkedHashSet<RunKey> keys) {
        set(keys, countShown(keys));
    }

    private void set(LinkedHashSet<RunKey> keys, int shown) {
        publish(Collections.unmodifiableSequencedSet(keys), shown);
    }

    /** By looking up the fewer: the rows that are shown, or the runs that are chosen. */
    private int countShown(Collection<RunKey> keys) {
        return (int) (keys.size() <= rows.listed().size()
                ? keys.stream().filter(rows::isShown).count()
                : rows.listed().stream().map(RowFacts::key).filter(keys::contains).count());
    }

    private void publish(SequencedSet<RunKey> keys, int shown) {
        var before = chosen.get();
        var now = new Chosen(keys, keys.size() - shown, shown > 0 && shown == rows.listed().size());
        // Another set of the same runs is no news, but comparing them costs more than telling of it.
        if (now.keys() != before.keys() || now.hidden() != before.hidden()
                || now.everyShown() != before.everyShown()) {
            chosen.set(now);
        }
    }
}
