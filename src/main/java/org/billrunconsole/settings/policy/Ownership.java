package org.billrunconsole.settings.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;

/**
 * Whose a policy file is. Without the question one user of a computer could lay down rules for the others where the
 * folder lets everybody write, as that for all programs' data does on Windows.
 */
@FunctionalInterface
public interface Ownership {

    /**
     * True if administrators alone can have written it.
     *
     * @throws IOException if that cannot be found out
     */
    boolean isAdministrators(Path file) throws IOException;

    /** By the operating system's own record. */
    static Ownership ofSystem() {
        return isWindows() ? WindowsOwner::isAdministrators : Ownership::isRoots;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static boolean isRoots(Path file) throws IOException {
        var rights = Files.getPosixFilePermissions(file);
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"))
                && !rights.contains(PosixFilePermission.GROUP_WRITE)
                && !rights.contains(PosixFilePermission.OTHERS_WRITE);
    }
}
