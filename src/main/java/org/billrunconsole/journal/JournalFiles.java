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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of one journal, one a month. Streams and {@link RandomAccessFile} rather than channels: an interrupt, which
 * is how a task is cancelled, closes a channel in the middle of its work.
 */
final class JournalFiles {

    private static final int CHUNK = 1 << 16;
    private static final Pattern NAME = Pattern.compile("journal-\\d{4}-\\d{2}\\.jsonl");

    /** Takes the lines of a file. */
    @FunctionalInterface
    interface LineReader {

        /**
         * @param terminated false only for a last line without its line end
         * @return false to read no further
         */
        boolean line(Line line, boolean terminated);
    }

    private final Path folder;

    JournalFiles(Path folder) {
        this.folder = folder;
    }

    /** All of them, oldest first. */
    List<Path> all() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    /** Where to write in a month: never an earlier file than the last one, whatever the clock says. */
    Path forMonth(YearMonth month, Optional<Path> last) {
        var file = folder.resolve("journal-" + month + ".jsonl");
        return last.filter(other -> other.compareTo(file) > 0).orElse(file);
    }

    /** Gives the lines from an offset on. */
    static void read(Path file, long offset, LineReader reader) throws IOException {
        try (var in = new FileInputStream(file.toFile())) {
            in.skipNBytes(offset);
            var chunk = new byte[CHUNK];
            var begun = new ByteArrayOutputStream();
            for (var size = in.read(chunk); size >= 0; size = in.read(chunk)) {
                var from = 0;
                for (var at = 0; at < size; at++) {
                    if (chunk[at] == '\n') {
                        begun.write(chunk, from, at - from);
                        if (!reader.line(new Line(begun.toByteArray()), true)) {
                            return;
                        }
                        begun.reset();
                        from = at + 1;
                    }
                }
                begun.write(chunk, from, size - from);
            }
            if (begun.size() > 0) {
                reader.line(new Line(begun.toByteArray()), false);
            }
        }
    }

    /** Appends bytes and returns when they are on the disk. */
    void append(Path file, byte[] bytes) throws IOException {
        var isNew = !Files.exists(file);
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
    private void syncFolder() {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders; there the file system looks after names by itself.
        }
    }
}
