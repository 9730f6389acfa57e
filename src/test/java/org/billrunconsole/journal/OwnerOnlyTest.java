package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

    @TempDir
    private Path root;

    private List<String> open(Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var open = new ArrayList<String>();
        Predicate<PosixFilePermission> ofOthers = each -> !each.name().startsWith("OWNER");
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                if (Files.getPosixFilePermissions(path).stream().anyMatch(ofOthers)) {
                    open.add(path.toString());
                }
            }
        }
        return open;
    }

    @Test
    void whatAJournalWritesOnlyItsOwnerReads() throws IOException {
        var folder = root.resolve("journal");
        try (var journal = Journal.open(folder, new ManualTime())) {
            journal.begin(JournalEntries.intent(journal.lease(), 7));
            assertThat(open(folder)).isEmpty();
            assertThat(Files.getPosixFilePermissions(folder.resolve("journal.head"))).isEqualTo(PosixFilePermissions
                    .fromString("rw-------"));
        }
    }

    @Test
    void whatOlderVersionsLeftOpenIsMendedAtStart() throws IOException {
        var folder = Files.createDirectories(root.resolve("journal"));
        OldJournalTest.copy(folder);
        Files.createFile(folder.resolve("history-events.jsonl"));
        for (var path : List.of(folder, folder.resolve("journal-2026-11.jsonl"), folder.resolve(
                "history-events.jsonl"))) {
            Files.setPosixFilePermissions(path, Files.isDirectory(path)
                    ? PosixFilePermissions.fromString("rwxr-xr-x")
                    : PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertThat(open(folder)).isNotEmpty();
        Journal.open(folder, new ManualTime()).close();
        assertThat(open(folder)).isEmpty();
    }

    @Test
    void historyIsClosedToOthersToo() throws IOException {
        var folder = root.resolve("history");
        OwnerOnly.folder(folder);
        new RollingFile(folder, "history-events", 100).append(List.of("a"));
        assertThat(open(folder)).isEmpty();
    }

    @Test
    void whereThereAreListsOnlyTheOwnerIsOnThem() throws IOException {
        var view = new FakeView();
        OwnerOnly.close(view, true);
        assertThat(view.list).singleElement().satisfies(entry -> {
            assertThat(entry.principal()).isSameAs(view.owner);
            assertThat(entry.permissions()).isEqualTo(EnumSet.allOf(AclEntryPermission.class));
            assertThat(entry.flags()).isNotEmpty();
        });
    }

    /** A list as Windows has it. */
    private static final class FakeView implements AclFileAttributeView {

        private final UserPrincipal owner = () -> "owner";
        private List<AclEntry> list = List.of();

        @Override
        public String name() {
            return "acl";
        }

        @Override
        public List<AclEntry> getAcl() {
            return list;
        }

        @Override
        public void setAcl(List<AclEntry> acl) {
            list = acl;
        }

        @Override
        public UserPrincipal getOwner() {
            return owner;
        }

        @Override
        public void setOwner(UserPrincipal other) {
            throw new UnsupportedOperationException();
        }
    }
}
