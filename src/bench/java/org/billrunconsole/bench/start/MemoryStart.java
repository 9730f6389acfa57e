package org.billrunconsole.bench.start;

import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;

/** What the installed program holds of the computer's memory three seconds after its first rows. */
public final class MemoryStart implements Measurement {

    private static final int ROUNDS = 5;
    private static final double MOST = 1.4;

    @Override
    public String name() {
        return "memory.start";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var console = Installed.console();
        var table = Installed.table();
        var turns = Turns.of(bench, ROUNDS, true, List.of(console, table));
        return List.of(Figure.of(name(), turns.samples(console, Installed.Start::memory), "MB")
                .against(table.name(), turns.samples(table, Installed.Start::memory).median())
                .withGoal(Goal.atMostTimes(MOST)));
    }
}
