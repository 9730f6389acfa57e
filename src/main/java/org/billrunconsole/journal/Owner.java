package org.billrunconsole.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Shows other consoles that this one lives, by a lock that the operating system lets go of when the process ends, in
 * whatever way. Without it a second console would take an intent that is just being sent for one left by a crash.
 */
final class Owner implements AutoCloseable {

    private final UUID id = UUID.randomUUID();
    private final Path folder;
    private final RandomAccessFile handle;

    private Owner(Path folder) throws IOException {
        this.folder = folder;
        handle = new RandomAccessFile(file(folder, id).toFile(), "rw");
        handle.getChannel().lock();
    }

    static Owner in(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new Owner(folder);
    }

    UUID id() {
        return id;
    }

    /** True if a console lives, this one included. */
    boolean lives(UUID other) throws IOException {
        var file = file(folder, other);
        if (other.equals(id)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (var theirs = new RandomAccessFile(file.toFile(), "rw"); var lock = theirs.getChannel().tryLock()) {
            if (lock == null) {
                return true;
            }
        } catch (OverlappingFileLockException _) {
            return true;
        }
        Files.deleteIfExists(file);
        return false;
    }

    @Override
    public void close() throws IOException {
        handle.close();
        Files.deleteIfExists(file(folder, id));
    }

    private static Path file(Path folder, UUID id) {
        return folder.resolve(id + ".alive");
    }
}
