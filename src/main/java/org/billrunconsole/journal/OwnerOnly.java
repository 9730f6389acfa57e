package org.billrunconsole.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files and folders that only their owner may read: runs, money and names of customers stand in them. By permissions
 * where the file system has them, else by an access control list, as on Windows; a file system with neither is left
 * alone. A failure to close a file to others stops nothing.
 */
public final class OwnerOnly {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Makes a folder, with those above it, that only the owner can look into. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        close(folder);
    }

    /** Makes an empty file, unless it is there. */
    public static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException _) {
            // Another console was faster.
        }
        close(file);
    }

    /** Closes a folder and what lies in it now to everybody else; files of older versions were open. */
    public static void mend(Path folder) {
        try (var all = Files.walk(folder)) {
            all.forEach(OwnerOnly::close);
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be closed to others: {}", folder.getFileName(), e.getClass().getSimpleName());
        }
    }

    /** Closes a file or a folder, not what lies in it, to everybody else. */
    static void close(Path path) {
        try {
            var folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            var permissions = Files.getFileAttributeView(path, PosixFileAttributeView.class,
                    LinkOption.NOFOLLOW_LINKS);
            var list = Files.getFileAttributeView(path, AclFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (Files.isSymbolicLink(path)) {
                return;
            }
            if (permissions != null) {
                var wanted = folder ? FOLDER : FILE;
                if (!permissions.readAttributes().permissions().equals(wanted)) {
                    permissions.setPermissions(wanted);
                }
            } else if (list != null) {
                close(list, folder);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be closed to others: {}", path.getFileName(), e.getClass().getSimpleName());
        }
    }

    /** Everything to the owner, and so nothing to anybody else; what is made in a folder later inherits it. */
    static void close(AclFileAttributeView list, boolean folder) throws IOException {
        var entry = AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(list.getOwner())
                .setPermissions(EnumSet.allOf(AclEntryPermission.class));
        if (folder) {
            entry.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
        }
        var wanted = List.of(entry.build());
        if (!list.getAcl().equals(wanted)) {
            list.setAcl(wanted);
        }
    }
}
