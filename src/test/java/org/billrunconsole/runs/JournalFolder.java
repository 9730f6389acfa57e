package org.billrunconsole.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

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

    /** Leaves what a console leaves that is killed while it writes a line: the beginning of one. */
    void tear(RandomGenerator random) {
        try {
            var files = files();
            var text = files.isEmpty() ? "" : Files.readString(files.getLast());
            var line = text.stripTrailing();
            var last = line.substring(line.lastIndexOf('\n') + 1);
            var whole = last.length() < 2 ? "{\"kind\":\"intent\"" : last;
            var file = files.isEmpty() ? folder.resolve("journal-2026-11.jsonl") : files.getLast();
            // As the journal does: after what an earlier crash left it begins a line of its own.
            var apart = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
            Files.writeString(file, apart + whole.substring(0, random.nextInt(1, whole.length())),
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
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
