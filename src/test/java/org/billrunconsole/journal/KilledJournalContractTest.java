package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console that is killed while it writes lines, and one whose journal is cut while it runs, each a process. */
class KilledJournalContractTest {

    @TempDir
    private Path folder;

    /** A console that writes a line whenever it is told to, or without end, and says so. */
    static final class Writing {

        private Writing() {}

        /** Arguments: folder, and whether to go on without being told. */
        public static void main(String[] args) throws IOException {
            try (var journal = Journal.open(Path.of(args[0]), InstantSource.system())) {
                journal.addDamageListener(found -> System.out.println("damage " + found.getClass().getSimpleName()));
                System.out.println("ready");
                for (var line = 0; Boolean.parseBoolean(args[1]) || System.in.read() >= 0; line++) {
                    journal.note(JournalEntries.notice("stage-ended", Map.of("line", Integer.toString(line))));
                    System.out.println("written");
                }
            }
        }
    }

    private Process start(boolean withoutEnd) throws IOException {
        return ChildJvm.of(Writing.class, folder.resolveSibling("child.log"), folder.toString(),
                Boolean.toString(withoutEnd)).start();
    }

    private static void awaitLine(BufferedReader output, String wanted) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new AssertionError("The console has ended without saying " + wanted);
    }

    @RepeatedTest(5)
    void aKillWhileLinesAreWrittenIsNotTakenForACutJournal() throws Exception {
        var process = start(true);
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = 0; line < 40; line++) {
                awaitLine(output, "written");
            }
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
        try (var journal = Journal.open(folder, new ManualTime())) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.verify()).isInstanceOfSatisfying(Verification.Intact.class,
                    intact -> assertThat(intact.lines()).isGreaterThanOrEqualTo(40));
        }
    }

    @Test
    void aConsoleWhoseJournalIsCutWhileItRunsSaysSoAtItsNextLine() throws Exception {
        var process = start(false);
        try (var output = process.inputReader(StandardCharsets.UTF_8); var orders = process.outputWriter()) {
            awaitLine(output, "ready");
            for (var line = 0; line < 3; line++) {
                orders.write('x');
                orders.flush();
                awaitLine(output, "written");
            }
            try (var files = Files.list(folder)) {
                var file = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
                var lines = Files.readAllLines(file);
                Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
            }
            orders.write('x');
            orders.flush();
            awaitLine(output, "damage Missing");
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
