package org.billrunconsole.bench.window;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Samples;

/** Clicks on the headers of several columns, each up and down; from the click to the rows in their new order. */
public final class SortLongList extends TwoLists {

    private static final List<String> COLUMNS = List.of("name", "revenue", "stage", "invoice-date", "cycle");
    private static final double GOAL = 150;

    private final boolean chosen;
    private final Map<ListWindow, Answer> firstOf = new LinkedHashMap<>();
    private final Set<ListWindow> allChosen = new HashSet<>();

    /** @param chosen whether all runs are chosen meanwhile */
    public SortLongList(boolean chosen) {
        this.chosen = chosen;
    }

    @Override
    public String name() {
        return chosen ? "sort.100k.chosen" : "sort.100k";
    }

    @Override
    void act(ListWindow list, Answers answers) throws Exception {
        list.scrollToTop();
        if (chosen && !allChosen.contains(list)) {
            list.intoTable();
            list.chooseAll();
            allChosen.add(list);
        }
        for (var column : chosen ? COLUMNS.subList(0, 1) : COLUMNS) {
            var first = list.clickHeader(column);
            firstOf.putIfAbsent(list, first);
            answers.add(first);
            answers.add(list.clickHeader(column));
        }
    }

    @Override
    List<Figure> figures(Answers many, Answers few) {
        return List.of(
                at(0.5, name() + ".median", Answer::millis, many, few).withGoal(Goal.atMost(GOAL)),
                at(1, name() + ".longest", Answer::millis, many, few).withGoal(Goal.atMost(GOAL)),
                firstOfAll(),
                longestPiece(name() + ".piece", many, few),
                longestWork(name() + ".piece.work", many, few));
    }

    /** The first click of a process that has sorted nothing yet, in the long list and then in the short one. */
    private Figure firstOfAll() {
        var clicks = firstOf.values().stream().map(Answer::millis).toList();
        return Figure.of(name() + ".first", Samples.of(clicks.getFirst()), "ms").against("75 runs", clicks.getLast());
    }
}
