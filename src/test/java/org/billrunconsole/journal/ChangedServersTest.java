package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.journal.format.JournalEntry;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedServersTest {

    private final ManualTime time = new ManualTime();
    private long run = 1042;

    @TempDir
    private Path root;

    private void change(String folder, String connection, String host) {
        try (var journal = Journal.open(root.resolve(folder), time)) {
            assertThat(journal.begin(intent(journal.lease(), connection, host))).isEmpty();
        }
    }

    private JournalEntry.Intent intent(UUID lease, String connection, String host) {
        var like = JournalEntries.intent(lease, run++);
        return new JournalEntry.Intent(like.id(), like.time(), new Origin("j.smith", connection, host), like.lease(),
                like.command(), like.reason(), like.before(), like.request());
    }

    private boolean isOnly(String connection, String host) {
        return ChangedServers.isOnly(root, connection, ServerIdentity.of(host));
    }

    @Test
    void aConnectionThatChangedOneServerIsToldFromOneThatChangedTwo() {
        change("a.example_v1", "Production", "A.example:443/v1");
        change("a.example_v1", "Production", "a.example/v1");
        change("a.example_v1", "Other", "a.example/v1");
        change("b.example_v1", "Other", "b.example/v1");
        assertThat(isOnly("Production", "a.example/v1")).isTrue();
        assertThat(isOnly("Production", "b.example/v1")).isFalse();
        assertThat(isOnly("Other", "a.example/v1")).isFalse();
        assertThat(isOnly("Third", "a.example/v1")).isFalse();
    }

    @Test
    void whatNeedsNoSignInShowsNothing() throws IOException {
        assertThat(ChangedServers.isOnly(root.resolve("none yet"), "Production", ServerIdentity.of("a.example/v1")))
                .isFalse();
        try (var journal = Journal.open(root.resolve("rest.example.com_v1"), time)) {
            journal.note(JournalEntries.notice("changes-switched-on", Map.of()));
        }
        Files.createDirectories(root.resolve("empty"));
        assertThat(isOnly(JournalEntries.ORIGIN.connection(), JournalEntries.ORIGIN.host())).isFalse();
    }

    @Test
    void aLineThatWasAlteredShowsNothing() throws IOException {
        change("a.example_v1", "Production", "a.example/v1");
        try (var files = Files.list(root.resolve("a.example_v1"))) {
            var file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).replace("a.example", "b.example"));
        }
        assertThat(isOnly("Production", "a.example/v1")).isFalse();
        assertThat(isOnly("Production", "b.example/v1")).isFalse();
    }
}
