package org.billrunconsole.ui.runlist.rows;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;

/**
 * The rows that are shown. Their number is no matter: another answer takes the place of the one before at once, and is
 * told as one replacement, which a table takes in without looking at each row.
 */
final class ShownRows extends ObservableListBase<RunRow> {

    /** More rows than this that come and go are told as one replacement. */
    private static final int MANY = 64;

    private final Function<RowFacts, RunRow> rows;
    private SortedFacts facts = SortedFacts.none(RowOrder.BY_ID);

    /** @param rows gives the row of a run */
    ShownRows(Function<RowFacts, RunRow> rows) {
        this.rows = rows;
    }

    @Override
    public RunRow get(int place) {
        return rows.apply(facts.get(place));
    }

    @Override
    public int size() {
        return facts.size();
    }

    /** By halving: a table asks for it, and the list may be long. */
    @Override
    public int indexOf(Object row) {
        return row instanceof RunRow known ? facts.placeOf(known.facts()) : -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }

    SortedFacts facts() {
        return facts;
    }

    /** Shows these from now on. */
    void show(SortedFacts now) {
        var before = facts;
        facts = now;
        if (!now.looksLike(before)) {
            fireChange(new Replacement(this, rowsOf(before)));
        }
    }

    /** Takes differences in; rows that have changed stay where they are if that leaves them in order. */
    void change(RowDifferences differences) {
        var staying = differences.inPlace(facts);
        facts = staying.orElse(facts);
        move(staying.isPresent() ? differences.gone() : differences.out(),
                staying.isPresent() ? differences.come() : differences.in());
    }

    private void move(List<RowFacts> out, List<RowFacts> in) {
        if (out.isEmpty() && in.isEmpty()) {
            return;
        }
        if (out.size() + in.size() > MANY) {
            show(facts.without(facts.placesOf(out)).with(in));
            return;
        }
        var before = facts;
        var places = before.placesOf(out);
        facts = before.without(places).with(in);
        beginChange();
        for (int i = places.length - 1; i >= 0; i--) {
            nextRemove(places[i], rows.apply(before.get(places[i])));
        }
        for (int place : facts.placesOf(in)) {
            nextAdd(place, place + 1);
        }
        endChange();
    }

    private List<RunRow> rowsOf(SortedFacts some) {
        return new AbstractList<>() {
            @Override
            public RunRow get(int place) {
                return rows.apply(some.get(place));
            }

            @Override
            public int size() {
                return some.size();
            }
        };
    }

    /** All rows before are gone, all that are here now have come. */
    private static final class Replacement extends ListChangeListener.Change<RunRow> {

        private final List<RunRow> removed;
        private boolean told;

        Replacement(ObservableList<RunRow> list, List<RunRow> removed) {
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
        public List<RunRow> getRemoved() {
            return removed;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
