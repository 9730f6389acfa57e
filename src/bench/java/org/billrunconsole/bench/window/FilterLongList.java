package org.billrunconsole.bench.window;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;

/** Forty keys of a search: a month, another year of it, a cycle, a number; from the key to the rows that it leaves. */
public final class FilterLongList extends TwoLists {

    /** A month's name and year, two letters less for another year, a cycle, part of a number; the sign {@code <} erases. */
    private static final String KEYS = "oct 2025<<24<<<<<<<<whole<<<<<47112<<<<<";
    private static final double GOAL = 50;

    @Override
    public String name() {
        return "filter.100k";
    }

    @Override
    void act(ListWindow list, Answers answers) throws Exception {
        list.scrollToTop();
        list.intoSearch();
        for (var key : KEYS.split("")) {
            answers.add(key.equals("<") ? list.press(KeyCode.BACK_SPACE) : list.type(key));
        }
    }

    @Override
    List<Figure> figures(Answers many, Answers few) {
        return List.of(
                at(0.95, name() + ".p95", Answer::millis, many, few).withGoal(Goal.atMost(GOAL)),
                at(0.5, name() + ".median", Answer::millis, many, few),
                longestPiece(name() + ".piece", many, few),
                longestWork(name() + ".piece.work", many, few));
    }
}
