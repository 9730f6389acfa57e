package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time write a line, of all that have the journal open on this machine. It keeps one handle of
 * its file open all the time: on POSIX systems closing any handle of a file releases every lock that the process has on
 * it. For one thread at a time.
 */
final class FolderLock implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private final Path file;
    private final Duration patience;
    private FileChannel channel;
    private @Nullable Object key;

    /** @param patience how long to wait for another process before giving up */
    FolderLock(Path file, Duration patience) throws IOException {
        this.file = file;
        this.patience = patience;
        channel = open();
    }

    <T> T holding(Journal.DiskWork<T> work) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (!isTheOneInTheFolder()) {
                // Deleted, or put back from a copy: others would lock another file.
                channel.close();
                channel = open();
            }
            // Tried again and again instead of waited for: another console that hangs must not hang this one.
            try (var held = tried()) {
                if (held != null && isTheOneInTheFolder()) {
                    return work.run();
                }
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("Another console holds the journal");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private @Nullable FileLock tried() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new IOException("The journal is open twice in this process", e);
        }
    }

    private FileChannel open() throws IOException {
        OwnerOnly.create(file);
        var opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        key = key();
        return opened;
    }

    /** Systems that give a file no key let nobody delete an open one. */
    private boolean isTheOneInTheFolder() throws IOException {
        try {
            return channel.isOpen() && Objects.equals(key, key());
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private @Nullable Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
}
