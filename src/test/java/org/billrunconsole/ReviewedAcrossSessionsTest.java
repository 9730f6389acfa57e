package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.ReviewFigures;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What was looked at, noted, and what drafts showed, is there in the next session of the same connection. */
class ReviewedAcrossSessionsTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;
    private final ManualTime time = new ManualTime();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = sandboxes.start(DialogsJourneyTest.still(SandboxOptions.defaults()));
    }

    private ConnectionServices session(ConnectionKind kind) {
        var base = sandbox.baseUri();
        var services = new ConnectionServices(new Connection("Test", kind, base), ClientOptions.of(base),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)), () -> "billing.ops", folder, false, true,
                Optional.empty(), time, time, ZoneOffset.UTC, () -> MonitorLimits.DEFAULT);
        services.refresh().load(RunKind.REGULAR);
        return services;
    }

    private static RunKey inDrafts(ConnectionServices services) {
        return services.store().all(RunKind.REGULAR).stream().filter(run -> run.isInStage(Stage.Known.DRAFT_INVOICES))
                .findFirst().orElseThrow().key();
    }

    private static Subject review(ConnectionServices services, RunKey run) {
        return new Subject.OfReview(ReviewFigures.of(RunFigures.of(services.store().find(run).orElseThrow())));
    }

    @Test
    void bothAreKept() {
        var first = session(ConnectionKind.TEST);
        var run = inDrafts(first);
        var given = first.analysis().acknowledgements().give(run, review(first, run), "Known migration");
        var drafts = first.analysis().drafts(run);
        await().until(() -> Files.exists(folder.resolve("review-drafts.jsonl"))
                && Files.readString(folder.resolve("review-drafts.jsonl")).endsWith("\n"));
        first.close();
        time.setClock(Duration.ofHours(1));
        var second = session(ConnectionKind.TEST);
        assertThat(second.analysis().acknowledgements().of(run)).containsExactly(given);
        assertThat(second.analysis().drafts(run)).isPresent().isEqualTo(drafts);
        second.close();
    }

    @Test
    void whatTheBuiltInSandboxForgetsIsNotKept() {
        var first = session(ConnectionKind.SANDBOX);
        var run = inDrafts(first);
        first.analysis().acknowledgements().give(run, review(first, run), "Known migration");
        first.close();
        var second = session(ConnectionKind.SANDBOX);
        assertThat(second.analysis().acknowledgements().of(run)).isEmpty();
        second.close();
    }

    @Test
    void aNoteIsThereInTheNextSessionAndInOneThatIsOpenBesideIt() {
        var first = session(ConnectionKind.TEST);
        var beside = session(ConnectionKind.TEST);
        beside.resumeOpen();
        var run = inDrafts(first);
        first.notes().write(run, "Ask Müller", Optional.empty());
        time.advance(Duration.ofSeconds(20));
        assertThat(beside.notes().of(run)).isEqualTo(first.notes().of(run)).isPresent();
        var note = first.notes().of(run);
        first.close();
        beside.close();
        var next = session(ConnectionKind.TEST);
        assertThat(next.notes().of(run)).isEqualTo(note);
        next.close();
    }

    @Test
    void aNoteOnARunOfTheBuiltInSandboxEndsWithIt() {
        var first = session(ConnectionKind.SANDBOX);
        var run = inDrafts(first);
        assertThat(first.notes().isKept()).isFalse();
        first.notes().write(run, "Ask Müller", Optional.empty());
        first.close();
        var second = session(ConnectionKind.SANDBOX);
        assertThat(second.notes().of(run)).isEmpty();
        second.close();
    }
}
