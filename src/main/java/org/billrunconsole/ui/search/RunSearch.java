package org.billrunconsole.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunFilter;
import org.billrunconsole.ui.runlist.rows.Segment;

/** Finds runs of all lists as the lists' own search does, the likeliest first. Pure functions, for any thread. */
final class RunSearch {

    /** How often a search that is not wanted any more looks up, in rows. */
    private static final int LOOK_UP = 1024;

    /**
     * What was found.
     *
     * @param first the likeliest
     * @param all   how many there are
     */
    record Matches(List<RowFacts> first, int all) {

        static final Matches NONE = new Matches(List.of(), 0);
    }

    private RunSearch() {}

    /**
     * Goes through all rows: the run whose id was typed comes first, then names that begin with what was typed, then the
     * others as the lists have them.
     *
     * @param most      so many are told
     * @param cancelled asked every so often
     * @throws CancellationException once that is so
     */
    static Matches find(List<List<RowFacts>> lists, String text, int most, BooleanSupplier cancelled) {
        var filter = new RunFilter(text, Segment.ALL, OptionalLong.empty(), false, OptionalInt.empty()).prepared();
        var typed = SearchText.folded(text).strip();
        var ranks = Stream.generate(() -> new ArrayList<RowFacts>()).limit(3).toList();
        int all = 0;
        int looked = 0;
        for (var list : lists) {
            for (var row : list) {
                if (looked++ % LOOK_UP == 0 && cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                if (filter.test(row)) {
                    all++;
                    var likely = ranks.get(rank(row, typed));
                    if (likely.size() < most) {
                        likely.add(row);
                    }
                }
            }
        }
        return new Matches(ranks.stream().flatMap(List::stream).limit(most).toList(), all);
    }

    private static int rank(RowFacts row, String typed) {
        return Long.toString(row.key().id()).equals(typed) ? 0
                : SearchText.folded(row.run().label()).startsWith(typed) ? 1 : 2;
    }
}
