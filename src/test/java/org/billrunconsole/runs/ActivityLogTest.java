package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.Activity;
import org.billrunconsole.domain.Activity.Sending;
import org.billrunconsole.domain.Finding;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityLogTest {

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final List<Activity> heard = new ArrayList<>();
    private Journal journal;
    private ActivityLog log;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, time);
        log = new ActivityLog(journal, () -> JournalEntries.ORIGIN, time);
        log.addListener(heard::add);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void listenersSeeAWriteComeFurther() {
        var intent = JournalEntries.intent(journal.owner(), 7);
        journal.begin(intent);
        journal.record(JournalEntries.outcome(intent, Sending.TAKEN));
        journal.conclude(JournalEntries.verdict(intent, Finding.APPLIED));

        assertThat(heard).hasSize(3).allMatch(activity -> activity.id().equals(intent.id()));
        assertThat(((Activity.Write) heard.get(0)).answer()).isEmpty();
        assertThat(((Activity.Write) heard.get(1)).answer()).isPresent();
        assertThat(heard.get(2)).isEqualTo(log.page(_ -> true, 10, Optional.empty()).getFirst());
    }

    @Test
    void aVerdictOnAnIntentOfAnEarlierRunComesWithItsIntent() {
        var intent = JournalEntries.intent(journal.owner(), 7);
        journal.begin(intent);
        close();
        heard.clear();
        open();
        journal.conclude(JournalEntries.verdict(intent, Finding.NOT_APPLIED));
        assertThat(heard).singleElement().isInstanceOfSatisfying(Activity.Write.class, write -> {
            assertThat(write.before()).isEqualTo(intent.before());
            assertThat(write.conclusion()).isPresent();
        });
    }

    @Test
    void notesAreKeptAndCounted() {
        log.note("run.stalled", Optional.of(RunKey.regular(7)), Map.of("minutes", "10"));
        assertThat(log.count()).isEqualTo(1);
        assertThat(heard).isEqualTo(log.page(_ -> true, 10, Optional.empty()));
        assertThat(log.page(activity -> activity.run().isEmpty(), 10, Optional.empty())).isEmpty();
    }

    @Test
    void anAlteredLineIsNamed() throws IOException {
        for (var i = 0; i < 3; i++) {
            log.note("run.stalled", Optional.empty(), Map.of("minutes", "10"));
        }
        assertThat(log.verify()).isEqualTo(new JournalCheck.Intact(3));
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
        }
        var lines = Files.readAllLines(file);
        lines.set(1, lines.get(1).replace("10", "99"));
        Files.write(file, lines);
        assertThat(log.verify()).isEqualTo(new JournalCheck.Altered(file.getFileName().toString(), 2));
        lines.remove(1);
        Files.write(file, lines);
        assertThat(log.verify()).isEqualTo(new JournalCheck.BrokenAfter(file.getFileName().toString(), 1));
    }
}
