package org.billrunconsole.bench.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.Samples;

/**
 * What a person would open instead: a page in a browser with the same 100,000 runs, from the same server. Each is started
 * anew, loads them all, rests and is searched in by the same keys. The console is the installed one, but for the keys, which
 * plain classes are asked for from within; its list is read when all runs are, of which it begins with showing those in
 * progress. It has a window on a screen; the browser draws without one.
 */
public final class PageInBrowser implements Measurement {

    private static final int RUNS = 100_000;
    private static final int ROUNDS = 3;
    private static final String KEYS = "whole 2025";

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public boolean needsScreen() {
        return true;
    }

    @Override
    public Duration longest() {
        return Duration.ofMinutes(20);
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var web = bench.folder("web");
        WebPage.copyTo(web, bench);
        var console = new Side();
        var first = new ArrayList<Double>();
        Map<WebPage, Side> pages = new EnumMap<>(WebPage.class);
        try (var files = new ListFiles(bench.folder(), RUNS, web)) {
            for (int round = 0; round < ROUNDS; round++) {
                ConsoleTurn.start(files, bench.folder().resolve("installed-" + round), console, first);
                ConsoleTurn.type(files, RUNS, KEYS, bench.folder().resolve("console-" + round), console);
                for (var page : WebPage.values()) {
                    BrowserTurn.take(page, files, RUNS, KEYS, bench.folder().resolve(page + "-" + round),
                            pages.computeIfAbsent(page, _ -> new Side()));
                }
            }
        }
        var figures = new ArrayList<Figure>();
        pages.forEach((page, side) -> {
            figures.add(figure("peer.rows.first", first, "ms", page, side, Side::rows));
            figures.add(figure("peer.rows.all", console.rows(), "ms", page, side, Side::rows));
            figures.add(figure("peer.filter", console.keys(), "ms", page, side, Side::keys));
            figures.add(figure("peer.memory", console.memory(), "MB", page, side, Side::memory));
        });
        return List.copyOf(figures);
    }

    private static Figure figure(String name, List<Double> ours, String unit, WebPage page, Side side,
            Function<Side, List<Double>> theirs) {
        return Figure.of(name, Samples.of(ours), unit)
                .against(page.words(), Samples.of(theirs.apply(side)).median())
                .withGoal(Goal.atMostTimes(1));
    }
}
