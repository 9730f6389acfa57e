package org.billrunconsole.journal.notes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.JournalFiles;
import org.billrunconsole.journal.OwnerOnly;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.format.JournalLine;
import org.billrunconsole.journal.format.NoteJson;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the notes on the runs of a connection on disk: a file of JSON lines beside the journal that is only appended
 * to, in which the last line of a run counts. Consoles that share the folder take turns, and each reads what the others
 * have written before it writes. Methods block on the disk. Safe for use by many threads.
 */
public final class NoteFile {

    /** Bytes in the file: some 100,000 notes. It is never cut, since notes are the only thing nobody else knows. */
    public static final long LARGEST = 32L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(NoteFile.class);

    private final Journal journal;
    private final Path folder;
    private final Path file;
    private final long largest;
    private final Map<RunKey, RunNote> latest = new HashMap<>();
    private long readUpTo;

    /**
     * @param journal in whose turn is written
     * @param folder  the connection's own; made when first needed
     */
    public NoteFile(Journal journal, Path folder) {
        this(journal, folder, LARGEST);
    }

    /** @param largest bytes in the file */
    NoteFile(Journal journal, Path folder, long largest) {
        this.journal = journal;
        this.folder = folder;
        this.file = folder.resolve("notes.jsonl");
        this.largest = largest;
    }

    /**
     * Reads what this or another console has written since the last look. A failure of the disk is logged; lines that
     * cannot be read are left out.
     *
     * @param found takes each note as it is now, those taken away included
     */
    public synchronized void look(Consumer<RunNote> found) {
        assert WindowThread.isElsewhere() : "read notes";
        try {
            catchUp(found);
        } catch (IOException e) {
            LOG.warn("Notes on runs cannot be read: {}", e.toString());
        }
    }

    /**
     * Writes a note, unless another one than its writer has seen is there; it is on the disk when this returns.
     *
     * @param seen  the note in whose place it comes; empty if there was none
     * @param found takes each note as it is now, as {@link #look} does; the written one comes as it stands on the disk
     * @return the note in the way; empty if this one was written
     * @throws JournalException if it cannot be kept; then nothing is written
     */
    public synchronized Optional<RunNote> keep(RunNote note, Optional<RunNote> seen, Consumer<RunNote> found) {
        return journal.exclusively("keep a note", () -> {
            catchUp(found);
            var there = Optional.ofNullable(latest.get(note.run()));
            if (!there.flatMap(RunNote::ifThere).equals(seen)) {
                return Optional.of(there.orElseGet(() -> new RunNote(note.run(), note.when(), "", "")));
            }
            append(NoteJson.write(note));
            catchUp(found);
            return Optional.empty();
        });
    }

    private void append(String line) throws IOException {
        OwnerOnly.folder(folder);
        var there = Files.exists(file);
        var size = there ? Files.size(file) : 0;
        // After half a line, which a crash has left, a new one begins; the half one is of a note nobody was told is kept.
        var bytes = (size > readUpTo ? "\n" + line + "\n" : line + "\n").getBytes(StandardCharsets.UTF_8);
        if (size + bytes.length > largest) {
            throw new IOException("The file of notes is full");
        }
        new JournalFiles(folder).append(file, bytes);
    }

    private void catchUp(Consumer<RunNote> found) throws IOException {
        if (!Files.exists(file)) {
            readUpTo = 0;
            return;
        }
        if (Files.size(file) < readUpTo) {
            // Put back from a copy.
            readUpTo = 0;
            latest.clear();
        }
        var fresh = new HashMap<RunKey, RunNote>();
        JournalFiles.read(file, readUpTo, (line, terminated) -> {
            if (terminated) {
                readUpTo += line.length() + 1;
                if (line.length() <= JournalLine.LONGEST) {
                    NoteJson.read(line.text()).ifPresent(note -> fresh.put(note.run(), note));
                }
            }
            return terminated;
        });
        latest.putAll(fresh);
        fresh.values().forEach(found);
    }
}
