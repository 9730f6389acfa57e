package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;

/**
 * How long it takes to open a journal of 100,000 lines, with its head and without. Run by {@code .ci/bench
 * JournalOpening}.
 */
final class JournalOpening {

    private static final int LINES = 100_000;

    private JournalOpening() {}

    public static void main(String[] args) throws IOException {
        var folder = Files.createTempDirectory("journal-opening");
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
                var intent = JournalEntries.intent(UUID.randomUUID(), 7);
                hash[0] = JournalLine.of(intent.id().hashCode() % 2 == 0
                        ? JournalEntries.notice("n", Map.of("text", "x".repeat(600)))
                        : JournalEntries.verdict(intent, Finding.APPLIED),
                        hash[0].hash()
                                .orElseThrow());
                text.append(hash[0].text()).append('\n');
            });
            Files.writeString(file, text);
            time.advance(Duration.ofDays(31));
        }
        System.out.println(took(folder, "without its head", time));
        System.out.println(took(folder, "with its head", time));
        System.out.println(took(folder, "with its head", time));
    }

    private static String took(Path folder, String how, ManualTime time) {
        var begun = System.nanoTime();
        try (var journal = Journal.open(folder, time)) {
            var opened = System.nanoTime();
            var page = journal.activities(_ -> true, 1000, Optional.empty());
            var read = System.nanoTime();
            var verified = journal.verify();
            return "%s: opened in %d ms, first page of %d in %d ms, %s in %d ms".formatted(how,
                    (opened - begun) / 1_000_000, page.size(), (read - opened) / 1_000_000, verified,
                    (System.nanoTime() - read) / 1_000_000);
        }
    }
}
