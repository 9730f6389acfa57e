package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.work.SystemScheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client, journal and sandbox on computers that write digits, letters and years in other ways. */
class LocalesContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Locale before = Locale.getDefault();
    @TempDir
    private Path folder;

    @AfterEach
    void putBack() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva", "tr-TR", "th-TH-u-ca-buddhist-nu-thai",
            "ja-JP-u-ca-japanese"})
    void aRunIsTakenThroughAllStepsAndTheJournalIsTheSameEverywhere(String tag) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(tag));
        var sandbox = sandboxes.start(SandboxOptions.defaults().withSpeed(2_000).withDrift(false));
        var run = sandbox.runs(RunKind.REGULAR).stream().filter(RunSnapshot::closeable).findFirst().orElseThrow().key();
        try (var scheduler = new SystemScheduler();
                var services = KilledConsole.connect(sandbox.baseUri(), folder, sandbox.token(SandboxUser.OPERATOR),
                        scheduler, InstantSource.system())) {
            services.monitor().start();
            // Nothing is distributed while it is not known what the run's money is in.
            services.referenceData().loadCycles();
            List<Function<RunKey, Command>> steps = List.of(
                    key -> new Command.Close(key, Optional.empty(), Optional.empty()), Command.DraftInvoices::new,
                    Command.FullInvoices::new, Command.Distribute::new);
            for (var step : steps) {
                services.refresh().load(run.kind());
                var command = step.apply(run);
                Run seen = services.store().find(run).orElseThrow();
                assertThat(Confirmed.perform(services.requests(), services.writes(), command, seen, ""))
                        .isInstanceOf(WriteResult.Done.class);
                await().atMost(PATIENCE).until(() -> sandbox.run(run).percent() == 100
                        || sandbox.run(run).stage() == Known.FINISHED);
            }
            await().atMost(PATIENCE).until(() -> sandbox.run(run).stage() == Known.FINISHED);
            assertThat(services.activityLog().verify()).isInstanceOf(ActivityLog.Verdict.Intact.class);
        }
        assertThat(sandbox.log().writes()).hasSize(4);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotMatch("(?sU).*[\\d&&[^0-9]].*"));
        }
    }
}
