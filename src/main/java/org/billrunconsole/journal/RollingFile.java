package org.billrunconsole.journal;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends lines to a file of limited size: a full one becomes the older generation, and the one before that is deleted.
 * The file is opened for each append, so that two consoles can share it and Windows lets it be renamed.
 */
public final class RollingFile {

    private final Path current;
    private final Path older;
    private final long limit;

    /**
     * @param name  of its files, without an ending
     * @param limit bytes in one generation; there are two
     */
    public RollingFile(Path folder, String name, long limit) {
        this.current = folder.resolve(name + ".jsonl");
        this.older = folder.resolve(name + "-older.jsonl");
        this.limit = limit;
    }

    /** Writes lines; a line is not broken by another console that writes at the same time. */
    public void append(List<String> lines) throws IOException {
        if (Files.exists(current) && Files.size(current) > limit) {
            Files.move(current, older, StandardCopyOption.REPLACE_EXISTING);
        }
        var text = new StringBuilder();
        if (isTorn()) {
            // A console that was killed while writing left half a line; the next one must not be part of it.
            text.append('\n');
        }
        lines.forEach(line -> text.append(line).append('\n'));
        if (!Files.exists(current)) {
            OwnerOnly.create(current);
        }
        // A stream, not a channel: cancelling a task interrupts its thread, which would close a channel midway.
        try (var out = new FileOutputStream(current.toFile(), true)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Gives every line of both generations, oldest first. */
    public void read(Consumer<String> lines) throws IOException {
        for (var file : List.of(older, current)) {
            if (Files.exists(file)) {
                // Bytes that are no UTF-8 become signs that are no JSON; only their own line is lost.
                try (var in = new BufferedReader(
                        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
                    in.lines().forEach(lines);
                }
            }
        }
    }

    private boolean isTorn() throws IOException {
        if (!Files.exists(current) || Files.size(current) == 0) {
            return false;
        }
        try (var in = new RandomAccessFile(current.toFile(), "r")) {
            in.seek(in.length() - 1);
            return in.read() != '\n';
        }
    }
}
