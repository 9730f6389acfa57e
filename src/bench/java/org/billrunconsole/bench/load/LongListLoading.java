package org.billrunconsole.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.NotMeasured;
import org.billrunconsole.bench.Samples;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.RunStore;

/**
 * How long a list of 100,000 runs takes: from the request for its first page, as the server notes it, until its last row
 * is in the table of the whole console; and the same without a window, until the last run is in the
 * store. In turns with {@code curl}, which fetches the same pages one after another over one connection and throws them
 * away, and with a generated client that parses them and keeps nothing.
 */
public final class LongListLoading implements Measurement {

    private static final int RUNS = 100_000;
    private static final int WARM_UP = 3;
    private static final int MEASURED = 9;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double MILLI = 1e6;

    private final List<Double> table = new ArrayList<>();
    private final List<Double> store = new ArrayList<>();
    private final List<Double> curl = new ArrayList<>();
    private final List<Double> generated = new ArrayList<>();

    @Override
    public String name() {
        return "load.100k";
    }

    /** As the program's, and the generated client's too. */
    @Override
    public List<String> options() {
        return WholeConsole.OPTIONS;
    }

    @Override
    public boolean needsScreen() {
        return true;
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        try (var pages = StaticPages.start(bench.folder("server"), RUNS);
                var client = GeneratedClient.start(bench.kept("openapi"), pages.base(), ProgramOptions.ALL)) {
            for (int turn = 0; turn < WARM_UP + MEASURED; turn++) {
                table.add(table(pages, bench.folder("settings-" + turn)));
                store.add(store(pages));
                curl.add(curl(pages));
                generated.add(client.load() / MILLI);
                bench.say("table %.0f ms, store %.0f ms, curl %.0f ms, generated client %.0f ms".formatted(
                        table.getLast(), store.getLast(), curl.getLast(), generated.getLast()));
            }
        }
        return List.of(
                figure("load.100k", table).against("curl to /dev/null", median(curl)).withGoal(Goal.atMostTimes(2)),
                figure("load.100k", table).against("generated client", median(generated))
                        .withGoal(Goal.atMostTimes(1)),
                figure("load.100k without a window", store).against("curl to /dev/null", median(curl)),
                figure("load.100k without a window", store).against("generated client", median(generated)));
    }

    private static double table(StaticPages pages, Path settings) throws Exception {
        try (var console = FullTable.open(pages.base(), "token", settings, PATIENCE)) {
            console.awaitRows(RUNS);
            var over = System.currentTimeMillis();
            return over - pages.lastBegun();
        }
    }

    private static double store(StaticPages pages) {
        var runs = new RunStore();
        try (var api = HttpApi.connect(ClientOptions.of(pages.base()), TokenSource.fixed("token"))) {
            var begun = System.nanoTime();
            new Catalogue(api, runs).load(RunKind.REGULAR, ListReading.unwatched());
            return (System.nanoTime() - begun) / MILLI;
        }
    }

    private static double curl(StaticPages pages) throws IOException, InterruptedException, NotMeasured {
        if (!Files.isExecutable(Path.of("/usr/bin/curl"))) {
            throw new NotMeasured("not measured: there is no /usr/bin/curl");
        }
        var begun = System.nanoTime();
        var process = new ProcessBuilder("/usr/bin/curl", "-sf", "-o", "/dev/null", pages.base() + "/bill-runs?page=[1-"
                + pages.pages() + "]&pageSize=" + StaticPages.PAGE + "&sort=id").start();
        if (process.waitFor() != 0) {
            throw new IOException("curl ended with " + process.exitValue());
        }
        return (System.nanoTime() - begun) / MILLI;
    }

    private static List<Double> measured(List<Double> all) {
        return all.subList(WARM_UP, all.size());
    }

    private static double median(List<Double> all) {
        return Samples.of(measured(all)).median();
    }

    private static Figure figure(String name, List<Double> all) {
        return Figure.of(name, Samples.of(measured(all)), "ms");
    }
}
