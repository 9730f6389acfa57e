package org.billrunconsole.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.i18n.ActivityWords;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.ui.kit.ChosenFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityViewModelTest {

    @TempDir
    private Path folder;
    private Journal journal;
    private ActivityViewModel model;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, new ManualTime());
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        var words = new ActivityWords(messages, formats, new Sentences(messages, formats), _ -> Optional.empty(),
                _ -> Optional.empty());
        model = new ActivityViewModel(new ActivityLog(journal, () -> JournalEntries.ORIGIN), words, messages,
                new InlineTasks(), Runnable::run);
    }

    @AfterEach
    void close() {
        model.close();
        journal.close();
    }

    private Path cutAfterThreeLines() throws IOException {
        for (var line = 0; line < 5; line++) {
            journal.note(JournalEntries.notice("stage-ended", Map.of("line", Integer.toString(line))));
        }
        try (var files = Files.list(folder)) {
            var file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            return Files.write(file, Files.readAllLines(file).subList(0, 3));
        }
    }

    @Test
    void savingTheActivityLeavesWhatWasFoundWrongInSight() throws IOException {
        var file = cutAfterThreeLines();
        model.verify();
        var missing = "Lines are missing: %s, after line 3. They had been written.".formatted(file.getFileName());
        assertThat(model.alarmProperty().get()).isEqualTo(missing);

        var saved = new ChosenFile(folder.resolve("activity.tsv"));
        model.export(saved, "a table");
        assertThat(saved.path()).hasContent("a table");
        assertThat(model.verdictProperty().get()).isEqualTo("Saved as " + saved);
        assertThat(model.alarmProperty().get()).isEqualTo(missing);

        var nowhere = new ChosenFile(folder.resolve("not-there").resolve("activity.tsv"));
        model.export(nowhere, "a table");
        assertThat(model.verdictProperty().get()).startsWith(nowhere + " could not be saved.");
        assertThat(model.alarmProperty().get()).isEqualTo(missing);
    }
}
