package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A console that is killed in the middle of a write, and two consoles that want the same run. */
class CrashContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;

    private static SandboxOptions slow() {
        return SandboxOptions.defaults().withSpeed(0.01).withDrift(false);
    }

    @Test
    void aConsoleKilledAfterTheServerTookTheWriteFindsOutAtTheNextStart() throws Exception {
        var sandbox = sandboxes.start(slow());
        var run = draftsReady(sandbox);
        killWhileHeld(sandbox, run, FaultEffect.Moment.AFTER);
        assertThat(verdictAfterRestart(sandbox, run)).contains(Finding.APPLIED);
        assertThat(sandbox.log().writes()).hasSize(1);
        assertThat(sandbox.run(run).stage()).isEqualTo(Known.FULL_INVOICES);
    }

    @Test
    void aConsoleKilledBeforeTheServerTookTheWriteFindsOutAtTheNextStart() throws Exception {
        var sandbox = sandboxes.start(slow());
        var run = draftsReady(sandbox);
        sandbox.faults().order(Fault.of(new FaultEffect.Drop(FaultEffect.Moment.BEFORE)).onWrites());
        killWhileHeld(sandbox, run, FaultEffect.Moment.BEFORE);
        assertThat(verdictAfterRestart(sandbox, run)).contains(Finding.NOT_APPLIED);
        assertThat(sandbox.run(run).stage()).isEqualTo(Known.DRAFT_INVOICES);
    }

    @Test
    void aNicknameThatLooksLikeACredentialIsFoundAgainAfterAKillAndSentOnce() throws Exception {
        var sandbox = sandboxes.start(slow());
        var run = sandbox.runs(RunKind.ADHOC)
                .stream()
                .filter(each -> each.stage() == Known.PROPERTIES)
                .map(each -> each.key())
                .findFirst()
                .orElseThrow();
        killWhileHeld(sandbox, run, FaultEffect.Moment.AFTER, "Basic monthly 2026");
        assertThat(verdictAfterRestart(sandbox, run)).contains(Finding.APPLIED);
        assertThat(sandbox.log().writes()).singleElement()
                .satisfies(write -> assertThat(write.body()).contains("Basic monthly 2026"));
    }

    @Test
    void aConsoleSendsNothingToARunThatAnotherHasTakenOnSinceItLooked() {
        var sandbox = sandboxes.start(slow());
        var run = draftsReady(sandbox);
        var time = new ManualTime();
        var token = sandbox.token(SandboxUser.OPERATOR);
        try (var one = KilledConsole.connect(sandbox.baseUri(), folder.resolve("one"), token, time, time);
                var other = KilledConsole.connect(sandbox.baseUri(), folder.resolve("other"), token, time, time)) {
            var seenByOne = ready(one, run);
            var seenByOther = ready(other, run);
            var command = new Command.FullInvoices(run);
            assertThat(Confirmed.perform(one.requests(), one.writes(), command, seenByOne, ""))
                    .isInstanceOf(WriteResult.Done.class);
            var second = Confirmed.perform(other.requests(), other.writes(), command, seenByOther, "");
            assertThat(second).isInstanceOfSatisfying(WriteResult.ChangedMeanwhile.class,
                    changed -> assertThat(changed.differences()).anyMatch(each -> each.field().equals("summaryStatus")
                            && each.before().equals("DRAFT_INVOICES") && each.now().equals("FULL_INVOICES")));
            assertThat(sandbox.log().writes()).hasSize(1);
        }
    }

    @Test
    void ofTwoConsolesThatAreToldAtOnceToTakeTheSameStepOneDoesAndTheOtherSendsNothing() throws Exception {
        var sandbox = sandboxes.start(slow());
        var run = draftsReady(sandbox);
        // Whoever sends first is still at it when the other sets off.
        sandbox.faults().order(Fault.of(new FaultEffect.Latency(Duration.ofMillis(300), FaultEffect.Moment.BEFORE))
                .onWrites());
        try (var one = ChildConsole.start(sandbox, folder, "one", run);
                var other = ChildConsole.start(sandbox, folder, "other", run)) {
            one.go();
            other.go();
            assertThat(List.of(one.result(), other.result())).containsOnlyOnce("Done")
                    .containsAnyOf("ChangedMeanwhile", "AlreadyUnderWay");
        }
        assertThat(sandbox.log().writes()).singleElement()
                .satisfies(write -> assertThat(write.path()).endsWith(run.path()));
        assertThat(sandbox.run(run).stage()).isEqualTo(Known.FULL_INVOICES);
    }

    private static RunKey draftsReady(Sandbox sandbox) {
        return sandbox.runs(RunKind.REGULAR)
                .stream()
                .filter(run -> run.stage() == Known.DRAFT_INVOICES && run.percent() == 100)
                .map(run -> run.key())
                .findFirst()
                .orElseThrow();
    }

    private static Run ready(ConnectionServices services, RunKey run) {
        services.monitor().start();
        services.refresh().load(run.kind());
        return services.store().find(run).orElseThrow();
    }

    /** Starts a console in a process of its own and kills it while the server holds its write. */
    private void killWhileHeld(Sandbox sandbox, RunKey run, FaultEffect.Moment moment, String... more)
            throws IOException {
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(moment)).onWrites().once());
        try (var console = ChildConsole.start(sandbox, folder, "child", run, more)) {
            console.go();
            await().atMost(PATIENCE).until(() -> sandbox.faults().held() == 1);
        }
        sandbox.faults().releaseHeld();
        await().atMost(PATIENCE).until(() -> sandbox.faults().held() == 0);
    }

    /** Starts again on the same folder, with time in the test's hands, until the journal has a verdict. */
    private Optional<Finding> verdictAfterRestart(Sandbox sandbox, RunKey run) {
        sandbox.faults().lift();
        var time = new ManualTime();
        try (var next = KilledConsole.connect(sandbox.baseUri(), folder, sandbox.token(SandboxUser.OPERATOR), time,
                time)) {
            next.resumeOpen();
            assertThat(next.contextProvider().of(run).outcomeUnknown()).isTrue();
            time.advance(Duration.ofMinutes(10));
            assertThat(next.contextProvider().of(run).outcomeUnknown()).isFalse();
            assertThat(next.activityLog().verify()).isInstanceOf(ActivityLog.Verdict.Intact.class);
            List<Activity> writes = next.activityLog().latest(Activity.Write.class::isInstance, 10);
            assertThat(writes).hasSize(1);
            return ((Activity.Write) writes.getFirst()).conclusion().map(Activity.Conclusion::finding);
        }
    }
}
