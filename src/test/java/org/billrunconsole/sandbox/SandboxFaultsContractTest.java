package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.faults.Faults;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Trouble on order, and what the sandbox's own record says of it. */
class SandboxFaultsContractTest {

    private static final RunKey RUN = RunKey.regular(1017);
    private static final String PATH = RUN.path();
    private static final String CHANGE_DATE = SandboxClient.replace("invoiceDate", "2026-12-09");

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);
    private final Faults faults = sandbox.faults();

    @Test
    void aDropBeforeApplyingChangesNothing() {
        faults.order(Fault.of(new FaultEffect.Drop(Moment.BEFORE)).onWrites().once());
        assertThat(changeDate()).isEmpty();
        assertThat(invoiceDate()).isEqualTo("2026-12-01");
        assertThat(lastWrite().status()).isZero();
        assertThat(lastWrite().applied()).isFalse();
        assertThat(changeDate()).isPresent();
    }

    @Test
    void aDropAfterApplyingChangesTheRun() {
        faults.order(Fault.of(new FaultEffect.Drop(Moment.AFTER)).onWrites().once());
        assertThat(changeDate()).isEmpty();
        assertThat(invoiceDate()).isEqualTo("2026-12-09");
        assertThat(lastWrite().status()).isZero();
        assertThat(lastWrite().applied()).isTrue();
    }

    @Test
    void aFaultOfOneRunLeavesTheOthersAlone() {
        faults.order(Fault.of(new FaultEffect.ErrorStatus(503, Moment.BEFORE)).onWrites().onRun(
                RunKey.regular(1016)));
        assertThat(changeDate().orElseThrow().status()).isEqualTo(200);

        faults.order(Fault.of(new FaultEffect.ErrorStatus(503, Moment.BEFORE)).onWrites().onRun(RUN));
        assertThat(changeDate().orElseThrow().status()).isEqualTo(503);
    }

    @Test
    void anErrorStatusBeforeAndAfterApplying() {
        faults.order(
                Fault.of(new FaultEffect.ErrorStatus(503, Optional.of(Duration.ofSeconds(7)), Moment.BEFORE)).once());
        var before = changeDate().orElseThrow();
        assertThat(before.status()).isEqualTo(503);
        assertThat(before.headers().get("Retry-After")).isEqualTo("7");
        assertThat(before.text("error")).isEqualTo("Service Unavailable");
        assertThat(invoiceDate()).isEqualTo("2026-12-01");

        faults.order(Fault.of(new FaultEffect.ErrorStatus(504, Moment.AFTER)).once());
        assertThat(changeDate().orElseThrow().status()).isEqualTo(504);
        assertThat(invoiceDate()).isEqualTo("2026-12-09");
        assertThat(lastWrite().applied()).isTrue();
        assertThat(lastWrite().status()).isEqualTo(504);
    }

    @Test
    void anErrorAfterARefusalIsNoSuccess() {
        faults.order(Fault.of(new FaultEffect.ErrorStatus(500, Moment.AFTER)).once());
        assertThat(client.stage(PATH, "DISTRIBUTION").status()).isEqualTo(500);
        assertThat(lastWrite().applied()).isFalse();
    }

    @Test
    void pagesForPeopleAndBrokenJson() {
        faults.order(Fault.of(new FaultEffect.HtmlPage(200, Moment.AFTER)).on(Operation.GET_BILL_RUN).once());
        var page = client.get(PATH);
        assertThat(page.headers().get("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<html>");

        faults.order(Fault.of(new FaultEffect.BrokenJson()).once());
        assertThatThrownBy(() -> client.get(PATH)).isInstanceOf(AssertionError.class).hasMessage("Broken JSON");
        assertThat(client.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void tokensExpireInTheMiddleOfTheWork() {
        client.use(sandbox.token(SandboxUser.OPERATOR));
        assertThat(client.get(PATH).status()).isEqualTo(200);
        faults.order(Fault.of(new FaultEffect.ExpireTokens()).onWrites().once());
        assertThat(changeDate().orElseThrow().status()).isEqualTo(401);
        assertThat(client.get(PATH).status()).isEqualTo(401);
        assertThat(invoiceDateBySandbox()).isEqualTo("2026-12-01");
        client.use(sandbox.token(SandboxUser.OPERATOR));
        assertThat(client.get(PATH).status()).isEqualTo(200);
        faults.expireTokens();
        assertThat(client.get(PATH).status()).isEqualTo(401);
    }

    @Test
    void aColleagueIsFaster() {
        faults.order(Fault.of(new FaultEffect.ColleagueFirst(List.of(PatchOperation.replace("/billRunStatus", "CLOSED"),
                PatchOperation.replace("/summaryStatus", "REPORTING")))).onWrites().once());
        assertThat(client.close(PATH).message()).contains("already CLOSED");
        assertThat(sandbox.run(RUN).closedBy()).hasValue(12);
        // The same order on a run that is closed already: the colleague is told no, the request goes on.
        faults.order(Fault.of(new FaultEffect.ColleagueFirst(List.of(PatchOperation.replace("/billRunStatus", "CLOSED"),
                PatchOperation.replace("/summaryStatus", "REPORTING")))).once());
        assertThat(changeDate().orElseThrow().status()).isEqualTo(200);
        assertThat(sandbox.log().writes()).hasSize(2);
    }

    @Test
    void theOtherOperatorWorksBehindTheConsolesBack() {
        var other = sandbox.otherOperator();
        other.patch(RUN, List.of(PatchOperation.replace("/invoiceDate", "2026-12-24")));
        other.setSuspense(RUN, 5, 6);
        other.setRevenue(RUN, 7);
        other.setPaused(RUN, true);
        other.adjustSchedule(RunKey.regular(1018), 1);
        var run = client.get(PATH);
        assertThat(run.text("invoiceDate")).isEqualTo("2026-12-24");
        assertThat(run.text("usageSuspenseCount")).isEqualTo("5");
        assertThat(run.text("rentalSuspenseCount")).isEqualTo("6");
        assertThat(run.text("revenueInMajorCurrency")).isEqualTo("7");
        assertThat(run.text("paused")).isEqualTo("true");
        assertThat(client.get("/bill-runs/1018").text("periodEndDate")).isEqualTo("2026-12-31");
        assertThat(sandbox.log().writes()).isEmpty();
        assertThatThrownBy(() -> other.patch(RUN, List.of(PatchOperation.replace("/summaryStatus", "DISTRIBUTION"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be CLOSED");
        assertThatThrownBy(() -> other.setRevenue(RunKey.regular(9), 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStageStallsAtAPercentageAndGoesOnWhenHelped() {
        faults.order(Fault.of(new FaultEffect.StallStage(Stage.Known.REPORTING, 40)).once());
        client.close(PATH);
        clock.advance(Duration.ofHours(2));
        assertThat(sandbox.run(RUN).percent()).isEqualTo(40);
        assertThat(sandbox.run(RUN).stage()).isEqualTo(Stage.Known.REPORTING);
        assertThat(client.stage(PATH, "FULL_INVOICES").message()).contains("still running");
        faults.resume(RUN);
        clock.advance(Duration.ofMinutes(2));
        assertThat(sandbox.run(RUN).percent()).isEqualTo(100);
    }

    @Test
    void alsoAStageOfTheSystemStalls() {
        var ready = RunKey.regular(1007);
        faults.order(Fault.of(new FaultEffect.StallStage(Stage.Known.PAYMENT, 55)).once());
        client.close(PATH);
        assertThat(faults.standing()).as("closing does not lead to payment").hasSize(1);
        client.stage(ready.path(), "DISTRIBUTION");
        assertThat(faults.standing()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(ready).stage()).isEqualTo(Stage.Known.PAYMENT);
        assertThat(sandbox.run(ready).percent()).isEqualTo(55);
        faults.resume(ready);
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(ready).status()).isEqualTo(RunStatus.Known.FINALIZED);
    }

    @Test
    void aRunCanBeStoppedWhereItIs() {
        client.close(PATH);
        clock.advance(Duration.ofSeconds(20));
        var percent = sandbox.run(RUN).percent();
        faults.stall(RUN);
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(RUN).percent()).isEqualTo(percent).isBetween(1, 99);
    }

    @Test
    void aHeldRequestWaitsUntilItIsLetGo() {
        faults.order(Fault.of(new FaultEffect.Hold(Moment.AFTER)).onWrites().once());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = CompletableFuture.supplyAsync(this::changeDate, threads);
            await().until(() -> faults.held() == 1);
            assertThat(answer).isNotDone();
            assertThat(invoiceDateBySandbox()).isEqualTo("2026-12-09");
            faults.releaseHeld();
            assertThat(answer.join()).isPresent();
        }
    }

    @Test
    void aSandboxClosesWhileARequestIsHeld() {
        var other = sandboxes.start();
        var guest = new SandboxClient(other, SandboxUser.OPERATOR);
        other.faults().order(Fault.of(new FaultEffect.Hold(Moment.BEFORE)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = CompletableFuture.supplyAsync(() -> guest.trySend(guest.authorised(PATH).get()), threads);
            await().until(() -> other.faults().held() == 1);
            other.close();
            assertThat(answer.join()).isEmpty();
        }
    }

    @Test
    void latencyDelaysTheAnswer() {
        faults.order(Fault.of(new FaultEffect.Latency(Duration.ofMillis(120), Moment.BEFORE)).once());
        var begin = System.nanoTime();
        client.get(PATH);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void theNetworkIsDownUntilItIsUp() {
        faults.networkDown();
        assertThat(client.trySend(client.authorised(PATH).get())).isEmpty();
        assertThat(changeDate()).isEmpty();
        assertThat(lastWrite().applied()).isFalse();
        faults.networkUp();
        assertThat(client.get(PATH).status()).isEqualTo(200);
        faults.networkDown();
        faults.lift();
        assertThat(client.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void faultsStrikeByOperationCountAndSeededChance() {
        faults.order(
                Fault.of(new FaultEffect.ErrorStatus(500, Moment.BEFORE)).on(Operation.GET_ADHOC_BILL_RUN).times(2));
        assertThat(client.get(PATH).status()).isEqualTo(200);
        assertThat(client.get("/adhoc-bill-runs/730").status()).isEqualTo(500);
        assertThat(client.get("/adhoc-bill-runs/730").status()).isEqualTo(500);
        assertThat(client.get("/adhoc-bill-runs/730").status()).isEqualTo(200);
        var options = SandboxOptions.defaults().withClock(clock);
        assertThat(struck(sandboxes.start(options))).contains(200, 502)
                .isEqualTo(struck(sandboxes.start(options)))
                .isNotEqualTo(struck(sandboxes.start(options.withSeed(7))));
    }

    private static List<Integer> struck(Sandbox sandbox) {
        sandbox.faults().order(Fault.of(new FaultEffect.ErrorStatus(502, Moment.BEFORE)).withProbability(0.5).on(
                Operation.GET_USER));
        var guest = new SandboxClient(sandbox, SandboxUser.READER);
        return IntStream.range(0, 12).mapToObj(_ -> guest.get("/users/7").status()).toList();
    }

    private Optional<SandboxClient.Got> changeDate() {
        return client.trySend(client.authorised(PATH)
                .patch(SandboxClient.body(CHANGE_DATE, SandboxClient.PATCH)));
    }

    private String invoiceDate() {
        return client.get(PATH).text("invoiceDate");
    }

    private String invoiceDateBySandbox() {
        return sandbox.run(RUN).invoiceDate().toString();
    }

    private LoggedRequest lastWrite() {
        return sandbox.log().writes().getLast();
    }
}
