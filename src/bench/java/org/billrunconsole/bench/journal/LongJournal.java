package org.billrunconsole.bench.journal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;

/**
 * A journal as years of work leave it: 24 months of changes, each an intent, an outcome and a verdict, and of notices.
 * Written here and not by the journal, which would wait for the disk a hundred thousand times.
 */
final class LongJournal {

    private static final YearMonth FIRST = YearMonth.of(2024, 12);
    private static final int MONTHS = 24;
    private static final int LINES_OF_A_CHANGE = 4;
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final Path folder;
    private String last = JournalLine.NO_LINE;

    private LongJournal(Path folder) {
        this.folder = folder;
    }

    /** Its lines and, as a console leaves it, its head. */
    static void write(Path folder, int lines) throws IOException {
        var journal = new LongJournal(folder);
        for (var month = 0; month < MONTHS; month++) {
            journal.month(FIRST.plusMonths(month), lines * (month + 1) / MONTHS - lines * month / MONTHS);
        }
        try (var opened = Journal.open(folder, clock())) {
            if (opened.lastLine().count() != lines || opened.damage().isPresent()) {
                throw new IllegalStateException("Not a journal of " + lines + " lines: " + opened.lastLine() + ", "
                        + opened.damage());
            }
        }
    }

    /** In its last month. */
    static InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /** The files of its lines. */
    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    /** What is read instead of the lines. */
    static Path head(Path folder) {
        return folder.resolve("journal.head");
    }

    private void month(YearMonth month, int lines) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(folder.resolve("journal-" + month + ".jsonl")))) {
            for (int i = 0; i < lines;) {
                var entries = lines - i < LINES_OF_A_CHANGE ? List.of(notice()) : change(i);
                for (var entry : entries) {
                    add(out, entry);
                }
                i += entries.size();
            }
        }
    }

    private static List<JournalEntry> change(int run) {
        var intent = JournalEntries.intent(UUID.randomUUID(), 1 + run);
        return List.of(intent, JournalEntries.outcome(intent, Sending.TAKEN), JournalEntries.verdict(intent,
                Finding.APPLIED), notice());
    }

    private static JournalEntry notice() {
        return JournalEntries.notice("stage-ended", Map.of("run", "Monthly Residential November", "stage",
                "Draft invoices", "took", "PT17M4S"));
    }

    private void add(OutputStream out, JournalEntry entry) throws IOException {
        var line = JournalLine.of(entry, last);
        last = line.hash().orElseThrow();
        out.write(line.terminated());
    }
}
