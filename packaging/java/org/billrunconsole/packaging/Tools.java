package org.billrunconsole.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Runs what others wrote: the tools of the JDK in this process, everything else as a process of its own. */
final class Tools {

    private Tools() {}

    /** The JDK's own tool of that name, of the very JDK this runs on. */
    static void jdk(String name, List<String> arguments) {
        var tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new Complaint("This Java has no " + name + ": a whole JDK is needed"));
        if (tool.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new Complaint(name + " failed: see above. Its arguments were " + arguments);
        }
    }

    static void run(List<String> command) throws IOException, InterruptedException {
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new Complaint(command.getFirst() + " ended with " + exit + ": see above");
        }
    }

    /** Whether a program is on the path, or on Linux a shared library where the system keeps them. */
    static boolean isPresent(OperatingSystem system, String name) {
        if (name.contains(".so.")) {
            return List
                    .of("/usr/lib", "/usr/lib64", "/usr/lib/" + System.getProperty("os.arch").replace("amd64", "x86_64")
                            + "-linux-gnu")
                    .stream().anyMatch(folder -> Files.exists(Path.of(folder, name)));
        }
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, system.executable(name))));
    }
}
