package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes left open by the version before, which spoiled a nickname, or altered since. */
class UnreadableChangesTest {

    private static final Path BEFORE = Path.of("src", "test", "resources", "journal", "before");
    private static final RunKey SPOILED = RunKey.adhoc(10);
    private static final RunKey OTHER = RunKey.regular(99);

    private final ManualTime time = new ManualTime();
    private final RunLocks locks = new RunLocks();

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws Exception {
        try (var files = Files.list(BEFORE)) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private UnreadableChanges of(Journal journal) {
        var changes = new UnreadableChanges(journal, locks, () -> JournalEntries.ORIGIN, time);
        changes.look();
        return changes;
    }

    @Test
    void anIntentWhoseRunIsToldLocksThatRunUntilAPersonDecides() {
        try (var journal = Journal.open(folder, time)) {
            var changes = of(journal);
            assertThat(changes.open()).singleElement().satisfies(each -> assertThat(each.run()).contains(SPOILED));
            assertThat(locks.isUnknown(SPOILED)).isTrue();
            assertThat(locks.enter(SPOILED)).isEmpty();
            assertThat(locks.isUnknown(OTHER)).isFalse();

            changes.conclude(changes.open().getFirst(), Finding.APPLIED, "seen in the server's screens");
            assertThat(changes.open()).isEmpty();
            assertThat(locks.isUnknown(SPOILED)).isFalse();
            assertThat(journal.activities(Activity.Note.class::isInstance, 1, Optional.empty())).singleElement()
                    .isInstanceOfSatisfying(Activity.Note.class, note -> {
                        assertThat(note.kind()).isEqualTo("ruling");
                        assertThat(note.run()).contains(SPOILED);
                        assertThat(note.details()).containsEntry("finding", "APPLIED")
                                .containsEntry("reason", "seen in the server's screens");
                    });
        }
        try (var journal = Journal.open(folder, time)) {
            assertThat(of(journal).open()).isEmpty();
        }
    }

    @Test
    void anAlteredIntentLocksEveryRun() throws Exception {
        var file = folder.resolve("journal-2026-12.jsonl");
        Files.writeString(file, Files.readString(file).replace("\"id\":10}", "\"id\":11}"));
        try (var journal = Journal.open(folder, time)) {
            var changes = of(journal);
            assertThat(changes.open()).anySatisfy(each -> assertThat(each.run()).isEmpty());
            assertThat(locks.isUnknown(OTHER)).isTrue();
            assertThat(locks.enter(OTHER)).isEmpty();
            while (!changes.open().isEmpty()) {
                changes.conclude(changes.open().getFirst(), Finding.NOT_APPLIED, "looked");
            }
            assertThat(locks.isUnknown(OTHER)).isFalse();
        }
    }

    @Test
    void endWithTheServerThatTookItsRunsWithIt() {
        try (var journal = Journal.open(folder, time)) {
            var changes = of(journal);
            changes.concludeLost();
            assertThat(changes.open()).isEmpty();
            assertThat(journal.unreadable()).isEmpty();
        }
    }
}
