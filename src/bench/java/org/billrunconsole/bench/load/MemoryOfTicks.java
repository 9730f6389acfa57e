package org.billrunconsole.bench.load;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.ManualTime;

/**
 * What the heap holds after 10,000 ticks against what it held after the first thousand, each after a collection: all that
 * belongs to a connection, without a window, on a sandbox beside it with runs in progress. The ticks come one
 * after another.
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
        var options = new ArrayList<>(ProgramOptions.ALL);
        // Else the JDK's server takes 40 ms for each small answer, and this a quarter of an hour.
        options.add("-Dsun.net.httpserver.nodelay=true");
        return options;
    }

    /** A token of the sandbox is good for a quarter of an hour. */
    @Override
    public Duration longest() {
        return Duration.ofMinutes(14);
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var time = new ManualTime();
        var few = SandboxOptions.defaults().withRuns(200).withInProgress(20).withSpeed(0.01);
        try (var sandbox = Sandbox.start(few)) {
            var base = sandbox.baseUri();
            var services = new ConnectionServices(new Connection("Measured", ConnectionKind.TEST, base), ClientOptions
                    .of(base),
                    TokenSource.fixed(
                            sandbox.token(SandboxUser.OPERATOR)),
                    () -> "billing.ops", bench.folder("journal"), false,
                    true, Optional.empty(), time, time, ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
            services.refresh().load(RunKind.REGULAR);
            services.monitor().start();
            tick(sandbox, services, time, SETTLED);
            var settled = held();
            tick(sandbox, services, time, TICKS - SETTLED);
            var after = held();
            services.close();
            return List.of(Figure.of("memory.ticks, heap after 10,000", after, "MB")
                    .against("after 1,000", settled)
                    .withGoal(Goal.atMostTimes(1.02)));
        }
    }

    private static void tick(Sandbox sandbox, ConnectionServices services, ManualTime time, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            services.monitor().tickNow();
            time.advance(Duration.ofMillis(1));
            sandbox.log().clear();
        }
    }

    private static double held() {
        // The second takes what the first has only found to be unused.
        System.gc();
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / MEGA;
    }
}
