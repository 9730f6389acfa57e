package org.billrunconsole.ui.runlist.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rows that have come, gone or changed, in what {@link SortedFacts} hold of them and what they are to hold. */
final class RowDifferences {

    private final List<RowFacts> before = new ArrayList<>();
    private final List<RowFacts> now = new ArrayList<>();
    private final List<RowFacts> gone = new ArrayList<>();
    private final List<RowFacts> come = new ArrayList<>();

    /** Adds what was known of a run and what is known now; one of them at least. */
    void add(Optional<RowFacts> was, Optional<RowFacts> is) {
        if (was.isPresent() && is.isPresent()) {
            before.add(was.get());
            now.add(is.get());
        } else {
            was.ifPresent(gone::add);
            is.ifPresent(come::add);
        }
    }

    boolean isEmpty() {
        return before.isEmpty() && gone.isEmpty() && come.isEmpty();
    }

    /** Rows that are not there any more. */
    List<RowFacts> gone() {
        return gone;
    }

    /** Rows that were not there before. */
    List<RowFacts> come() {
        return come;
    }

    /** What of them concerns those that a filter lets through. */
    RowDifferences among(SortedFacts shown, Predicate<RowFacts> accepted) {
        var some = new RowDifferences();
        for (int i = 0; i < before.size(); i++) {
            some.add(Optional.of(before.get(i)).filter(each -> shown.placeOf(each) >= 0),
                    Optional.of(now.get(i)).filter(accepted));
        }
        gone.stream().filter(each -> shown.placeOf(each) >= 0).forEach(each -> some.add(Optional.of(each),
                Optional.empty()));
        come.stream().filter(accepted).forEach(each -> some.add(Optional.empty(), Optional.of(each)));
        return some;
    }

    /** The rows with what has changed. */
    SortedFacts appliedTo(SortedFacts rows) {
        var staying = rows.replace(before, now);
        return staying.isPresent()
                ? staying.get().without(staying.get().placesOf(gone)).with(come)
                : rows.without(rows.placesOf(out())).with(in());
    }

    /** Puts what has changed in the places it had, if that leaves the rows in order; those that come or go wait. */
    Optional<SortedFacts> inPlace(SortedFacts rows) {
        return rows.replace(before, now);
    }

    /** All that has to leave its place if rows have to move. */
    List<RowFacts> out() {
        return both(gone, before);
    }

    /** All that has to find its place if rows have to move. */
    List<RowFacts> in() {
        return both(come, now);
    }

    private static List<RowFacts> both(List<RowFacts> some, List<RowFacts> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
