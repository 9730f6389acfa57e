package org.billrunconsole.bench.start;

import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.testkit.SandboxProcess;

/** From the start of the process to the first rows, on a server of its own process that has 100,000 runs. */
public final class LoadFirst implements Measurement {

    private static final String RUNS = "100000";
    private static final double MOST = 1.2;

    @Override
    public String name() {
        return "load.first";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var console = Installed.console();
        try (var server = SandboxProcess.start(bench.folder("server"), "--runs", RUNS, "--token-minutes", "120")) {
            var onMany = console.on(server.baseUri().toString(), server.token());
            var turns = Turns.of(bench, StartRows.ROUNDS, false, List.of(onMany, console));
            return List.of(Figure.of(name(), turns.samples(onMany, Installed.Start::rows), "ms")
                    .against("start.rows", turns.samples(console, Installed.Start::rows).median())
                    .withGoal(Goal.atMostTimes(MOST)));
        }
    }
}
