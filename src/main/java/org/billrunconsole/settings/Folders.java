package org.billrunconsole.settings;

import java.nio.file.Path;
import java.util.Optional;
import net.harawata.appdirs.AppDirsFactory;

/**
 * Where the console keeps its files.
 *
 * @param config settings and layout
 * @param data   the journal
 * @param logs   log files
 */
public record Folders(Path config, Path data, Path logs) {

    private static final String NAME = "bill-run-console";

    /** The folders to use: those of the operating system, or all within the one that was asked for. */
    public static Folders of(Optional<Path> chosen) {
        return chosen.map(Folders::within).orElseGet(Folders::ofSystem);
    }

    /** Everything in one folder. */
    public static Folders within(Path folder) {
        var absolute = folder.toAbsolutePath().normalize();
        return new Folders(absolute, absolute.resolve("data"), absolute.resolve("logs"));
    }

    /** Below a file of Java's own, where nothing can be made: for a place whose name cannot even be written. */
    public static Folders nowhere() {
        return within(Path.of(System.getProperty("java.home"), "lib", "modules", "nowhere"));
    }

    /** A folder for each server's journal. */
    public Path journals() {
        return data.resolve("journal");
    }

    private static Folders ofSystem() {
        var dirs = AppDirsFactory.getInstance();
        // Empty where the library would add a version or a company's name to the path.
        return new Folders(Path.of(dirs.getUserConfigDir(NAME, null, null)),
                Path.of(dirs.getUserDataDir(NAME, null, null)), Path.of(dirs.getUserLogDir(NAME, null, null)));
    }
}
