package org.billrunconsole.settings.policy;

import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import com.sun.jna.platform.win32.Win32Exception;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the computer's policy lies. No argument and no variable of the environment leads elsewhere: whoever starts the
 * console could set them.
 */
public final class PolicyPlace {

    private static final String FOLDER = "bill-run-console";
    private static final String FILE = "policy.json";

    private final Supplier<Path> file;
    private final Ownership ownership;

    private PolicyPlace(Supplier<Path> file, Ownership ownership) {
        this.file = file;
        this.ownership = ownership;
    }

    /** The operating system's place for what holds for everybody. */
    public static PolicyPlace ofSystem() {
        return new PolicyPlace(() -> ofSystem(System.getProperty("os.name"), () -> Path.of(
                Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_ProgramData))), Ownership.ofSystem());
    }

    /** A file of a test. */
    public static PolicyPlace at(Path file, Ownership ownership) {
        return new PolicyPlace(() -> file, ownership);
    }

    /** @param programData asked on Windows only; its variable of the same name may have been set by anybody */
    static Path ofSystem(String system, Supplier<Path> programData) {
        var name = system.toLowerCase(Locale.ROOT);
        var folder = name.startsWith("windows") ? programData.get()
                : Path.of(name.startsWith("mac") ? "/Library/Application Support" : "/etc");
        return folder.resolve(FOLDER).resolve(FILE);
    }

    /** Reads it, or says what is wrong with it; blocks on the disk and never throws. */
    public MachinePolicy read() {
        Path found;
        try {
            found = file.get();
        } catch (Win32Exception | LinkageError _) {
            return new MachinePolicy.Broken(new PolicyFault(Path.of("%ProgramData%", FOLDER, FILE), Optional.empty(),
                    "", PolicyFault.Expected.READABLE_FILE));
        }
        return PolicyReader.read(found, ownership);
    }
}
