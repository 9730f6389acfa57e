package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole lives of runs over HTTP, by a clock that the test moves. */
class SandboxJourneyContractTest {

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);

    @Test
    void aRegularRunGoesFromOpenToFinished() {
        var run = pick(RunKind.REGULAR);
        assertThat(client.close(run).text("summaryStatus")).isEqualTo("REPORTING");
        assertThat(client.get(run).text("billingUserAdminId")).isEqualTo("7");
        untilReady(run);
        assertThat(client.stage(run, "DRAFT_INVOICES").status()).isEqualTo(200);
        untilReady(run);
        assertThat(client.stage(run, "FULL_INVOICES").status()).isEqualTo(200);
        untilReady(run);
        assertThat(client.stage(run, "DISTRIBUTION").status()).isEqualTo(200);
        assertThat(stagesUntilFinished(run)).containsExactly("DISTRIBUTION", "COMBINING_INVOICES", "PAYMENT",
                "ARCHIVING", "FINISHED");
        assertThat(client.get(run).text("billRunStatus")).isEqualTo("FINALIZED");
    }

    @Test
    void anAdhocRunGoesFromOpenToFinished() {
        var run = pick(RunKind.ADHOC);
        var closed = client.patch(run, """
                [{"op":"replace","path":"/summaryStatus","value":"REPORTING"},
                {"op":"replace","path":"/invoiceDate","value":"2026-12-04"},
                {"op":"replace","path":"/nickname","value":"Maintenance Charge"}]""");
        assertThat(closed.text("billRunStatus")).isEqualTo("CLOSED");
        assertThat(closed.text("invoiceDate")).isEqualTo("2026-12-04");
        assertThat(closed.text("nickname")).isEqualTo("Maintenance Charge");
        untilReady(run);
        assertThat(client.stage(run, "FULL_INVOICES").status()).isEqualTo(200);
        untilReady(run);
        assertThat(client.stage(run, "DISTRIBUTION").status()).isEqualTo(200);
        assertThat(stagesUntilFinished(run)).containsExactly("DISTRIBUTION", "COMBINING_INVOICES", "PAYMENT",
                "REACTIVATING_RPIS", "ARCHIVING", "FINISHED");
    }

    @Test
    void theRecordHoldsBodiesAndMediaTypesByteForByte() {
        var run = pick(RunKind.REGULAR);
        client.close(run);
        assertThat(sandbox.log().writes()).singleElement().satisfies(entry -> {
            assertThat(entry.method()).isEqualTo("PATCH");
            assertThat(entry.path()).isEqualTo(run);
            assertThat(entry.contentType()).isEqualTo("application/json-patch+json");
            assertThat(entry.body()).isEqualTo("""
                    [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},
                    {"op":"replace","path":"/summaryStatus","value":"REPORTING"}]""");
            assertThat(entry.status()).isEqualTo(200);
            assertThat(entry.applied()).isTrue();
        });
    }

    private String pick(RunKind kind) {
        return sandbox.runs(kind).stream().filter(RunSnapshot::closeable).findFirst().orElseThrow().key().path();
    }

    private void untilReady(String run) {
        var last = -1;
        for (int i = 0; i < 1000 && last < 100; i++) {
            clock.advance(Duration.ofSeconds(1));
            var percent = client.get(run).json().path("summaryStatusPercentage").asInt();
            assertThat(percent).isBetween(last, 100);
            last = percent;
        }
        assertThat(last).isEqualTo(100);
        clock.advance(Duration.ofHours(1));
        assertThat(client.get(run).json().path("summaryStatusPercentage").asInt()).isEqualTo(100);
    }

    private List<String> stagesUntilFinished(String run) {
        var stages = new ArrayList<String>();
        for (int i = 0; i < 1000 && !stages.contains("FINISHED"); i++) {
            var stage = client.get(run).text("summaryStatus");
            if (!stages.contains(stage)) {
                stages.add(stage);
            }
            clock.advance(Duration.ofSeconds(1));
        }
        return stages;
    }
}
