package org.billrunconsole.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A journal's files seen from outside, without the journal's own code. */
final class JournalFolder {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    JournalFolder(Path folder) {
        this.folder = folder;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    /** Bytes in all files together. */
    long size() {
        try {
            var size = 0L;
            for (var file : files()) {
                size += Files.size(file);
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes bytes off the end of the last file. */
    void cut(long bytes) {
        try (var file = new RandomAccessFile(files().getLast().toFile(), "rw")) {
            file.setLength(file.length() - bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every line that is JSON. */
    List<JsonNode> lines() {
        try {
            var lines = new ArrayList<JsonNode>();
            for (var file : files()) {
                for (var line : Files.readAllLines(file)) {
                    parse(line, lines);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void parse(String line, List<JsonNode> lines) {
        try {
            var json = JSON.readTree(line);
            if (json.isObject()) {
                lines.add(json);
            }
        } catch (IOException _) {
            // A torn line; the test that tore it knows.
        }
    }
}
