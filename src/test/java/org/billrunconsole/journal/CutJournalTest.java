package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.Verification.Altered;
import org.billrunconsole.journal.Verification.FileMissing;
import org.billrunconsole.journal.Verification.How;
import org.billrunconsole.journal.Verification.Intact;
import org.billrunconsole.journal.Verification.Missing;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.LineFields;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal that somebody cut, altered or emptied, while the program was closed or while it runs. */
class CutJournalTest {

    private static final String LAST = "journal-2026-12.jsonl";

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        VerifierTest.write(folder, time);
    }

    private Journal open() {
        return Journal.open(folder, time);
    }

    private Verification verify() {
        try (var journal = open()) {
            return journal.verify();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    /** The text without its last lines. */
    private static String without(String text, int lines) {
        var end = text.length() - 1;
        for (var i = 0; i < lines; i++) {
            end = text.lastIndexOf('\n', end - 1);
        }
        return text.substring(0, end + 1);
    }

    @Test
    void lastLinesThatAreGoneAreMissedForEver() throws IOException {
        var lines = read(LAST).lines().count();
        write(LAST, without(read(LAST), 2));
        var found = new Missing(LAST, lines - 2);
        try (var journal = open()) {
            assertThat(journal.damage()).contains(found);
            assertThat(journal.verify()).isEqualTo(found);
            journal.note(JournalEntries.notice("after", Map.of()));
            assertThat(journal.verify()).isEqualTo(found);
        }
        assertThat(verify()).isEqualTo(found);
    }

    @Test
    void aNewestFileThatIsGoneIsMissedForEver() throws IOException {
        Files.delete(folder.resolve(LAST));
        assertThat(verify()).isEqualTo(new FileMissing(LAST));
        time.advance(Duration.ofDays(40));
        try (var journal = open()) {
            journal.note(JournalEntries.notice("after", Map.of()));
        }
        assertThat(verify()).isEqualTo(new FileMissing(LAST));
    }

    @Test
    void anOpenIntentWhoseLineIsGoneStaysOpen() throws IOException {
        JournalEntry.Intent intent;
        try (var journal = open()) {
            intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
        }
        write(LAST, without(read(LAST), 1));
        try (var journal = open()) {
            assertThat(journal.damage()).isPresent();
            assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
            assertThat(journal.begin(JournalEntries.intent(journal.lease(), 7))).isPresent();
        }
        try (var journal = open()) {
            assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
        }
    }

    @Test
    void aVerdictThatWasAlteredOpensNoLock() throws IOException {
        JournalEntry.Intent intent;
        try (var journal = open()) {
            intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
            journal.conclude(JournalEntries.verdict(intent, org.billrunconsole.domain.write.Finding.NOT_APPLIED));
        }
        Files.delete(folder.resolve("journal.head"));
        write(LAST, read(LAST).replace("NOT_APPLIED", "APPLIED"));
        try (var journal = open()) {
            assertThat(journal.damage()).containsInstanceOf(Altered.class);
            assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
        }
    }

    @Test
    void aFileCutWhileTheProgramRunsIsSaidAtTheNextLook() throws IOException {
        try (var journal = open()) {
            var heard = new ArrayList<Verification>();
            journal.addDamageListener(heard::add);
            var lines = read(LAST).lines().count();
            write(LAST, without(read(LAST), 1));
            journal.check();
            assertThat(heard).containsExactly(new Missing(LAST, lines - 1));
            assertThat(journal.damage()).contains(heard.getFirst());
        }
    }

    @Test
    void aFileDeletedWhileTheProgramRunsIsSaidAtTheNextWrite() throws IOException {
        try (var journal = open()) {
            var heard = new ArrayList<Verification>();
            journal.addDamageListener(heard::add);
            Files.delete(folder.resolve("journal-2026-11.jsonl"));
            journal.note(JournalEntries.notice("n", Map.of()));
            assertThat(heard).containsExactly(new FileMissing("journal-2026-11.jsonl"));
            assertThat(journal.activities(activity -> activity instanceof Activity.Note note
                    && note.kind().equals(LineFields.DAMAGED), 10, Optional.empty())).hasSize(1);
        }
    }

    @Test
    void aLineChangedBehindWhatWasReadIsSaidAtTheNextLook() throws IOException {
        try (var journal = open()) {
            var heard = new ArrayList<Verification>();
            journal.addDamageListener(heard::add);
            var file = folder.resolve("journal-2026-11.jsonl");
            var before = Files.getLastModifiedTime(file);
            write(file.getFileName().toString(), read(file.getFileName().toString()).replaceFirst("line 1", "line 9"));
            Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(1)));
            journal.check();
            assertThat(heard).singleElement().isInstanceOfSatisfying(Altered.class,
                    altered -> assertThat(altered.number()).isEqualTo(2));
        }
    }

    @Test
    void aTouchedFileIsNoDamage() throws IOException {
        try (var journal = open()) {
            journal.check();
            Files.setLastModifiedTime(folder.resolve(LAST), FileTime.fromMillis(0));
            journal.check();
            assertThat(journal.damage()).isEmpty();
        }
    }

    @Test
    void lineEndsOfAnotherSystemAreNeverIntactAndLockWhatWasOpen() throws IOException {
        neverIntact(text -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sixteenBitTextIsNeverIntactAndLocksWhatWasOpen() throws IOException {
        neverIntact(text -> text.getBytes(StandardCharsets.UTF_16LE));
    }

    @Test
    void nullBytesAreNeverIntactAndLockWhatWasOpen() throws IOException {
        neverIntact(text -> new byte[text.length()]);
    }

    /** With the head or, as after the version before, without it. */
    private void neverIntact(java.util.function.Function<String, byte[]> spoil) throws IOException {
        try (var journal = open()) {
            journal.begin(JournalEntries.intent(journal.lease(), 7));
        }
        for (var file : new JournalFiles(folder).all()) {
            Files.write(file, spoil.apply(Files.readString(file)));
        }
        try (var journal = open()) {
            assertThat(journal.verify()).isNotInstanceOf(Intact.class);
            assertThat(journal.open()).hasSize(1);
        }
        Files.delete(folder.resolve("journal.head"));
        try (var journal = open()) {
            assertThat(journal.verify()).isNotInstanceOf(Intact.class);
            assertThat(journal.unreadable()).anySatisfy(each -> assertThat(each.run()).isEmpty());
        }
    }

    @Test
    void aLineOfTwoGigabytesTakesNoMemoryAndIsNeverIntact() throws IOException {
        try (var file = new RandomAccessFile(folder.resolve(LAST).toFile(), "rw")) {
            file.setLength((2L << 30) + 5);
        }
        Files.writeString(folder.resolve(LAST), "\n", StandardOpenOption.APPEND);
        try (var journal = open()) {
            assertThat(journal.damage()).containsInstanceOf(Altered.class);
            assertThat(journal.activities(_ -> true, 1000, Optional.empty())).hasSize(12);
        }
    }

    /** What a kill leaves between a line and the head: an intent that the head does not know yet. */
    private JournalEntry.Intent writeWithoutTheHead() throws IOException {
        var head = Files.readAllBytes(folder.resolve("journal.head"));
        JournalEntry.Intent intent;
        try (var journal = open()) {
            intent = JournalEntries.intent(journal.lease(), 7);
            journal.begin(intent);
        }
        Files.write(folder.resolve("journal.head"), head);
        return intent;
    }

    @Test
    void aLineNewerThanTheHeadIsWhatACrashLeavesAndNoDamage() throws IOException {
        var intent = writeWithoutTheHead();
        try (var journal = open()) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.open()).extracting(OpenIntent::intent).containsExactly(intent);
            assertThat(journal.verify()).isEqualTo(new Intact(13));
        }
    }

    @Test
    void afterACrashTheHeadMovesOnToTheLineItDidNotKnow() throws IOException {
        writeWithoutTheHead();
        open().close();
        var last = new JournalLine(read(LAST).lines().toList().getLast().getBytes(StandardCharsets.UTF_8));
        assertThat(Checkpoint.read(folder)).hasValueSatisfying(head -> {
            assertThat(head.lines()).isEqualTo(13);
            assertThat(head.hash()).isEqualTo(last.hash().orElseThrow());
        });
        // Were it still behind, nobody would miss this line.
        write(LAST, without(read(LAST), 1));
        assertThat(verify()).isEqualTo(new Missing(LAST, read(LAST).lines().count()));
    }

    @Test
    void aFirstLineOfAMonthNewerThanTheHeadIsNoDamageEither() throws IOException {
        time.advance(Duration.ofDays(40));
        writeWithoutTheHead();
        try (var journal = open()) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.verify()).isEqualTo(new Intact(13));
        }
        assertThat(Checkpoint.read(folder)).hasValueSatisfying(head -> assertThat(head.files()).hasSize(3));
    }

    @Test
    void aLineNewerThanTheHeadIsNotTakenForACrashIfItWasAltered() throws IOException {
        writeWithoutTheHead();
        write(LAST, read(LAST).replace("\"kind\":\"intent\"", "\"kind\":\"intenT\""));
        try (var journal = open()) {
            assertThat(journal.damage()).contains(new Altered(LAST, read(LAST).lines().count(), How.CONTENT));
        }
    }

    @Test
    void linesTheHeadKnewAreMissedThoughANewerOneFollows() throws IOException {
        writeWithoutTheHead();
        var lines = read(LAST).lines().toList();
        // Without the two in front of the newest.
        write(LAST, without(read(LAST), 3) + lines.getLast() + "\n");
        try (var journal = open()) {
            assertThat(journal.damage()).contains(new Missing(LAST, lines.size() - 3));
        }
    }
}
