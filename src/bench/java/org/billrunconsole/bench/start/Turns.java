package org.billrunconsole.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.NotMeasured;
import org.billrunconsole.bench.Samples;

/** Starts of several programs in turns, so that whatever else the machine does befalls all. */
final class Turns {

    private final Map<Installed, List<Installed.Start>> starts = new LinkedHashMap<>();

    private Turns() {}

    /** @param rounds how many starts of each count; the first of each, which reads it from the disk, does not */
    static Turns of(Bench bench, int rounds, boolean withMemory, List<Installed> programs)
            throws IOException, InterruptedException, NotMeasured {
        var turns = new Turns();
        try (var screen = BareScreen.open(bench.folder("screen"))) {
            for (int round = 0; round <= rounds; round++) {
                for (var program : programs) {
                    var start = program.start(screen, folder(bench), withMemory);
                    bench.say("round " + round + ": " + program.name() + " " + start);
                    if (round > 0) {
                        turns.starts.computeIfAbsent(program, _ -> new ArrayList<>()).add(start);
                    }
                }
            }
        }
        return turns;
    }

    Samples samples(Installed program, ToDoubleFunction<Installed.Start> what) {
        return Samples.of(starts.get(program).stream().mapToDouble(what).toArray());
    }

    private static Path folder(Bench bench) {
        return bench.folder("homes");
    }
}
