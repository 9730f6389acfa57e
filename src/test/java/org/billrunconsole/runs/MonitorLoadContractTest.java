package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.TickPolicy;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much a tick asks of a real server with a thousand runs in progress, by the server's own record. */
class MonitorLoadContractTest {

    private static final int IN_PROGRESS = 1000;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();

    @Test
    void aTickIsOneListRequestForEachKindAndPageWithAThousandRunsInProgress() {
        var options = SandboxOptions.defaults().withRuns(1500).withInProgress(IN_PROGRESS).withSpeed(0.01);
        var time = new ManualTime();
        var sandbox = sandboxes.start(options);
        try (var api = HttpApi.connect(ClientOptions.of(sandbox.baseUri()),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)))) {
            var store = new RunStore();
            var catalogue = new Catalogue(api, store);
            for (var kind : RunKind.values()) {
                catalogue.load(kind, ListReading.unwatched());
            }
            var monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
            monitor.start();
            sandbox.log().clear();
            time.advance(Duration.ofSeconds(2));
            var closed = store.inStatus(RunKind.REGULAR, RunStatus.Known.CLOSED).size();
            assertThat(closed).isGreaterThanOrEqualTo(IN_PROGRESS);
            // A page that is full does not say that it was the last one.
            var pages = closed / 1000 + 1;
            assertThat(sandbox.log().entries()).extracting(LoggedRequest::path)
                    .filteredOn(path -> path.contains("/bill-runs?") && !path.contains("adhoc"))
                    .doesNotHaveDuplicates()
                    .hasSize(pages);
            assertThat(sandbox.log().entries()).extracting(LoggedRequest::path)
                    .filteredOn(path -> path.contains("/adhoc-bill-runs?"))
                    .hasSize(1);
            assertThat(sandbox.log().entries()).extracting(LoggedRequest::path)
                    .allMatch(path -> path.contains("/bill-runs?") || path.contains("/adhoc-bill-runs?"));
            monitor.close();
        }
    }

    @Test
    void aMinuteOfTicksSendsAtMost120BytesForEachRunInProgressAndTick() {
        var sent = new AtomicLong();
        var options = SandboxOptions.defaults().withRuns(0).withInProgress(100).withSpeed(0.01)
                .withObserver(exchange -> sent.addAndGet(exchange.body().length()));
        var time = new ManualTime();
        var sandbox = sandboxes.start(options);
        try (var api = HttpApi.connect(ClientOptions.of(sandbox.baseUri()),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)))) {
            var monitor = watching(api, time);
            sent.set(0);
            for (int tick = 0; tick < 30; tick++) {
                time.advance(Duration.ofSeconds(2));
            }
            monitor.close();
            var ticks = sandbox.log().entries().stream().filter(each -> each.path().startsWith("/bill-runs?")).count();
            assertThat(ticks).isGreaterThanOrEqualTo(30);
            assertThat(sent.get()).isPositive().isLessThanOrEqualTo(120 * 100 * ticks);
        }
    }

    @Test
    void whatAColleagueMayChangeIsAskedForEveryHalfMinuteAndWheneverAPersonAsks() {
        var options = SandboxOptions.defaults().withRuns(0).withInProgress(1).withSpeed(0.01);
        var time = new ManualTime();
        var sandbox = sandboxes.start(options);
        try (var api = HttpApi.connect(ClientOptions.of(sandbox.baseUri()),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)));
                var monitor = watching(api, time)) {
            sandbox.log().clear();
            time.advance(Duration.ofSeconds(10));
            assertThat(datesAskedFor(sandbox)).isZero();
            time.advance(Duration.ofSeconds(22));
            assertThat(datesAskedFor(sandbox)).isOne();
            monitor.tickNow();
            time.advance(Duration.ofMillis(1));
            assertThat(datesAskedFor(sandbox)).isEqualTo(2);
        }
    }

    private static LiveMonitor watching(BillRunApi api, ManualTime time) {
        var store = new RunStore();
        var catalogue = new Catalogue(api, store);
        for (var kind : RunKind.values()) {
            catalogue.load(kind, ListReading.unwatched());
        }
        var monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
        monitor.start();
        return monitor;
    }

    private static long datesAskedFor(Sandbox sandbox) {
        return sandbox.log()
                .entries()
                .stream()
                .map(LoggedRequest::path)
                .filter(path -> path.startsWith("/bill-runs?") && path.contains("CLOSED")
                        && path.contains("invoiceDate"))
                .count();
    }
}
