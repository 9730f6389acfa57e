package org.billrunconsole.bench.write;

import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.Samples;
import org.billrunconsole.testkit.SandboxProcess;

/**
 * From the click on the confirmation's button to the request on the wire, in the whole console: the window's thread, two
 * readings of the run that must say what was confirmed, and between them the journal's line, forced to the disk. Held
 * against a bare line forced to the disk and a bare PATCH, in turns.
 */
public final class WriteLatency implements Measurement {

    private static final int RUNS = 41;
    private static final int WARM_UP = 10;
    private static final int GOAL_MILLIS = 30;
    private static final double MILLI = 1e6;

    @Override
    public String name() {
        return "write.latency";
    }

    @Override
    public List<String> options() {
        return List.of("-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1");
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var ours = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        try (var server = SandboxProcess.start(bench.folder(), "--speed", "0.01");
                var relay = new Relay(server.baseUri());
                var nicknames = Nicknames.open(relay.address(), server.token(), bench.folder("home"))) {
            var reference = new BareWrite(relay.address(), server.token(), bench.folder().resolve("lines"));
            for (var run = -WARM_UP; run < RUNS; run++) {
                var clicked = nicknames.confirm("Rebill " + (run + WARM_UP));
                var arrived = relay.awaitPatch();
                nicknames.awaitDone();
                var begun = System.nanoTime();
                reference.send();
                var bareArrived = relay.awaitPatch();
                if (run >= 0) {
                    ours.add((arrived - clicked) / MILLI);
                    bare.add((bareArrived - begun) / MILLI);
                }
            }
        }
        return List.of(Figure.of(name(), Samples.of(ours), "ms")
                .against("a forced line and a bare PATCH", Samples.of(bare).median())
                .withGoal(Goal.atMost(GOAL_MILLIS)));
    }
}
