package org.billrunconsole.journal;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billrunconsole.journal.format.JournalLine;

/**
 * The files of one journal, one a month, and how files of lines are read and written. Streams and {@link RandomAccessFile} rather than channels: an interrupt, which
 * is how a task is cancelled, closes a channel in the middle of its work. No line takes more than
 * {@link JournalLine#LONGEST} bytes of memory, whatever stands in a file.
 */
public final class JournalFiles {

    private static final int CHUNK = 1 << 16;
    private static final Pattern NAME = Pattern.compile("journal-\\d{4}-\\d{2}\\.jsonl");

    /** Takes the lines of a file. */
    @FunctionalInterface
    public interface LineReader {

        /**
         * @param terminated false only for a last line without its line end
         * @return false to read no further
         */
        boolean line(JournalLine line, boolean terminated);
    }

    private final Path folder;

    public JournalFiles(Path folder) {
        this.folder = folder;
    }

    /** All of them, oldest first. */
    public List<Path> all() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    /** Where to write in a month: never an earlier file than the last one, whatever the clock says. */
    Path forMonth(YearMonth month, Optional<Path> last) {
        var file = folder.resolve("journal-" + month + ".jsonl");
        return last.filter(other -> other.compareTo(file) > 0).orElse(file);
    }

    Path named(String name) {
        return folder.resolve(name);
    }

    /** Gives the lines from an offset on. */
    public static void read(Path file, long offset, LineReader reader) throws IOException {
        try (var in = new FileInputStream(file.toFile())) {
            in.skipNBytes(offset);
            var chunk = new byte[CHUNK];
            var begun = new Begun();
            for (var size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                var from = 0;
                for (var end = lineEnd(chunk, from, size); end < size; end = lineEnd(chunk, from, size)) {
                    if (!reader.line(begun.end(chunk, from, end), true)) {
                        return;
                    }
                    from = end + 1;
                }
                begun.add(chunk, from, size - from);
            }
            if (begun.length > 0) {
                reader.line(begun.end(), false);
            }
        }
    }

    /**
     * Where the next line end is, or the end. A method of its own, called for every line: as a loop in its caller, which
     * is called for every file, it was two thirds of a start that reads 100,000 lines, most of it before Java had
     * compiled it well.
     */
    private static int lineEnd(byte[] chunk, int from, int size) {
        var at = from;
        while (at < size && chunk[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Gives the lines that are there now, the last one first. */
    public static void readBackwards(Path file, LineReader reader) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            // The end of the line that is looked for: of its text, without the line end.
            var end = in.length();
            var terminated = false;
            var chunk = new byte[CHUNK];
            for (var upTo = in.length(); upTo > 0;) {
                var size = (int) Math.min(CHUNK, upTo);
                var start = upTo - size;
                in.seek(start);
                in.readFully(chunk, 0, size);
                for (var at = size - 1; at >= 0; at--) {
                    if (chunk[at] == '\n') {
                        if (!give(in, start + at + 1, end, terminated, reader)) {
                            return;
                        }
                        end = start + at;
                        terminated = true;
                    }
                }
                upTo = start;
            }
            give(in, 0, end, terminated, reader);
        }
    }

    private static boolean give(RandomAccessFile in, long from, long to, boolean terminated, LineReader reader)
            throws IOException {
        var length = to - from;
        if (length == 0) {
            return true;
        }
        var bytes = new byte[(int) Math.min(length, JournalLine.LONGEST)];
        in.seek(from);
        in.readFully(bytes);
        return reader.line(new JournalLine(bytes, length), terminated);
    }

    /** Up to some bytes in front of an offset. */
    static byte[] before(Path file, long offset, int most) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(offset, most)];
            in.seek(offset - bytes.length);
            in.readFully(bytes);
            return bytes;
        }
    }

    /** Appends bytes and returns when they are on the disk. */
    public void append(Path file, byte[] bytes) throws IOException {
        var isNew = !Files.exists(file);
        if (isNew) {
            OwnerOnly.create(file);
        }
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length());
            out.write(bytes);
            out.getFD().sync();
        }
        if (isNew) {
            syncFolder();
        }
    }

    /** A new file's name is only safe once its folder is on the disk too. */
    public void syncFolder() {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders; there the file system looks after names by itself.
        }
    }

    /** A line as far as it has been read. */
    private static final class Begun {

        private ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private long length;

        void add(byte[] chunk, int from, int size) {
            kept.write(chunk, from, Math.min(size, JournalLine.LONGEST - kept.size()));
            length += size;
        }

        /** The line that a chunk ends; nearly always it is all there and copied once. */
        JournalLine end(byte[] chunk, int from, int to) {
            if (length == 0) {
                return new JournalLine(Arrays.copyOfRange(chunk, from, to));
            }
            add(chunk, from, to - from);
            return end();
        }

        JournalLine end() {
            var line = new JournalLine(kept.toByteArray(), length);
            if (kept.size() > CHUNK) {
                kept = new ByteArrayOutputStream();
            }
            kept.reset();
            length = 0;
            return line;
        }
    }
}
