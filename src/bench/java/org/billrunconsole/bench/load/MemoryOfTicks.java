package org.billrunconsole.bench.load;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SandboxProcess;

/**
 * What the heap holds after 10,000 ticks against what it held after the first thousand, each after a collection: all that
 * belongs to a connection, without a window, on a server with runs in progress. The ticks come one after another.
 */
public final class MemoryOfTicks implements Measurement {

    private static final int SETTLED = 1_000;
    private static final int TICKS = 10_000;
    private static final double MEGA = 1e6;

    @Override
    public String name() {
        return "memory.ticks";
    }

    @Override
    public List<String> options() {
        return ProgramOptions.ALL;
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var time = new ManualTime();
        try (var server = SandboxProcess.start(bench.folder(), "--runs", "200", "--in-progress", "20")) {
            var base = server.baseUri();
            var services = new ConnectionServices(new Connection("Measured", ConnectionKind.TEST, base), ClientOptions
                    .of(base), TokenSource.fixed(server.token()), () -> "billing.ops", bench.folder("journal"), false,
                    true, Optional.empty(), time, time, ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
            services.refresh().load(RunKind.REGULAR);
            services.monitor().start();
            tick(services, time, SETTLED);
            var settled = held();
            tick(services, time, TICKS - SETTLED);
            var after = held();
            services.close();
            return List.of(Figure.of("memory.ticks, heap after 10,000", after, "MB")
                    .against("after 1,000", settled)
                    .withGoal(Goal.atMostTimes(1.02)));
        }
    }

    private static void tick(ConnectionServices services, ManualTime time, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            services.monitor().tickNow();
            time.advance(Duration.ofMillis(1));
        }
    }

    private static double held() {
        // The second takes what the first has only found to be unused.
        System.gc();
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGA;
    }
}
