package org.billrunconsole.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.HistoryFiles;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.OldFolders;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.settings.Preferences;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.WindowBounds;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.activity.ActivityViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder that an earlier version of the program (of 28 November 2026) wrote with {@code --config-dir} while it
 * worked on a test system: settings, layout, journal and history, in {@code settings/before}. What it has there comes
 * back whole. The last change in it was left open: its answer was lost, and the console ended.
 */
class EarlierVersionTest {

    private static final Path BEFORE = Path.of("src", "test", "resources", "settings", "before");
    private static final UUID PRODUCTION = UUID.fromString("5f0d2f0e-6a6e-4b0a-9a39-0d9a3f0b7c11");
    private static final UUID TEST = UUID.fromString("0b7e3c55-3c3d-4e0e-8f0a-6b1f4f7f2a90");
    private static final URI SERVER = URI.create("http://127.0.0.1:18099/v1");
    private static final RunKey CLOSED = RunKey.regular(1017);
    private static final RunKey LEFT_OPEN = RunKey.regular(1018);
    private static final RunKey RUNNING = RunKey.regular(1007);
    private static final long LINES = 29;

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();

    @BeforeEach
    void copy() throws IOException {
        try (var files = Files.walk(BEFORE)) {
            for (var file : files.skip(1).toList()) {
                Files.copy(file, folder.resolve(BEFORE.relativize(file).toString()));
            }
        }
    }

    /** Where the program looks for what it did on the server. */
    private Path ofServer() {
        return OldFolders.takenOver(Folders.within(folder).data().resolve("journal"), ServerIdentity.of(SERVER),
                List.of(), time);
    }

    @Test
    void itsSettingsAreUnderstoodWhole() {
        var settings = new SettingsStore(Folders.within(folder), time);
        assertThat(settings.profiles()).containsExactly(
                new ConnectionProfile(PRODUCTION, "Elevate EU", ConnectionKind.PRODUCTION,
                        URI.create("https://rest.elevatebilling.com/v1"), "acme", "billing.ops", SignInMode.PASSWORD,
                        true, "EUR", Optional.of(Path.of("/etc/ssl/acme.pem")),
                        new ProxyChoice.Manual("proxy.example", 3128, Optional.of("me")),
                        new Advanced(true, true, Duration.ofSeconds(7), Duration.ofSeconds(8),
                                Duration.ofSeconds(90))),
                new ConnectionProfile(TEST, "Elevate test", ConnectionKind.TEST, SERVER, "", "", SignInMode.TOKEN,
                        false, "", Optional.empty(), new ProxyChoice.None(), Advanced.DEFAULT));
        assertThat(settings.preferences()).isEqualTo(new Preferences(Preferences.ThemeChoice.DARK,
                Preferences.ContrastChoice.SYSTEM, Preferences.Density.COMPACT, 100, Optional.of("de"),
                Optional.empty(), 5,
                new Preferences.Thresholds(20, 150, 9, 50, 100, 15),
                false,
                false, 30, false, true));
        assertThat(settings.lastConnection()).contains(TEST);
        assertThat(settings.layout(TEST)).isEqualTo(new LayoutMemory(
                Optional.of(new WindowBounds(10, 20, 1200, 800, true)),
                Map.of("runsTable", new LayoutMemory.Table(List.of(new LayoutMemory.Column("name", 180, true),
                        new LayoutMemory.Column("cycle", 90, false)), List.of(new LayoutMemory.Sort("name", true)))),
                Map.of("statusFilter", "OPEN"), Optional.of("adhocTab")));
        assertThat(settings.notices()).isEmpty();
    }

    @Test
    void itsJournalIsFoundIntactAndGoesOn() {
        try (var journal = Journal.open(ofServer(), time)) {
            assertThat(journal.damage()).as("found by the head alone").isEmpty();
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(LINES));
            assertThat(journal.open()).extracting(open -> open.intent().command().run()).containsExactly(LEFT_OPEN);
            assertThat(journal.unreadable()).isEmpty();
            journal.note(JournalEntries.notice("stage-ended", Map.of("stage", "REPORTING")));
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(LINES + 1));
        }
    }

    @Test
    void whatWasDoneWithItIsShownWordForWord() {
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        var words = new ActivityWords(messages, formats, new Sentences(messages, formats), _ -> Optional.empty(),
                _ -> Optional.empty());
        try (var journal = Journal.open(ofServer(), time);
                var log = new ActivityLog(journal, () -> JournalEntries.ORIGIN);
                var model = new ActivityViewModel(log, words, messages, new InlineTasks(), Runnable::run)) {
            model.load();
            assertThat(model.countProperty().get()).isEqualTo(18);
            assertThat(model.entries()).hasSize(18);
            model.writesOnlyProperty().set(true);
            assertThat(model.entries()).extracting(words::run, words::what, words::outcome).containsExactly(
                    tuple("Nov 2026 Wholesale", "Invoice date", "Being found out"),
                    tuple("IoT 23 Nov 2026", "Generate full invoices", "Applied"),
                    tuple("IoT 23 Nov 2026", "Reopen", "Not applied"),
                    tuple("AH-000723", "Nickname", "Applied"),
                    tuple("Nov 2026 Residential", "Draft invoices", "Applied"),
                    tuple("Nov 2026 Residential", "Close and report", "Applied"));
            assertThat(words.whole(model.entries().getLast())).contains("Agreed with finance", "billing.ops",
                    "Elevate test", "127.0.0.1:18099/v1", "PATCH /bill-runs/1017",
                    "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                            + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]");
            model.verify();
            assertThat(model.alarmProperty().get()).isEmpty();
        }
    }

    @Test
    void whatItSawOfTheRunsIsKnownAgain() {
        var recorder = new RunHistoryRecorder(time, _ -> false);
        try (var files = new HistoryFiles(ofServer())) {
            files.load(recorder::restore);
        }
        var history = recorder.of(CLOSED);
        assertThat(history.visits()).extracting(StageVisit::stage, StageVisit::entrySeen).containsExactly(
                tuple(Stage.Known.REPORTING, true), tuple(Stage.Known.DRAFT_INVOICES, true));
        assertThat(history.visits().getFirst().work()).contains(Duration.ofMillis(54_837));
        assertThat(history.timeline()).hasSize(6);
        assertThat(history.samples()).isNotEmpty();
        assertThat(recorder.of(RUNNING).trend()).isNotEmpty();
    }

    @Test
    void whatItLeftOpenIsFoundOutAndSentNoSecondTime() {
        var api = new StubApi();
        var server = ofServer();
        try (var journal = Journal.open(server, time)) {
            api.put(journal.open().getFirst().intent().before());
        }
        try (var console = new TestConsole(server, api, time, time,
                new Origin("kim", "Elevate test", "127.0.0.1:18099/v1"), log -> log)) {
            console.unknown().resumeOpen();
            assertThat(console.isLocked(LEFT_OPEN)).isTrue();
            time.advance(Duration.ofMinutes(10));
            assertThat(console.lastVerdict()).contains(Finding.NOT_APPLIED);
            assertThat(console.isLocked(LEFT_OPEN)).isFalse();
            assertThat(api.calls()).isNotEmpty().allMatch(call -> call.startsWith("GET"));
        }
    }
}
