package org.billrunconsole.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tests whether files can be written in a folder by writing one: missing rights, read-only disks and full disks show in
 * no other way.
 */
public final class WritableFolder {

    /** More than a file system keeps beside a file's name. */
    private static final byte[] SOME = new byte[8192];

    private WritableFolder() {}

    /**
     * What keeps files from being written there; empty if nothing does. Makes the folder, and blocks on the disk.
     */
    public static Optional<IOException> trouble(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "try", ".tmp");
            try {
                Files.write(file, SOME);
            } finally {
                Files.deleteIfExists(file);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }
}
