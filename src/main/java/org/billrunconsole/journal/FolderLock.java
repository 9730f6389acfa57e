package org.billrunconsole.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets one console at a time write a line, among all that have the journal open on this machine. */
final class FolderLock {

    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private final Path file;
    private final Duration patience;

    /** @param patience how long to wait for another console before giving up */
    FolderLock(Path file, Duration patience) {
        this.file = file;
        this.patience = patience;
    }

    /** Work to do while nobody else writes. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T holding(Work<T> work) throws IOException {
        var deadline = System.nanoTime() + patience.toNanos();
        try (var handle = new RandomAccessFile(file.toFile(), "rw"); var channel = handle.getChannel()) {
            while (true) {
                // Tried again and again instead of waited for: another console that hangs must not hang this one.
                try (var held = channel.tryLock()) {
                    if (held != null) {
                        return work.run();
                    }
                } catch (OverlappingFileLockException _) {
                    // The other console runs in this very process.
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException("Another console holds the journal");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
