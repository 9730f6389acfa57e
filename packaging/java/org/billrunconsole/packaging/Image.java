package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One runtime with the program, its libraries and JavaFX linked in. With modules outside of it the start cache would be
 * refused as soon as the folder moves, and an installer is nothing but a move.
 *
 * @param folder the runtime
 */
record Image(Path folder) {

    static Image link(OperatingSystem system, List<String> modules, Path modulePath, Path folder) throws IOException {
        Folders.delete(folder);
        Tools.jdk("jlink", arguments(system, modules, modulePath, folder));
        return new Image(folder);
    }

    static List<String> arguments(OperatingSystem system, List<String> modules, Path modulePath, Path folder) {
        var arguments = new ArrayList<>(List.of(
                "--module-path", modulePath.toString(),
                "--add-modules", String.join(",", modules),
                "--output", folder.toString(),
                // Left uncompressed, it is read faster, and packed whole by the installer it comes out a third smaller
                // than compressed class by class: 47 MB for 72 MB.
                "--compress", "zip-0",
                "--no-header-files",
                "--no-man-pages",
                // One library's jar is signed. Maven has checked what it fetched, and no signature outlives linking.
                "--ignore-signing-information"));
        if (system == OperatingSystem.LINUX) {
            arguments.addAll(List.of("--strip-native-debug-symbols", "exclude-debuginfo-files"));
        }
        return arguments;
    }

    Path java(OperatingSystem system) {
        return folder.resolve("bin").resolve(system.executable("java"));
    }

    /** Where its native libraries lie. */
    Path libraries(OperatingSystem system) {
        return folder.resolve(system.libraries());
    }

    /**
     * Takes the names of functions out of the libraries, which nothing reads at run time, and jlink leaves in. Not out of
     * the virtual machine: the report of its crash names them.
     */
    void stripNames() throws IOException, InterruptedException {
        try (var tree = Files.walk(folder)) {
            for (var file : (Iterable<Path>) tree.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("libjvm.so"))
                    .filter(file -> file.toString().endsWith(".so") || Files.isExecutable(file))::iterator) {
                Tools.run(List.of("strip", "--strip-unneeded", file.toString()));
            }
        }
    }

    /** Leaves of the commands what the launcher needs: nothing but on Linux, where it is a script. */
    void removeCommands(OperatingSystem system) throws IOException {
        var bin = folder.resolve("bin");
        try (var files = Files.newDirectoryStream(bin, system == OperatingSystem.WINDOWS ? "*.exe" : "*")) {
            for (var file : files) {
                if (system != OperatingSystem.LINUX || !file.equals(java(system))) {
                    Files.delete(file);
                }
            }
        }
        if (system == OperatingSystem.MACOS) {
            Files.delete(bin);
        }
    }
}
