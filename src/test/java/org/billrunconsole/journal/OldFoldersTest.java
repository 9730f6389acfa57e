package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that the version before named by the address as it was written. */
class OldFoldersTest {

    private static final ServerIdentity SERVER = ServerIdentity.of("rest.example.com/v1");

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path root;

    private Path old(String name) throws IOException {
        var folder = Files.createDirectories(root.resolve(name));
        OldJournalTest.copy(folder);
        return folder;
    }

    private Path takenOver() {
        return OldFolders.takenOver(root, SERVER, List.of("sandbox"), time);
    }

    @Test
    void theFolderOfAnotherSpellingBecomesTheServers() throws IOException {
        var old = old("REST.Example.com_443_v1");
        var folder = takenOver();
        assertThat(old).doesNotExist();
        assertThat(folder).isEqualTo(root.resolve("rest.example.com_v1"));
        try (var journal = Journal.open(folder, time)) {
            assertThat(journal.open()).hasSize(2);
            assertThat(journal.unreadable()).hasSize(1);
        }
        assertThat(takenOver()).isEqualTo(folder);
    }

    @Test
    void whatASecondFolderLeftOpenIsTakenOverAndTheFolderKept() throws IOException {
        Journal.open(root.resolve("rest.example.com_v1"), time).close();
        old("REST.Example.com_443_v1");
        var folder = takenOver();
        assertThat(root.resolve("REST.Example.com_443_v1.taken-over")).isDirectory();
        try (var journal = Journal.open(folder, time)) {
            assertThat(journal.open()).hasSize(2).allSatisfy(open -> assertThat(journal.isAbandoned(open.intent()))
                    .isTrue());
            assertThat(journal.unreadable()).hasSize(1);
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    @Test
    void foldersOfOthersStay() throws IOException {
        var sandbox = old("sandbox");
        Files.createDirectories(root.resolve("empty"));
        assertThat(takenOver()).doesNotExist();
        assertThat(sandbox).isDirectory();
    }
}
