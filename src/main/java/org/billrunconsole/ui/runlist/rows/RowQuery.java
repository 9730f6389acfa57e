package org.billrunconsole.ui.runlist.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.billrunconsole.domain.RunKey;

/**
 * A question to all rows: which are shown, and in which order. It holds all that the answer depends on, so that it can
 * be answered on any thread.
 *
 * @param all    every row, in the order that holds now
 * @param filter which are to be shown
 * @param order  in which order
 * @param judge  judges every row anew before; empty if they are to be taken as they are
 * @param chosen listed runs that are chosen, which are to be counted among those shown
 */
record RowQuery(SortedFacts all, RunFilter filter, RowOrder order, Optional<RunJudge> judge, Set<RunKey> chosen) {

    /**
     * What came out.
     *
     * @param all         every row, in the order asked for
     * @param shown       those that are shown
     * @param judged      the rows that were found otherwise than before, as they are now
     * @param chosenShown how many of those shown are chosen
     */
    record Answer(SortedFacts all, SortedFacts shown, List<RowFacts> judged, int chosenShown) {}

    /**
     * Goes through all rows.
     *
     * @param cancelled asked every so often
     * @throws CancellationException once that is so
     */
    Answer answer(BooleanSupplier cancelled) {
        var judged = new ArrayList<RowFacts>();
        var sorted = judge.isPresent() ? judge(judge.get(), judged, cancelled) : all;
        if (!order.equals(sorted.order())) {
            sorted = SortedFacts.of(sorted.toArray(), order, cancelled);
        }
        // Whoever shows everything looks at nothing.
        var answer = filter.isEverything()
                ? new Answer(sorted, sorted, judged, chosen.size())
                : filtered(sorted, judged, cancelled);
        // Here, and not when they are shown: that goes through all rows.
        answer.all().groups();
        answer.shown().groups();
        return answer;
    }

    private Answer filtered(SortedFacts sorted, List<RowFacts> judged, BooleanSupplier cancelled) {
        var shown = sorted.filter(filter.prepared(), cancelled);
        return new Answer(sorted, shown, judged, shown.countAmong(chosen));
    }

    private SortedFacts judge(RunJudge by, List<RowFacts> judged, BooleanSupplier cancelled) {
        var facts = all.toArray();
        for (int i = 0; i < facts.length; i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            var now = by.again(facts[i]);
            if (now != facts[i]) {
                facts[i] = now;
                judged.add(now);
            }
        }
        return judged.isEmpty() ? all : SortedFacts.of(facts, order, cancelled);
    }
}
