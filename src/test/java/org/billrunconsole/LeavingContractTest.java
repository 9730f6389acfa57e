package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.work.SystemScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A connection is left while its server answers nothing: nobody waits for it, and what was open is taken over. */
class LeavingContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So long that whoever waits for the server is seen to wait. */
    private static final Duration FOR_EVER = Duration.ofHours(1);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final SystemScheduler scheduler = new SystemScheduler();
    @TempDir
    private Path folder;
    private Sandbox sandbox;
    private RunKey run;
    private ConnectionServices left;

    @BeforeEach
    void connect() {
        sandbox = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
        run = sandbox.runs(RunKind.REGULAR).stream()
                .filter(each -> each.stage() == Known.DRAFT_INVOICES && each.percent() == 100)
                .findFirst().orElseThrow().key();
        left = open();
        left.refresh().load(run.kind());
        left.monitor().start();
        await().atMost(PATIENCE).until(() -> !left.monitor().freshness().locksActions());
    }

    @AfterEach
    void end() {
        sandbox.faults().lift();
        scheduler.close();
    }

    private ConnectionServices open() {
        var options = ClientOptions.of(sandbox.baseUri()).withTimeouts(FOR_EVER, FOR_EVER, FOR_EVER);
        return new ConnectionServices(new Connection("Test", ConnectionKind.TEST, sandbox.baseUri()), options,
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)), () -> "billing.ops", folder, false, true,
                Optional.empty(), scheduler, InstantSource.system(), ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
    }

    private WriteResult perform() {
        return Confirmed.perform(left.requests(), left.writes(), new Command.FullInvoices(run),
                left.store().find(run).orElseThrow(), "");
    }

    /** Leaves, and goes on only if that did not take the server. */
    private void leaveWhileTheServerHangs() {
        var leaving = CompletableFuture.runAsync(left::close);
        await().atMost(PATIENCE).until(leaving::isDone);
        assertThat(leaving).isCompleted();
        assertThat(sandbox.faults().held()).as("requests that are still not answered").isPositive();
    }

    private void expectTakenOver() {
        sandbox.faults().lift();
        try (var next = open()) {
            next.resumeOpen();
            await().atMost(PATIENCE).until(() -> verdict(next).isPresent());
            assertThat(verdict(next)).contains(Finding.APPLIED);
            assertThat(sandbox.log().writes()).as("sent once").hasSize(1);
        }
    }

    private static Optional<Finding> verdict(ConnectionServices services) {
        return services
                .activityLog()
                .latest(Activity.Write.class::isInstance, 10)
                .stream()
                .map(Activity.Write.class::cast)
                .flatMap(write -> write.conclusion().stream())
                .map(Activity.Conclusion::finding)
                .findFirst();
    }

    @Test
    void aReadingThatHangsHoldsNobodyUp() {
        sandbox.faults().order(Fault.of(new FaultEffect.Drop(Moment.AFTER)).onWrites().once());
        assertThat(perform()).isInstanceOf(WriteResult.Unknown.class);
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(Moment.BEFORE)).on(Operation.GET_BILL_RUN));
        await().atMost(PATIENCE).until(() -> sandbox.faults().held() > 0);
        leaveWhileTheServerHangs();
        expectTakenOver();
    }

    @Test
    void aWriteThatHangsHoldsNobodyUpAndIsTakenOver() {
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(Moment.AFTER)).onWrites().once());
        var writing = CompletableFuture.supplyAsync(this::perform);
        await().atMost(PATIENCE).until(() -> sandbox.faults().held() > 0);
        leaveWhileTheServerHangs();
        assertThat(writing.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                .isInstanceOf(WriteResult.Unknown.class);
        expectTakenOver();
    }

    @Test
    void aKeyStoreThatHangsHoldsNobodyUp() {
        var hangs = new HangingSecrets();
        left.anchorJournal(hangs, folder);
        left.resumeOpen();
        left.activityLog().record(Instant.now(), "changes-switched-off", Map.of());
        await().atMost(PATIENCE).until(() -> hangs.waiting.get() > 0);
        try {
            var leaving = CompletableFuture.runAsync(left::close);
            await().atMost(PATIENCE).until(leaving::isDone);
            assertThat(leaving).isCompleted();
            assertThat(hangs.waiting).as("what the key store has not answered").hasPositiveValue();
        } finally {
            hangs.end.countDown();
        }
    }

    /** A key store that answers nothing until the end. */
    private static final class HangingSecrets implements SecretStore {

        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger waiting = new AtomicInteger();

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Optional<char[]> find(Key key) {
            return Optional.empty();
        }

        @Override
        public Answer ask(Key key) {
            waiting.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            waiting.decrementAndGet();
            return new Answer.Unknown();
        }

        @Override
        public boolean keep(Key key, char[] secret) {
            return false;
        }

        @Override
        public void forget(Key key) {}
    }
}
