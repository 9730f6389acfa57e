package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes to open a journal of 100,000 lines, with its head and without; it says so and asserts no time. */
class JournalOpeningTrial {

    private static final int LINES = 100_000;

    @TempDir
    private Path folder;

    @Test
    void ofAHundredThousandLines() throws Exception {
        var time = new ManualTime();
        // One write a month: each one waits for the disk, and a hundred thousand would take minutes.
        for (var month = 0; month < 24; month++) {
            try (var journal = Journal.open(folder, time)) {
                journal.note(JournalEntries.notice("n", Map.of()));
            }
            Files.delete(folder.resolve("journal.head"));
            var file = new JournalFiles(folder).all().getLast();
            var text = new StringBuilder(Files.readString(file));
            var hash = new JournalLine[]{new JournalLine(text.toString().strip().getBytes())};
            IntStream.range(1, LINES / 24).forEach(_ -> {
                var intent = JournalEntries.intent(java.util.UUID.randomUUID(), 7);
                hash[0] = JournalLine.of(intent.id().hashCode() % 2 == 0
                        ? JournalEntries.notice("n", Map.of("text", "x".repeat(600)))
                        : JournalEntries.verdict(intent, org.billrunconsole.domain.write.Finding.APPLIED),
                        hash[0].hash()
                                .orElseThrow());
                text.append(hash[0].text()).append('\n');
            });
            Files.writeString(file, text);
            time.advance(Duration.ofDays(31));
        }
        System.out.println(took("without its head", time));
        System.out.println(took("with its head", time));
        System.out.println(took("with its head", time));
    }

    private String took(String how, ManualTime time) {
        var begun = System.nanoTime();
        try (var journal = Journal.open(folder, time)) {
            var opened = System.nanoTime();
            var page = journal.activities(_ -> true, 1000, Optional.empty());
            var read = System.nanoTime();
            var verified = journal.verify();
            assertThat(page).hasSize(1000);
            assertThat(verified).isInstanceOf(Verification.Intact.class);
            return "%s: opened in %d ms, first page in %d ms, %s in %d ms".formatted(how, (opened - begun) / 1_000_000,
                    (read - opened) / 1_000_000, verified, (System.nanoTime() - read) / 1_000_000);
        }
    }
}
