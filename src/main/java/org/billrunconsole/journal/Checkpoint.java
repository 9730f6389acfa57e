package org.billrunconsole.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.journal.format.JournalLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the journal had been written, kept in the file {@code journal.head} that is replaced after each line. A
 * start reads it instead of years of lines. A crash can leave it behind the lines but never ahead of them, so lines
 * that it names and that are not there were removed.
 *
 * @param files      what had been read of each file, oldest first
 * @param tail       the last bytes that had been read of the newest, in hexadecimal
 * @param lines      how many lines there were
 * @param activities how many rows the Activity tab had
 * @param hash       of the last line
 * @param gone       names of files that were there once
 * @param open       intents without a verdict, oldest first
 */
record Checkpoint(List<Mark> files, String tail, long lines, long activities, String hash, List<String> gone,
        List<Pending> open) {

    static final Checkpoint NOTHING = new Checkpoint(List.of(), "", 0, 0, JournalLine.NO_LINE, List.of(),
            List.of());

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAME = "journal.head";
    private static final int LARGEST = 64 << 20;

    /**
     * What had been read of a file.
     *
     * @param length in bytes, up to the end of a line
     */
    record Mark(String name, long length) {}

    /**
     * An intent without a verdict.
     *
     * @param lines its own and that of its outcome, as they stand in the files; none if they cannot be read
     */
    record Pending(UUID id, List<String> lines) {

        Pending {
            lines = List.copyOf(lines);
        }
    }

    Checkpoint {
        files = List.copyOf(files);
        gone = List.copyOf(gone);
        open = List.copyOf(open);
    }

    /** The last line as of then. */
    LastLine last() {
        return new LastLine(lines, hash);
    }

    /** The one of a folder; empty if there is none, or none that can be read. */
    static Optional<Checkpoint> read(Path folder) {
        var file = folder.resolve(NAME);
        try {
            return Files.exists(file) && Files.size(file) <= LARGEST
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Checkpoint.class))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The journal's head cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Puts it in place of the one before; one that cannot be written is only behind. */
    void write(Path folder) {
        var draft = folder.resolve(NAME + ".new");
        try {
            OwnerOnly.create(draft);
            Files.write(draft, JSON.writeValueAsBytes(this));
            try {
                Files.move(draft, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException _) {
                Files.move(draft, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checkpoint has nothing that JSON cannot say", e);
        } catch (IOException e) {
            LOG.warn("The journal's head cannot be written: {}", e.getClass().getSimpleName());
        }
    }
}
