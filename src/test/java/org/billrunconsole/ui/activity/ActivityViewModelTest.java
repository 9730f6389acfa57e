package org.billrunconsole.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityViewModelTest {

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
    private final ActivityWords words = new ActivityWords(messages, formats, new Sentences(messages, formats),
            _ -> Optional.empty(), _ -> Optional.empty());
    @TempDir
    private Path folder;
    private Journal journal;
    private ActivityViewModel model;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, new ManualTime());
        model = modelOf(new InlineTasks());
    }

    @AfterEach
    void close() {
        model.close();
        journal.close();
    }

    private ActivityViewModel modelOf(TaskRunner tasks) {
        return new ActivityViewModel(new ActivityLog(journal, () -> JournalEntries.ORIGIN), words, messages, tasks,
                Runnable::run);
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
    }

    private void note(String kind) {
        journal.note(JournalEntries.notice(kind, Map.of()));
    }

    private List<String> shown() {
        return model.entries()
                .stream()
                .map(entry -> entry instanceof Activity.Note note ? note.kind() : entry.getClass().getSimpleName())
                .toList();
    }

    private Path cutAfterThreeLines() throws IOException {
        for (var line = 0; line < 5; line++) {
            journal.note(JournalEntries.notice("stage-ended", Map.of("line", Integer.toString(line))));
        }
        return Files.write(file(), Files.readAllLines(file()).subList(0, 3));
    }

    @Test
    void anEmptyJournalIsNothingAndWhole() {
        model.load();
        assertThat(model.entries()).isEmpty();
        assertThat(model.countProperty().get()).isZero();
        assertThat(model.shownProperty().get()).isZero();
        assertThat(model.alarmProperty().get()).isEmpty();
        model.verify();
        assertThat(model.verdictProperty().get()).isEqualTo("All 0 lines are as they were written.");
    }

    @Test
    void entriesAreShownNewestFirstAndNewOnesByThemselves() {
        note("stalled");
        model.load();
        assertThat(shown()).containsExactly("stalled");
        note("run-finished");
        assertThat(shown()).containsExactly("run-finished", "stalled");
        assertThat(model.countProperty().get()).isEqualTo(2);
        assertThat(model.shownProperty().get()).isEqualTo(2);
    }

    @Test
    void whatIsNeitherAChangeNorFoundIsCountedButNotShown() {
        var intent = JournalEntries.intent(journal.lease(), 7);
        journal.begin(intent);
        note("stalled");
        note("run-finished");
        model.writesOnlyProperty().set(true);
        assertThat(shown()).containsExactly("Write");
        model.writesOnlyProperty().set(false);
        model.searchTextProperty().set("  FINISHED ");
        assertThat(shown()).containsExactly("run-finished");
        assertThat(model.countProperty().get()).isEqualTo(3);
        assertThat(model.shownProperty().get()).isEqualTo(1);
        model.searchTextProperty().set("nothing has this in it");
        assertThat(shown()).isEmpty();
        model.searchTextProperty().set("");
        assertThat(shown()).hasSize(3);
    }

    @Test
    void whatIsShownStaysWhileTheJournalIsReadAgainAndItIsReadOnceMoreForAllThatCameMeanwhile() {
        note("stalled");
        model.close();
        var tasks = new HeldTasks();
        model = modelOf(tasks);
        model.load();
        assertThat(model.entries()).as("before the first answer").isEmpty();
        tasks.release();
        assertThat(shown()).containsExactly("stalled");
        model.load();
        note("run-finished");
        note("stage-ended");
        assertThat(shown()).containsExactly("stalled");
        assertThat(tasks.waiting()).as("one reading at a time").isEqualTo(1);
        tasks.releaseOne();
        assertThat(tasks.waiting()).as("one more for both").isEqualTo(1);
        tasks.release();
        assertThat(shown()).containsExactly("stage-ended", "run-finished", "stalled");
    }

    @Test
    void whileEveryLineIsLookedAtThatIsSaidAndWhatWasFoundBeforeIsNot() throws IOException {
        cutAfterThreeLines();
        model.verify();
        assertThat(model.alarmProperty().get()).isNotEmpty();
        model.close();
        var tasks = new HeldTasks();
        model = modelOf(tasks);
        model.verify();
        assertThat(model.verdictProperty().get()).isEqualTo("Looking at every line…");
        assertThat(model.alarmProperty().get()).isEmpty();
        tasks.release();
        assertThat(model.verdictProperty().get()).isEmpty();
        assertThat(model.alarmProperty().get()).startsWith("Lines are missing");
    }

    @Test
    void aLineThatIsNotAsItWasWrittenIsNamed() throws IOException {
        note("stalled");
        note("run-finished");
        var text = Files.readString(file());
        Files.writeString(file(), text.replace("run-finished", "run-finishes"));
        model.verify();
        assertThat(model.alarmProperty().get()).isEqualTo("Altered: %s, line 2, is not as it was written.".formatted(
                file().getFileName()));
        assertThat(model.verdictProperty().get()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        note("stalled");
        var file = file();
        Files.delete(file);
        model.verify();
        assertThat(model.alarmProperty().get()).isEqualTo("The file %s is missing. It was there before.".formatted(
                file.getFileName()));
    }

    @Test
    void aJournalThatCannotBeReadSaysSoAndIsReadAgainOnceItCan() throws IOException {
        note("stalled");
        model.load();
        var file = file();
        var aside = Files.move(file, folder.resolve("aside"));
        Files.createDirectory(file);
        model.load();
        assertThat(model.alarmProperty().get()).isEqualTo("The journal cannot be read. Look at the folder's rights.");
        assertThat(shown()).as("what was read stays").containsExactly("stalled");
        Files.delete(file);
        Files.move(aside, file);
        model.load();
        assertThat(model.alarmProperty().get()).as("once it could be read").isEmpty();
        model.verify();
        assertThat(model.alarmProperty().get()).isEmpty();
        assertThat(model.verdictProperty().get()).isEqualTo("All 1 lines are as they were written.");
    }

    @Test
    void aReadingThatGoesWellLeavesWhatWasFoundWrongInSight() throws IOException {
        var file = cutAfterThreeLines();
        model.verify();
        model.load();
        assertThat(model.alarmProperty().get()).isEqualTo(
                "Lines are missing: %s, after line 3. They had been written.".formatted(file.getFileName()));
    }

    @Test
    void aTabThatIsClosedFollowsTheJournalNoMore() {
        model.load();
        model.close();
        note("stalled");
        assertThat(model.entries()).isEmpty();
    }
}
