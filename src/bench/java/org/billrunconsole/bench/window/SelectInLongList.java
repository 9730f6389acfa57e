package org.billrunconsole.bench.window;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;

/** The arrow key in the table: all that the window's thread does until the pane shows the row and is quiet again. */
public final class SelectInLongList extends TwoLists {

    private static final int STEPS = 20;
    private static final double GOAL = 8;
    private static final double GOAL_TO_SHORT = 1.1;

    @Override
    public String name() {
        return "select.100k";
    }

    @Override
    int rounds() {
        return 4;
    }

    @Override
    void act(ListWindow list, Answers answers) throws Exception {
        list.intoTable();
        list.toFirstRow();
        for (int step = 0; step < STEPS; step++) {
            answers.add(list.press(KeyCode.DOWN));
        }
    }

    @Override
    List<Figure> figures(Answers many, Answers few) {
        var thread = at(0.5, name(), Answer::threadMillis, many, few);
        return List.of(
                thread.withGoal(Goal.atMost(GOAL)),
                new Figure(name() + ".ratio", thread.value(), thread.unit(), thread.reference(), thread.runs(),
                        thread.spread(), Optional.of(Goal.atMostTimes(GOAL_TO_SHORT))),
                at(0.5, name() + ".shown", Answer::millis, many, few),
                longestPiece(name() + ".piece", many, few),
                longestWork(name() + ".piece.work", many, few));
    }
}
