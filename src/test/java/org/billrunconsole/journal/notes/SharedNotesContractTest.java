package org.billrunconsole.journal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import java.util.stream.LongStream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.testkit.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles, each a process, that write notes into one folder at the same time. */
class SharedNotesContractTest {

    private static final int NOTES = 60;

    @TempDir
    private Path folder;

    /** The other console. */
    static final class Writing {

        private Writing() {}

        /** Arguments: folder, id of the first run. Begins when it is told to. */
        public static void main(String[] args) throws IOException {
            System.out.println("ready");
            if (System.in.read() >= 0) {
                write(Path.of(args[0]), Long.parseLong(args[1]));
            }
        }
    }

    private static void write(Path folder, long first) {
        try (var journal = Journal.open(folder, InstantSource.system())) {
            var file = new NoteFile(journal, folder);
            LongStream.range(first, first + NOTES)
                    .forEach(id -> file.keep(new RunNote(RunKey.regular(id), Instant.EPOCH,
                            "ops", "Note of " + id), Optional.empty(), _ -> {}));
        }
    }

    @Test
    void noNoteOfEitherIsLost() throws IOException {
        var other = ChildJvm.of(Writing.class, folder.resolveSibling("other.log"), folder.toString(), "1001").start();
        try (var answers = other.inputReader(StandardCharsets.UTF_8)) {
            for (var line = answers.readLine(); line != null && !line.equals("ready");) {
                line = answers.readLine();
            }
            other.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
            write(folder, 1);
        }
        assertThat(other.onExit().join().exitValue()).isZero();
        var kept = new HashMap<RunKey, String>();
        try (var journal = Journal.open(folder, InstantSource.system())) {
            new NoteFile(journal, folder).look(note -> kept.put(note.run(), note.text()));
        }
        assertThat(kept).hasSize(2 * NOTES).allSatisfy((run, text) -> assertThat(text).isEqualTo("Note of " + run
                .id()));
    }
}
