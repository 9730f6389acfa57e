package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.Verification;
import org.billrunconsole.settings.MemorySecretStore;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalAnchorTest {

    private final ManualTime time = new ManualTime();
    private final MemorySecretStore secrets = new MemorySecretStore();
    @TempDir
    private Path folder;

    private void write(int lines) {
        try (var journal = Journal.open(folder, time)) {
            for (var line = 0; line < lines; line++) {
                journal.note(JournalEntries.notice("stage-ended", Map.of("line", Integer.toString(line))));
            }
            new JournalAnchor(journal, secrets, folder).keep();
        }
    }

    private List<Verification> compared() {
        try (var journal = Journal.open(folder, time)) {
            var told = new ArrayList<Verification>();
            journal.addDamageListener(told::add);
            var anchor = new JournalAnchor(journal, secrets, folder);
            anchor.compare();
            anchor.keep();
            return told;
        }
    }

    private void takeAwayLastLines(int count) throws IOException {
        try (var files = Files.list(folder)) {
            var file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
            var lines = Files.readAllLines(file);
            Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - count)) + "\n");
        }
    }

    @Test
    void aJournalThatHasOnlyGrownIsInOrder() {
        write(5);
        write(2);
        assertThat(compared()).isEmpty();
    }

    @Test
    void linesTakenAwayTogetherWithTheHeadAreMissedAtEveryStart() throws IOException {
        write(5);
        takeAwayLastLines(2);
        Files.delete(folder.resolve("journal.head"));
        assertThat(compared()).singleElement().isInstanceOfSatisfying(Verification.Missing.class,
                missing -> assertThat(missing.number()).isEqualTo(3));
        assertThat(compared()).as("what was found amiss is not taken for the new state").hasSize(1);
    }
}
