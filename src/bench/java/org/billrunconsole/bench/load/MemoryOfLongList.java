package org.billrunconsole.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.NotMeasured;
import org.billrunconsole.bench.Samples;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.SandboxProcess;

/**
 * What a console with 100,000 runs takes of the machine's memory beyond one with 75: the resident set some seconds after
 * its table is full, nothing collected on purpose; and what its heap holds after a collection. Each in a process of its
 * own with the installed program's options, in turns.
 */
public final class MemoryOfLongList implements Measurement {

    private static final int FEW = 75;
    private static final int MANY = 100_000;
    private static final int TURNS = 3;
    private static final Duration SETTLES = Duration.ofSeconds(5);
    private static final double MEGA = 1e6;
    private static final double KILO = 1e3;

    /** Both in MB. */
    private record Taken(double resident, double heap) {}

    @Override
    public String name() {
        return "memory.100k";
    }

    @Override
    public boolean needsScreen() {
        return true;
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        if (!Files.exists(Path.of("/proc/self/status"))) {
            throw new NotMeasured("not measured: only Linux says what a process has of the memory under /proc");
        }
        var few = new ArrayList<Taken>();
        var many = new ArrayList<Taken>();
        for (int turn = 1; turn <= TURNS; turn++) {
            few.add(taken(bench, FEW, turn));
            many.add(taken(bench, MANY, turn));
            bench.say(few.getLast() + ", " + many.getLast());
        }
        var resident = new ArrayList<Double>();
        var heap = new ArrayList<Double>();
        for (int turn = 0; turn < TURNS; turn++) {
            resident.add(many.get(turn).resident() - few.get(turn).resident());
            heap.add(many.get(turn).heap() - few.get(turn).heap());
        }
        var start = Samples.of(few.stream().map(Taken::resident).toList()).median();
        return List.of(Figure.of("memory.100k, more than after start", Samples.of(resident), "MB")
                .against("resident set after start", start)
                .withGoal(Goal.atMost(150)),
                Figure.of("memory.100k, of it in the heap after a collection", Samples.of(heap), "MB"));
    }

    private static Taken taken(Bench bench, int runs, int turn) throws IOException, InterruptedException {
        var folder = bench.folder(runs + "-" + turn);
        try (var server = SandboxProcess.start(folder, "--runs", Integer.toString(runs))) {
            var builder = ChildJvm.of(ConsoleAtRest.class, folder.resolve("console.log"), server.baseUri().toString(),
                    server.token(), folder.resolve("settings").toString(), Integer.toString(runs));
            builder.command().addAll(1, ProgramOptions.ALL);
            builder.command()
                    .addAll(1, List.of("-Dglass.platform=gtk", "-Dprism.order=sw", "-Dprism.text=t2k",
                            "--enable-native-access=ALL-UNNAMED"));
            var console = builder.redirectError(folder.resolve("errors.txt").toFile()).start();
            try (var said = console.inputReader(); var asked = console.outputWriter()) {
                awaitFull(said);
                Thread.sleep(SETTLES);
                var resident = resident(console.pid());
                asked.write("\n");
                asked.flush();
                return new Taken(resident, Long.parseLong(said.readLine()) / MEGA);
            } finally {
                console.destroyForcibly().waitFor();
            }
        }
    }

    private static void awaitFull(BufferedReader said) throws IOException {
        for (var line = said.readLine(); !ConsoleAtRest.FULL.equals(line); line = said.readLine()) {
            if (line == null) {
                throw new IOException("The console ended, see errors.txt");
            }
        }
    }

    private static double resident(long process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "status"))
                .stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024 / KILO / KILO)
                .findFirst()
                .orElseThrow();
    }
}
