package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    private Journal open() {
        return Journal.open(folder, time);
    }

    private List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var file : new JournalFiles(folder).all()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private static List<Activity> all(Journal journal) {
        return journal.activities(_ -> true, Integer.MAX_VALUE, Optional.empty());
    }

    @Test
    void everyLineNamesTheHashOfTheLineBefore() throws IOException {
        try (var journal = open()) {
            var intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
            journal.record(JournalEntries.outcome(intent, Sending.TAKEN));
            journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));
        }
        var json = new JsonMapper();
        var before = JournalLine.NO_LINE;
        for (var line : lines()) {
            var node = json.readTree(line);
            assertThat(node.path("prev").asText()).isEqualTo(before);
            before = node.path("hash").asText();
        }
        assertThat(lines()).hasSize(3);
        assertThat(json.readTree(lines().getFirst()).path("before").path("summaryStatus").asText())
                .isEqualTo("PROPERTIES");
    }

    @Test
    void anActivityJoinsIntentOutcomeAndVerdict() {
        try (var journal = open()) {
            var intent = JournalEntries.intent(journal.lease(), 7);
            var outcome = JournalEntries.outcome(intent, Sending.UNKNOWN);
            var verdict = JournalEntries.verdict(intent, Finding.NOT_APPLIED);
            journal.begin(intent);
            journal.record(outcome);
            journal.conclude(verdict);
            journal.note(JournalEntries.notice("run.stalled", Map.of("minutes", "10")));

            assertThat(all(journal)).hasSize(2).satisfiesExactly(
                    note -> assertThat(note).isInstanceOfSatisfying(Activity.Note.class,
                            it -> assertThat(it.kind()).isEqualTo("run.stalled")),
                    write -> assertThat(write).isEqualTo(new Activity.Write(intent.id(), intent.time(),
                            intent.origin(), intent.command(), "", intent.before(), intent.request(),
                            Optional.of(outcome.answer()), Optional.of(verdict.conclusion()))));
            assertThat(journal.activityCount()).isEqualTo(2);
        }
    }

    @Test
    void everyCommandAndRunComesBackAsItWas() {
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN,
                Stage.of("NEW_STAGE"), OptionalInt.of(40));
        var regular = SampleRuns.openRun(7);
        var day = LocalDate.of(2026, 12, 1);
        var commands = List.of(new Command.Close(adhoc.key(), Optional.of(day), Optional.of("Nick")),
                new Command.DraftInvoices(regular.key()), new Command.FullInvoices(regular.key()),
                new Command.Distribute(adhoc.key()), new Command.Reopen(regular.key()),
                new Command.ChangeInvoiceDate(regular.key(), day), new Command.ChangeNickname(adhoc.key(), "N"),
                new Command.AdjustSchedule(regular.key(), -3));
        try (var journal = open()) {
            var written = new ArrayList<JournalEntry.Intent>();
            for (var command : commands) {
                var before = command.run().equals(adhoc.key()) ? adhoc : regular;
                var intent = JournalEntries.intent(journal.lease(), command, before);
                assertThat(journal.begin(intent)).isEmpty();
                written.add(intent);
                assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
                journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));
            }
            assertThat(all(journal)).map(activity -> ((Activity.Write) activity).command())
                    .containsExactlyElementsOf(commands.reversed());
            assertThat(written).hasSameSizeAs(commands);
        }
    }

    @Test
    void pagesContinueWhereTheLastOneEndedAcrossMonths() {
        try (var journal = open()) {
            var ids = IntStream.range(0, 10).mapToObj(_ -> {
                var notice = JournalEntries.notice("n", Map.of());
                journal.note(notice);
                time.advance(Duration.ofDays(9));
                return notice.id();
            }).toList();
            var seen = new ArrayList<UUID>();
            Optional<UUID> last = Optional.empty();
            do {
                var page = journal.activities(_ -> true, 3, last);
                page.forEach(activity -> seen.add(activity.id()));
                last = page.isEmpty() ? Optional.empty() : Optional.of(page.getLast().id());
            } while (last.isPresent());
            assertThat(seen).containsExactlyElementsOf(ids.reversed());
        }
    }

    @Test
    void theChainAndOpenIntentsGoOnAcrossMonths() throws IOException {
        JournalEntry.Intent intent;
        try (var journal = open()) {
            intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
            time.advance(Duration.ofDays(30));
            journal.note(JournalEntries.notice("n", Map.of()));
        }
        assertThat(new JournalFiles(folder).all()).hasSize(2);
        try (var journal = open()) {
            assertThat(journal.open()).extracting(open -> open.intent().id()).containsExactly(intent.id());
            assertThat(journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED))).isTrue();
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(3));
            // The verdict stands a file later than its intent.
            assertThat(all(journal)).filteredOn(Activity.Write.class::isInstance)
                    .singleElement()
                    .satisfies(write -> assertThat(((Activity.Write) write).conclusion()).isPresent());
        }
    }

    @Test
    void aClockSetBackWritesOnInTheNewestFile() throws IOException {
        try (var journal = open()) {
            journal.note(JournalEntries.notice("later", Map.of()));
        }
        try (var journal = Journal.open(folder, () -> time.instant().minus(Duration.ofDays(300)))) {
            journal.note(JournalEntries.notice("earlier", Map.of()));
            assertThat(new JournalFiles(folder).all()).hasSize(1);
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(2));
        }
    }

    @Test
    void anIntentGetsOneVerdict() throws IOException {
        try (var journal = open(); var other = open()) {
            var intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
            assertThat(other.conclude(JournalEntries.verdict(intent, Finding.APPLIED))).isTrue();
            assertThat(journal.conclude(JournalEntries.verdict(intent, Finding.NOT_APPLIED))).isFalse();
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void aSecondIntentForTheSameRunIsNotWritten() throws IOException {
        try (var journal = open(); var other = open()) {
            var first = JournalEntries.intent(journal.lease(), 7);
            assertThat(journal.begin(first)).isEmpty();
            assertThat(other.begin(JournalEntries.intent(other.lease(), 7))).map(OpenIntent::intent).contains(first);
            assertThat(other.begin(JournalEntries.intent(other.lease(), 8))).isEmpty();
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void anIntentIsAbandonedOnceItsConsoleIsGone() {
        var first = open();
        var intent = JournalEntries.intent(first.lease(), 7);
        first.begin(intent);
        try (var second = open()) {
            assertThat(second.isAbandoned(intent)).isFalse();
            assertThat(first.isAbandoned(intent)).isFalse();
            first.close();
            assertThat(second.isAbandoned(intent)).isTrue();
        }
    }

    @Test
    void aTornLastLineStopsNothingAndIsNoted() throws IOException {
        UUID kept;
        try (var journal = open()) {
            var intent = JournalEntries.intent(journal.lease(), 7);
            kept = intent.id();
            journal.begin(intent);
            journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));
        }
        var file = new JournalFiles(folder).all().getFirst();
        var whole = Files.readString(file);
        for (var cut = 1; cut < 60; cut += 7) {
            Files.writeString(file, whole.substring(0, whole.length() - cut));
            // The head of an interrupted write is behind, if there is one.
            Files.deleteIfExists(folder.resolve("journal.head"));
            try (var journal = open()) {
                assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
                // One byte less is only the line end, and the verdict stands.
                assertThat(journal.open()).hasSize(cut == 1 ? 0 : 1);
                journal.note(JournalEntries.notice("after", Map.of()));
                assertThat(journal.open()).hasSize(cut == 1 ? 0 : 1);
                assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
                assertThat(all(journal)).extracting(Activity::id).contains(kept);
                assertThat(all(journal)).filteredOn(activity -> activity instanceof Activity.Note note
                        && note.kind().equals(LineFields.TORN)).hasSize(cut == 1 ? 0 : 1);
            }
        }
    }

    @Test
    void aLineTornAtTheEndOfAMonthIsNotedInTheNext() throws IOException {
        try (var journal = open()) {
            journal.note(JournalEntries.notice("n", Map.of()));
        }
        var file = new JournalFiles(folder).all().getFirst();
        Files.writeString(file, "{\"kind\":\"verd", StandardOpenOption.APPEND);
        time.advance(Duration.ofDays(30));
        try (var journal = open()) {
            journal.note(JournalEntries.notice("after", Map.of()));
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        }
        assertThat(Files.readString(new JournalFiles(folder).all().getLast())).contains(LineFields.TORN);
    }

    @Test
    void garbageInTheFileNeverStopsTheStart() throws IOException {
        try (var journal = open()) {
            journal.begin(JournalEntries.intent(journal.lease(), 7));
        }
        var file = new JournalFiles(folder).all().getFirst();
        Files.write(file, new byte[]{0, 0, 0, '\n', (byte) 0xff, '{', '\n', '{', '}', '\n'},
                StandardOpenOption.APPEND);
        try (var journal = open()) {
            assertThat(journal.open()).hasSize(1);
            journal.note(JournalEntries.notice("n", Map.of()));
            // The intent, the notice, and that something was there that does not belong.
            assertThat(all(journal)).hasSize(3);
            assertThat(journal.damage()).contains(journal.verify());
        }
    }

    @Test
    void anInterruptedThreadStillWrites() throws IOException {
        try (var journal = open()) {
            Thread.currentThread().interrupt();
            journal.note(JournalEntries.notice("n", Map.of()));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(lines()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeUsedSaysSo() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Journal.open(file, time)).isInstanceOf(JournalException.class);
    }

    @Test
    void listenersHearOwnAndOthersEntriesUntilTheyAreTakenAway() {
        try (var journal = open(); var other = open()) {
            var heard = new ArrayList<String>();
            Consumer<JournalEntry> listener = entry -> heard.add(((JournalEntry.Notice) entry).kind());
            journal.addListener(listener);
            other.note(JournalEntries.notice("theirs", Map.of()));
            journal.note(JournalEntries.notice("ours", Map.of()));
            assertThat(heard).containsExactly("theirs", "ours");
            journal.removeListener(listener);
            other.note(JournalEntries.notice("theirs again", Map.of()));
            journal.note(JournalEntries.notice("ours again", Map.of()));
            assertThat(heard).containsExactly("theirs", "ours");
        }
    }

    @Test
    void aListenerThatFailsMakesNoLineLookUnwrittenAndKeepsNobodyElseFromHearing() {
        try (var journal = open()) {
            var heard = new ArrayList<JournalEntry>();
            journal.addListener(_ -> {
                throw new IllegalStateException("a fault of the listener's own");
            });
            journal.addListener(heard::add);
            journal.note(JournalEntries.notice("ours", Map.of()));
            assertThat(heard).hasSize(1);
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(1));
        }
    }

    @Test
    void theListenersOfAClosedJournalHearNothingOfAnother() {
        try (var other = open()) {
            var heard = new ArrayList<JournalEntry>();
            var journal = open();
            journal.addListener(heard::add);
            journal.close();
            other.note(JournalEntries.notice("theirs", Map.of()));
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void nothingThatLooksLikeACredentialIsWritten() throws IOException {
        try (var journal = open()) {
            journal.note(JournalEntries.notice("n", Map.of("a", "token " + Secrets.TOKEN + " refused", "b",
                    "Authorization: Bearer " + Secrets.RENEWED_TOKEN)));
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(1));
        }
        assertThat(lines()).allSatisfy(line -> assertThat(line).doesNotContain(Secrets.MARK));
    }

    @Test
    void aRunOfBothKindsWithTheSameIdIsNotTheSame() {
        try (var journal = open()) {
            journal.begin(JournalEntries.intent(journal.lease(), 7));
            var adhoc = SampleRuns.adhoc(7, RunStatus.Known.OPEN,
                    Stage.Known.PROPERTIES, OptionalInt.empty());
            assertThat(journal.begin(JournalEntries.intent(journal.lease(),
                    new Command.ChangeNickname(RunKey.adhoc(7), "N"), adhoc))).isEmpty();
        }
    }
}
