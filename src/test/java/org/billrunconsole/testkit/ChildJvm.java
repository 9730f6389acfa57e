package org.billrunconsole.testkit;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process that a test starts, with the classes the test itself runs on. */
public final class ChildJvm {

    private ChildJvm() {}

    /**
     * The command for a class with a {@code main}.
     *
     * @param log a log of its own: it would begin the suite's anew, which {@code LogScanTest} reads
     */
    public static ProcessBuilder of(Class<?> main, Path log, String... arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsuite.log=" + log, "-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The build patches the tests into the module, so that their folder stands on no path. */
    private static String classPath() {
        return String.join(File.pathSeparator, System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""), "target/classes", "target/test-classes");
    }
}
