package org.billrunconsole.bench.window;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Goal;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.bench.Samples;
import org.billrunconsole.testkit.SandboxProcess;

/**
 * A minute with a thousand runs in progress, which all have got on at every tick, the table and the pane open: the
 * pieces of the window's thread, and what the server is asked for and sends.
 */
public final class LiveRuns implements Measurement {

    private static final int IN_PROGRESS = 1000;
    /** With it a stage of 16 to 24 hours takes 4 to 6 minutes, and its percentage has grown from tick to tick. */
    private static final String SPEED = "240";
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration LENGTH = Duration.ofSeconds(60);
    private static final double GOAL_P99 = 8;
    private static final double GOAL_BYTES = 120;

    private final HttpClient client = HttpClient.newHttpClient();

    /** What the server has been asked. */
    private record Asked(Instant time, String path) {

        /** A page of a list, with the fields alone that move. */
        boolean isPage() {
            return path.contains("bill-runs?") && path.contains("fields=");
        }
    }

    @Override
    public String name() {
        return "live.1000";
    }

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
        try (var window = new WindowThread();
                var list = ListWindow.open(window, bench.folder(), 500, "--in-progress", Integer.toString(IN_PROGRESS),
                        "--speed",
                        SPEED)) {
            // By their names: those in progress fill the window, and the first of them the pane.
            list.intoSearch();
            list.type("p");
            list.type("-");
            list.intoTable();
            list.toFirstRow();
            TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
            var began = Instant.now();
            var from = System.nanoTime();
            TimeUnit.MILLISECONDS.sleep(LENGTH.toMillis());
            var pieces = window.between(from, System.nanoTime());
            LongPieces.write(bench.folder(), pieces);
            return figures(pieces, list.server(), began);
        }
    }

    private List<Figure> figures(List<Piece> pieces, SandboxProcess server, Instant began) throws Exception {
        var millis = Samples.of(pieces.stream().mapToDouble(Piece::millis).toArray());
        var asked = asked(server).stream().filter(each -> each.time().isAfter(began)).toList();
        var pages = asked.stream().filter(Asked::isPage).toList();
        return List.of(
                new Figure(name() + ".p99", millis.at(0.99), "ms", Optional.empty(), millis.size(), millis.spread(),
                        Optional.of(Goal.atMost(GOAL_P99))),
                new Figure(name() + ".longest", millis.largest(), "ms", Optional.empty(), millis.size(),
                        millis.spread(),
                        Optional.of(Goal.atMost(TwoLists.FRAME_MILLIS))),
                Figure.of(name() + ".thread",
                        pieces.stream().mapToDouble(Piece::millis).sum() * 100 / LENGTH.toMillis(), "% of the time"),
                Figure.of(name() + ".requests", (double) asked.size() / Math.max(1, pages.size()),
                        "a tick, kind and page")
                        .withGoal(Goal.atMost(1)),
                Figure.of(name() + ".bytes", bytes(server, pages), "bytes a changed run").withGoal(Goal.atMost(
                        GOAL_BYTES)));
    }

    /** What the answers to these come to for each run in them; asked for again, since a record of requests has no answers. */
    private double bytes(SandboxProcess server, List<Asked> pages) throws Exception {
        var bytes = 0L;
        var runs = 0L;
        for (var page : pages) {
            var body = get(server.baseUri().resolve(server.baseUri().getPath() + page.path()), server.token());
            bytes += body.length;
            var list = new ObjectMapper().readTree(body);
            runs += (list.isArray() ? list : list.path("items")).size();
        }
        return (double) bytes / Math.max(1, runs);
    }

    private List<Asked> asked(SandboxProcess server) throws Exception {
        var record = new ObjectMapper().readTree(get(server.baseUri().resolve("/_sandbox/requests"), server.token()));
        return StreamSupport.stream(record.spliterator(), false).map(LiveRuns::asked).toList();
    }

    private static Asked asked(JsonNode entry) {
        return new Asked(Instant.parse(entry.path("time").asText()), entry.path("path").asText());
    }

    private byte[] get(URI address, String token) throws Exception {
        return client.send(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token).build(),
                BodyHandlers.ofByteArray()).body();
    }
}
