package org.billrunconsole.bench.start;

import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;

/** From the start of the installed program's process to the first frame that is painted in its window. */
public final class StartFrame implements Measurement {

    private static final double MOST = 1.3;

    @Override
    public String name() {
        return "start.frame";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var console = Installed.console();
        var label = Installed.label();
        var turns = Turns.of(bench, StartRows.ROUNDS, false, List.of(console, label));
        return List.of(Figure.of(name(), turns.samples(console, Installed.Start::frame), "ms")
                .against(label.name(), turns.samples(label, Installed.Start::frame).median())
                .withGoal(Goal.atMostTimes(MOST)));
    }
}
