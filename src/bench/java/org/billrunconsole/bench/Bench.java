package org.billrunconsole.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a measurement works and tells how it gets on. */
public final class Bench {

    private final Path folder;

    Bench(Path folder) {
        this.folder = folder;
    }

    /** For its files, empty at first; stays after it, to be looked at. */
    public Path folder() {
        return folder;
    }

    /** A folder in {@link #folder()}, there. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where what is the same for all measurements and runs is kept, such as what was fetched or generated; there. */
    public Path kept(String name) {
        try {
            return Files.createDirectories(Benchmarks.OUT.resolve("kept").resolve(name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for whoever looks at the log while it runs. */
    public void say(String line) {
        System.out.println(line);
    }
}
