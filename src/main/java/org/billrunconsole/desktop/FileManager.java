package org.billrunconsole.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The operating system's own program in which people look at files. */
public final class FileManager {

    private FileManager() {}

    /**
     * Opens the folder of a file, and has the file chosen in it where the system can; returns before anybody sees it.
     *
     * @throws IOException if there is no such program
     */
    public static void show(Path file) throws IOException {
        new ProcessBuilder(command(System.getProperty("os.name"), file.toAbsolutePath()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .getOutputStream()
                .close();
    }

    static List<String> command(String system, Path file) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return List.of("/usr/bin/open", "-R", file.toString());
        }
        // Explorer finds the program's own folder by itself; a folder's name cannot be taken for an option.
        return name.startsWith("windows")
                ? List.of("explorer.exe", "/select,", file.toString())
                : List.of("xdg-open", String.valueOf(file.getParent()));
    }
}
