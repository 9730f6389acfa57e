package org.billrunconsole.bench.start;

import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;

/** From the start of the installed program's process to its first rows, on its own sandbox. */
public final class StartRows implements Measurement {

    static final int ROUNDS = 9;

    private static final double MOST = 1.25;

    @Override
    public String name() {
        return "start.rows";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var console = Installed.console();
        var table = Installed.table();
        var label = Installed.label();
        var turns = Turns.of(bench, ROUNDS, false, List.of(console, table, label));
        var figure = Figure.of(name(), turns.samples(console, Installed.Start::rows), "ms");
        return List.of(
                figure.against(table.name(), turns.samples(table, Installed.Start::rows).median())
                        .withGoal(Goal.atMostTimes(MOST)),
                figure.against(label.name(), turns.samples(label, Installed.Start::rows).median()));
    }
}
