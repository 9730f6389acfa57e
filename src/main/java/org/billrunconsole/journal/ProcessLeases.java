package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells which consoles that have a journal open are still running: each one locks a file of its own, and the operating
 * system releases that lock when the process ends, in whatever way. Without it a second console would take an intent
 * that is just being sent for one left by a crash. Consoles of this process are known without opening their files,
 * which would release their locks.
 */
final class ProcessLeases implements AutoCloseable {

    private final Path folder;
    private final Map<UUID, FileChannel> ours = new HashMap<>();

    ProcessLeases(Path folder) throws IOException {
        this.folder = folder;
        OwnerOnly.folder(folder);
    }

    /** Takes a lease for one more console in this process. */
    synchronized UUID add() throws IOException {
        var id = UUID.randomUUID();
        OwnerOnly.create(file(id));
        var channel = FileChannel.open(file(id), StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            throw new IOException("A new file is locked by somebody else");
        }
        ours.put(id, channel);
        return id;
    }

    synchronized void remove(UUID id) throws IOException {
        var channel = ours.remove(id);
        if (channel != null) {
            channel.close();
            Files.deleteIfExists(file(id));
        }
    }

    /** True if the console that holds a lease is running, in this process or another. */
    synchronized boolean lives(UUID id) throws IOException {
        if (ours.containsKey(id)) {
            return true;
        }
        // Shared, so that two consoles that look at the same time do not take each other for the one that is gone.
        try (var theirs = FileChannel.open(file(id), StandardOpenOption.READ);
                var lock = theirs.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock == null) {
                return true;
            }
        } catch (NoSuchFileException _) {
            return false;
        } catch (OverlappingFileLockException _) {
            return true;
        }
        Files.deleteIfExists(file(id));
        return false;
    }

    @Override
    public synchronized void close() throws IOException {
        for (var id : List.copyOf(ours.keySet())) {
            remove(id);
        }
    }

    private Path file(UUID id) {
        return folder.resolve(id + ".alive");
    }
}
