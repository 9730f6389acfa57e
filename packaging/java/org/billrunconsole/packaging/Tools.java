package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /**
     * How a process ended.
     *
     * @param exit its exit code
     * @param text what it wrote, to its output and to its errors
     */
    record Output(int exit, String text) {}

    /** Runs a command whose answer is read. */
    static Output output(List<String> command) throws IOException, InterruptedException {
        return output(command, Map.of());
    }

    /** Runs a command with some variables of its environment set anew. */
    static Output output(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return output(builder);
    }

    /** Runs a command that may leave files where it runs. */
    static Output output(List<String> command, Path folder) throws IOException, InterruptedException {
        return output(new ProcessBuilder(command).directory(folder.toFile()));
    }

    private static Output output(ProcessBuilder builder) throws IOException, InterruptedException {
        builder.redirectErrorStream(true);
        var process = builder.start();
        process.getOutputStream().close();
        var text = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        return new Output(process.waitFor(), text);
    }
}
