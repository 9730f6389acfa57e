package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.FileMissing;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.journal.Verification.Missing;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private static final int LINES = 12;

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();

    @BeforeEach
    void write() {
        write(folder, time);
    }

    static void write(Path folder, ManualTime time) {
        try (var journal = Journal.open(folder, time)) {
            for (var i = 0; i < LINES; i++) {
                journal.note(JournalEntries.notice("n", Map.of("number", "line " + i)));
                time.advance(Duration.ofDays(2));
            }
        }
    }

    private Verification verify() {
        try (var journal = Journal.open(folder, time)) {
            return journal.verify();
        }
    }

    private void edit(int file, Consumer<List<String>> change) throws IOException {
        var path = new JournalFiles(folder).all().get(file);
        var lines = Files.readAllLines(path).stream().collect(Collectors.toCollection(ArrayList::new));
        change.accept(lines);
        Files.write(path, lines);
    }

    @Test
    void whatNobodyTouchedIsIntact() throws IOException {
        assertThat(new JournalFiles(folder).all()).hasSizeGreaterThan(1);
        assertThat(verify()).isEqualTo(new Verification.Intact(LINES));
    }

    @Test
    void aLineWrittenAnewWithARightHashIsNamed() throws IOException {
        edit(0, lines -> lines.set(1, lineOf("other", lines.get(0))));
        assertThat(verify()).isEqualTo(new Altered("journal-2026-11.jsonl", 2, How.CHAIN));
    }

    @Test
    void theLineBeforeAGapIsNamed() throws IOException {
        edit(0, lines -> lines.remove(2));
        assertThat(verify()).isEqualTo(new Missing("journal-2026-11.jsonl", 2));
    }

    @Test
    void aMissingFirstLineIsNoticed() throws IOException {
        edit(0, lines -> lines.remove(0));
        assertThat(verify()).isEqualTo(new Missing("journal-2026-11.jsonl", 0));
    }

    @Test
    void aMissingMonthIsNoticed() throws IOException {
        var files = new JournalFiles(folder).all();
        Files.delete(files.get(0));
        assertThat(verify()).isEqualTo(new FileMissing(files.get(0).getFileName().toString()));
    }

    @Test
    void theVeryLastLineIsNamedToo() throws IOException {
        var last = new JournalFiles(folder).all().size() - 1;
        edit(last, lines -> lines.set(lines.size() - 1, lines.getLast().replace("line", "LINE")));
        assertThat(verify()).isInstanceOfSatisfying(Altered.class,
                altered -> assertThat(altered.how()).isEqualTo(How.CONTENT));
    }

    @Test
    void whatIsWrittenAfterAnAlteredLineDoesNotCoverItUp() throws IOException {
        var last = new JournalFiles(folder).all().size() - 1;
        edit(last, lines -> lines.set(lines.size() - 1, lines.getLast().replace("\"kind\"", "\"kinD\"")));
        var altered = verify();
        assertThat(altered).isInstanceOf(Altered.class);
        write(folder, time);
        assertThat(verify()).isEqualTo(altered);
    }

    private static String lineOf(String kind, String before) {
        var hash = new JournalLine(before.getBytes(StandardCharsets.UTF_8)).hash().orElseThrow();
        var bytes = JournalLine.of(JournalEntries.notice(kind, Map.of()), hash).terminated();
        return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
    }
}
