package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life cycle's rules, over HTTP. The runs are those of the default seed on 24 November 2026. */
class SandboxRulesContractTest {

    private static final String RESIDENTIAL = "/bill-runs/1017";
    private static final String DRAFTS_RUNNING = "/bill-runs/1016";
    private static final String FULL_READY = "/bill-runs/1007";
    private static final String STUCK = "/bill-runs/1008";
    private static final String FULL_RUNNING = "/bill-runs/1009";
    private static final String REPORTED = "/bill-runs/1010";
    private static final String FINISHED = "/bill-runs/1005";
    private static final String STARTING = "/bill-runs/1026";
    private static final String THIS_WEEK = "/bill-runs/1033";
    private static final String DRAFTS_READY = "/bill-runs/1034";
    private static final String SME_NORTH = "/bill-runs/1021";
    private static final String SME_SOUTH = "/bill-runs/1022";
    private static final String ADHOC_OPEN = "/adhoc-bill-runs/730";
    private static final String ADHOC_REPORTED = "/adhoc-bill-runs/728";
    private static final String ADHOC_FULL_READY = "/adhoc-bill-runs/726";
    private static final String ADHOC_FINISHED = "/adhoc-bill-runs/729";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);

    @Test
    void closingARegularRunTakesBothFields() {
        refused(client.stage(RESIDENTIAL, "REPORTING"), "together with summaryStatus");
        refused(client.patch(RESIDENTIAL, SandboxClient.replace("billRunStatus", "CLOSED")), "goes with summaryStatus");
        refused(client.patch(RESIDENTIAL, """
                [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},
                {"op":"replace","path":"/summaryStatus","value":"DRAFT_INVOICES"}]"""), "goes with summaryStatus");
        granted(client.close(RESIDENTIAL));
        refused(client.close(RESIDENTIAL), "already CLOSED");
    }

    @Test
    void closingAnAdhocRunTakesTheStageAlone() {
        refused(client.close(ADHOC_OPEN), "without billRunStatus");
        var closed = granted(client.stage(ADHOC_OPEN, "REPORTING"));
        assertThat(closed.text("billRunStatus")).isEqualTo("CLOSED");
        refused(client.stage(ADHOC_OPEN, "REPORTING"), "already CLOSED");
    }

    @Test
    void aRunClosesWithinTheWindowOnly() {
        refused(client.close(THIS_WEEK), "from 2026-11-26 to 2026-12-14");
        clock.advance(Duration.ofDays(2));
        granted(client.close(THIS_WEEK));
        clock.advance(Duration.ofDays(19));
        granted(client.close(RESIDENTIAL));
        clock.advance(Duration.ofDays(1));
        refused(client.close("/bill-runs/1018"), "from 2026-11-15 to 2026-12-15");
    }

    @Test
    void aRunThatTheSystemClosesIsLeftToIt() {
        assertThat(client.get(STARTING).text("billRunStatus")).isEqualTo("OPEN");
        refused(client.close(STARTING), "being closed by the system");
        refused(adjust(STARTING, 1), "OPEN");
        clock.advance(Duration.ofMinutes(3));
        var closed = client.get(STARTING);
        assertThat(closed.text("billRunStatus")).isEqualTo("CLOSED");
        assertThat(closed.text("summaryStatus")).isEqualTo("REPORTING");
        assertThat(closed.text("billingUserAdminId")).isEqualTo("1");
    }

    @Test
    void autoCloseLeavesPausedRunsAlone() {
        clock.advance(Duration.ofDays(22));
        assertThat(client.get(SME_NORTH).text("billRunStatus")).isEqualTo("CLOSED");
        assertThat(client.get(SME_SOUTH).text("billRunStatus")).isEqualTo("OPEN");
    }

    @Test
    void stepsGoForwardFromFinishedWorkOnly() {
        for (var stage : new String[]{"DRAFT_INVOICES", "FULL_INVOICES", "DISTRIBUTION"}) {
            refused(client.stage(RESIDENTIAL, stage), "must be CLOSED");
            refused(client.stage(FINISHED, stage), "must be CLOSED");
        }
        refused(client.stage(DRAFTS_RUNNING, "FULL_INVOICES"), "still running");
        refused(client.stage(FULL_RUNNING, "DISTRIBUTION"), "still running");
        refused(client.stage(DRAFTS_READY, "DRAFT_INVOICES"), "cannot follow");
        refused(client.stage(DRAFTS_READY, "DISTRIBUTION"), "cannot follow");
        refused(client.stage(REPORTED, "DISTRIBUTION"), "cannot follow");
        refused(client.stage(FULL_READY, "DRAFT_INVOICES"), "cannot follow");
        refused(client.stage(FULL_READY, "FULL_INVOICES"), "cannot follow");
        refused(client.stage(STUCK, "DISTRIBUTION"), "cannot follow");
        granted(client.stage(REPORTED, "FULL_INVOICES"));
        granted(client.stage(DRAFTS_READY, "FULL_INVOICES"));
        granted(client.stage(FULL_READY, "DISTRIBUTION"));
    }

    @Test
    void aStepWaitsForTheOneBeforeAlsoWhenPercentagesAreHidden() {
        var silent = sandboxes.start(SandboxOptions.defaults().withClock(clock).withPercentages(Percentages.NONE));
        var guest = new SandboxClient(silent, SandboxUser.OPERATOR);
        refused(guest.stage(DRAFTS_RUNNING, "FULL_INVOICES"), "still running");
        clock.advance(Duration.ofMinutes(13));
        granted(guest.stage(DRAFTS_RUNNING, "FULL_INVOICES"));
    }

    @Test
    void stagesOfTheSystemCannotBeAskedFor() {
        for (var stage : new String[]{"PROPERTIES", "STARTING", "COMBINING_INVOICES", "PAYMENT", "REACTIVATING_RPIS",
                "ARCHIVING", "FINISHED"}) {
            refused(client.stage(FULL_READY, stage), "set by the system");
            refused(client.stage(ADHOC_FULL_READY, stage), "set by the system");
        }
        refused(client.patch(FULL_READY, SandboxClient.replace("billRunStatus", "FINALIZED")), "set by the system");
    }

    @Test
    void adhocRunsHaveNoDrafts() {
        refused(client.stage(ADHOC_REPORTED, "DRAFT_INVOICES"), "no draft invoices");
        granted(client.stage(ADHOC_REPORTED, "FULL_INVOICES"));
        granted(client.stage(ADHOC_FULL_READY, "DISTRIBUTION"));
    }

    @Test
    void reopeningGoesBackToPropertiesBeforeFullInvoicesOnly() {
        var reopened = granted(client.reopen(DRAFTS_READY));
        assertThat(reopened.text("billRunStatus")).isEqualTo("OPEN");
        assertThat(reopened.text("summaryStatus")).isEqualTo("PROPERTIES");
        assertThat(reopened.json().has("billingUserAdminId")).isFalse();
        granted(client.reopen(ADHOC_REPORTED));
        refused(client.reopen(RESIDENTIAL), "Only a CLOSED");
        refused(client.reopen(DRAFTS_RUNNING), "still running");
        refused(client.reopen(FULL_READY), "before FULL_INVOICES");
        refused(client.reopen(ADHOC_FULL_READY), "before FULL_INVOICES");
        refused(client.reopen(FINISHED), "Only a CLOSED");
        refused(client.patch(REPORTED, """
                [{"op":"replace","path":"/billRunStatus","value":"OPEN"},
                {"op":"replace","path":"/summaryStatus","value":"PROPERTIES"}]"""), "cannot be set");
    }

    @Test
    void theInvoiceDateChangesBeforeFullInvoicesOnly() {
        var change = SandboxClient.replace("invoiceDate", "2026-12-09");
        for (var run : new String[]{RESIDENTIAL, DRAFTS_RUNNING, REPORTED, DRAFTS_READY, ADHOC_OPEN, ADHOC_REPORTED}) {
            assertThat(granted(client.patch(run, change)).text("invoiceDate")).isEqualTo("2026-12-09");
        }
        for (var run : new String[]{FULL_RUNNING, FULL_READY, STUCK, FINISHED, ADHOC_FULL_READY, ADHOC_FINISHED}) {
            refused(client.patch(run, change), "before FULL_INVOICES");
        }
    }

    @Test
    void theNicknameChangesBeforeFinalizedOnly() {
        var change = SandboxClient.replace("nickname", "Größe & more (2)");
        for (var run : new String[]{ADHOC_OPEN, ADHOC_REPORTED, ADHOC_FULL_READY, "/adhoc-bill-runs/723"}) {
            assertThat(granted(client.patch(run, change)).text("nickname")).isEqualTo("Größe & more (2)");
        }
        refused(client.patch(ADHOC_FINISHED, change), "FINALIZED");
        refused(client.patch(ADHOC_OPEN, SandboxClient.replace("nickname", "")), "nickname");
        refused(client.patch(ADHOC_OPEN, SandboxClient.replace("nickname", "x".repeat(101))), "nickname");
        refused(client.patch(ADHOC_OPEN, SandboxClient.replace("nickname", "<b>")), "nickname");
        refused(client.patch(ADHOC_OPEN, "[{\"op\":\"remove\",\"path\":\"/nickname\"}]"), "nickname");
    }

    @Test
    void theScheduleMovesByTheCyclesUnit() {
        var later = granted(adjust(RESIDENTIAL, 1));
        assertThat(later.text("periodStartDate")).isEqualTo("2026-12-01");
        assertThat(later.text("periodEndDate")).isEqualTo("2026-12-31");
        assertThat(later.text("invoiceDate")).isEqualTo("2027-01-01");
        var back = granted(adjust(RESIDENTIAL, -3));
        assertThat(back.text("periodEndDate")).isEqualTo("2026-09-30");
        assertThat(granted(adjust(THIS_WEEK, 2)).text("periodStartDate")).isEqualTo("2026-12-07");
        assertThat(granted(adjust("/bill-runs/1035", -1)).text("periodStartDate")).isEqualTo("2026-11-23");
        for (var bad : new String[]{"0", "x", "", "1.5", "99999999999", "121", "-121"}) {
            refused(client.post("/adjust-bill-run-schedule/1017?periods=" + bad, ""), "periods");
        }
        refused(client.post("/adjust-bill-run-schedule/1017", ""), "required");
        refused(adjust(REPORTED, 1), "OPEN");
        refused(adjust(FINISHED, 1), "OPEN");
    }

    @Test
    void aStuckRunStaysStuckUntilItIsHelped() {
        clock.advance(Duration.ofDays(3));
        assertThat(client.get(STUCK).text("summaryStatus")).isEqualTo("DISTRIBUTION");
        assertThat(client.get(STUCK).text("summaryStatusPercentage")).isEqualTo("34");
        sandbox.faults().resume(RunKey.regular(1008));
        assertThat(client.get(STUCK).text("summaryStatusPercentage")).isEqualTo("34");
        clock.advance(Duration.ofMinutes(15));
        assertThat(client.get(STUCK).text("billRunStatus")).isEqualTo("FINALIZED");
    }

    @Test
    void openRunsDriftAndClosedOnesDoNot() {
        var before = sandbox.run(RunKey.regular(1017));
        var closed = client.get(REPORTED).body();
        clock.advance(Duration.ofHours(1));
        var after = sandbox.run(RunKey.regular(1017));
        assertThat(after.revenue()).isGreaterThan(before.revenue());
        assertThat(client.get(REPORTED).body()).isEqualTo(closed);
        granted(client.close(RESIDENTIAL));
        var atClosing = sandbox.run(RunKey.regular(1017)).revenue();
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(RunKey.regular(1017)).revenue()).isEqualTo(atClosing);

        var still = sandboxes.start(SandboxOptions.defaults().withClock(clock).withDrift(false));
        var first = still.run(RunKey.regular(1018));
        clock.advance(Duration.ofHours(1));
        assertThat(still.run(RunKey.regular(1018)).revenue()).isEqualTo(first.revenue());
    }

    @Test
    void ofManyWhoCloseARunAtOnceOneDoes() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> client.close(RESIDENTIAL), threads))
                    .limit(20)
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() == 400).hasSize(19);
        }
        assertThat(sandbox.log().writes()).hasSize(20).filteredOn(LoggedRequest::applied).hasSize(1);
    }

    private SandboxClient.Got adjust(String run, int periods) {
        return client.post(run.replace("/bill-runs", "/adjust-bill-run-schedule") + "?periods=" + periods, "");
    }

    private static SandboxClient.Got granted(SandboxClient.Got answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void refused(SandboxClient.Got answer, String why) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.message()).contains(why);
    }
}
