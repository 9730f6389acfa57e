package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal written by the version before, as it stands in {@code journal/before}. */
class OldJournalTest {

    static final Path BEFORE = Path.of("src", "test", "resources", "journal", "before");

    private static final int LINES = 29;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        copy(folder);
    }

    static void copy(Path folder) throws IOException {
        try (var files = Files.list(BEFORE)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void opensIsShownVerifiedAndGoesOn() {
        try (var journal = Journal.open(folder, new ManualTime())) {
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(LINES));
            assertThat(journal.activities(Activity.Write.class::isInstance, 100, Optional.empty())).hasSize(10)
                    .filteredOn(write -> ((Activity.Write) write).conclusion().isPresent())
                    .hasSize(8);
            assertThat(journal.activityCount()).isEqualTo(12);
            var open = journal.open();
            assertThat(open).extracting(each -> each.intent().command().getClass())
                    .map(Class::getSimpleName)
                    .containsExactly(Command.DraftInvoices.class.getSimpleName(),
                            Command.ChangeNickname.class.getSimpleName());
            assertThat(journal.conclude(JournalEntries.verdict(open.getFirst().intent(), Finding.APPLIED))).isTrue();
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(LINES + 1));
        }
    }

    @Test
    void everyEntryThatCanBeReadIsWrittenAgainByteForByte() throws IOException {
        var readable = new ArrayList<JournalLine>();
        try (var files = Files.list(BEFORE)) {
            for (var file : files.sorted().toList()) {
                Files.readAllLines(file)
                        .stream()
                        .map(text -> new JournalLine(text.getBytes(StandardCharsets.UTF_8)))
                        .filter(line -> line.entry().isPresent())
                        .forEach(readable::add);
            }
        }
        // One intent has a nickname that its version had taken letters out of.
        assertThat(readable).hasSize(LINES - 1)
                .allSatisfy(line -> assertThat(JournalLine.of(line.entry().orElseThrow(), line.previous()
                        .orElseThrow()).text()).isEqualTo(line.text()));
    }
}
