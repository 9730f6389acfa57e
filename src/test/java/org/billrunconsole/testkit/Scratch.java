package org.billrunconsole.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders for tests that force thousands of lines to the disk: in memory where the system has such a place. */
public final class Scratch {

    private static final Path MEMORY = Path.of("/dev/shm");

    private Scratch() {}

    public static Path folder(String name) {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, name)
                    : Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
