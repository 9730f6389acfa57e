package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An intent that was sent to a sandbox which has ended with its console: nobody can be asked what became of it. */
class GoneSandboxContractTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;
    private final ManualTime time = new ManualTime();

    @Test
    void aWriteToASandboxThatIsGoneEndsInAVerdictThatSaysSo() {
        var first = sandboxes.start(still());
        var port = first.baseUri().getPort();
        var run = leaveOpen(first);
        first.close();

        // The worst case: the next one has the same address and a run of the same number.
        var next = sandboxes.start(still().withPort(port));
        try (var services = connect(next)) {
            services.concludeLost(time.instant());
            services.resumeOpen();
            assertThat(verdict(services)).contains(Finding.SERVER_GONE);
            assertThat(inWords(services)).contains("Verdict: Practice system has ended",
                    "Nobody can say any more what came of it");
            assertThat(services.contextProvider().of(run).outcomeUnknown()).isFalse();
            assertThat(services.activityLog().verify()).isInstanceOf(ActivityLog.Verdict.Intact.class);
            assertThat(next.log().entries()).as("a server that knows nothing of it is not asked").isEmpty();
        }
    }

    @Test
    void aWriteToASandboxThatStillRunsIsFoundOut() {
        var sandbox = sandboxes.start(still());
        var began = time.instant();
        time.advance(Duration.ofSeconds(1));
        var run = leaveOpen(sandbox);
        try (var services = connect(sandbox)) {
            services.concludeLost(began);
            services.resumeOpen();
            assertThat(verdict(services)).isEmpty();
            assertThat(services.contextProvider().of(run).outcomeUnknown()).isTrue();
        }
    }

    @Test
    void anotherConsolesWriteIsLeftToThatConsole() {
        var theirs = sandboxes.start(still());
        try (var other = connect(theirs)) {
            leaveOpen(theirs, other);
            var mine = sandboxes.start(still());
            try (var services = connect(mine)) {
                services.concludeLost(time.instant().plusSeconds(1));
                assertThat(verdict(services)).isEmpty();
            }
        }
    }

    private static SandboxOptions still() {
        return DialogsJourneyTest.still(SandboxOptions.defaults());
    }

    private ConnectionServices connect(Sandbox sandbox) {
        return KilledConsole.connect(sandbox.baseUri(), folder, sandbox.token(SandboxUser.OPERATOR), time, time);
    }

    private RunKey leaveOpen(Sandbox sandbox) {
        try (var services = connect(sandbox)) {
            return leaveOpen(sandbox, services);
        } finally {
            time.advance(Duration.ofSeconds(1));
        }
    }

    /** Sends a step whose answer is lost, and finds out nothing. */
    private static RunKey leaveOpen(Sandbox sandbox, ConnectionServices services) {
        var run = sandbox.runs(RunKind.REGULAR).stream()
                .filter(each -> each.stage() == Known.DRAFT_INVOICES && each.percent() == 100)
                .findFirst().orElseThrow().key();
        services.refresh().load(run.kind());
        services.monitor().start();
        sandbox.faults().order(Fault.of(new FaultEffect.Drop(FaultEffect.Moment.AFTER)).onWrites().once());
        assertThat(Confirmed.perform(services.requests(), services.writes(), new Command.FullInvoices(run),
                services.store().find(run).orElseThrow(),
                ""))
                .isInstanceOf(WriteResult.Unknown.class);
        return run;
    }

    private static String inWords(ConnectionServices services) {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        return new ActivityWords(messages, formats, new Sentences(messages, formats), _ -> Optional.empty(),
                _ -> Optional.empty()).whole(
                        services.activityLog().latest(Activity.Write.class::isInstance, 1).getFirst());
    }

    private static Optional<Finding> verdict(ConnectionServices services) {
        var writes = services.activityLog().latest(Activity.Write.class::isInstance, 10);
        assertThat(writes).hasSize(1);
        return ((Activity.Write) writes.getFirst()).conclusion().map(Activity.Conclusion::finding);
    }
}
