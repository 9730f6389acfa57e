package org.billrunconsole.bench.window;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.Reference;

/** What a person does in a list of 100,000 runs and, in turns, in one of 75. */
abstract class TwoLists implements Measurement {

    static final double FRAME_MILLIS = 16;

    private static final int MANY = 100_000;
    private static final int FEW = 75;

    /** What is done in one window; adds what came of it. */
    abstract void act(ListWindow list, Answers answers) throws Exception;

    /** Made of the answers of both. */
    abstract List<Figure> figures(Answers many, Answers few);

    @Override
    public final List<String> options() {
        return WholeConsole.OPTIONS;
    }

    @Override
    public final boolean needsScreen() {
        return true;
    }

    int rounds() {
        return 2;
    }

    int warmUps() {
        return 1;
    }

    @Override
    public final List<Figure> measure(Bench bench) throws Exception {
        var many = new Answers();
        var few = new Answers();
        try (var window = new WindowThread();
                var shortList = ListWindow.open(window, bench.folder(), FEW);
                var longList = ListWindow.open(window, bench.folder(), MANY)) {
            for (int round = -warmUps(); round < rounds(); round++) {
                in(longList, round < 0 ? new Answers() : many);
                in(shortList, round < 0 ? new Answers() : few);
                window.forget();
            }
            LongPieces.write(bench.folder(), many.pieces());
            return figures(many, few);
        }
    }

    private void in(ListWindow list, Answers answers) throws Exception {
        act(list, answers);
    }

    /** A share of the long list's, against the same of the short one. */
    static Figure at(double share, String name, ToDoubleFunction<Answer> figure, Answers many, Answers few) {
        var ours = many.of(figure);
        return new Figure(name, ours.at(share), "ms", Optional.of(new Reference("75 runs", few.of(figure).at(share))),
                ours.size(), ours.spread(), Optional.empty());
    }

    /** The longest piece of the window's thread. */
    static Figure longestPiece(String name, Answers many, Answers few) {
        return at(1, name, Answer::longestMillis, many, few).withGoal(Goal.atMost(FRAME_MILLIS));
    }

    /** The most that the window's thread worked itself in one piece. */
    static Figure longestWork(String name, Answers many, Answers few) {
        return at(1, name, Answer::longestWorkMillis, many, few);
    }
}
