package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Proof that a packed program starts from the start cache. One that cannot be used is passed over without a word, and
 * the program starts in three times the time.
 */
final class StartCache {

    /** An error where the cache cannot be used, as on a machine whose memory is large: its heap is addressed otherwise. */
    static final String OPTIONS = "-XX:AOTMode=on -XX:MaxRAM=256g";

    private static final long MINUTES = 3;

    private StartCache() {}

    /**
     * Starts the program so that a cache that cannot be used is an error.
     *
     * @param launcher  the packed program
     * @param arguments those with which it ends at once
     */
    static void prove(Path launcher, List<String> arguments) throws IOException, InterruptedException {
        var said = Files.createTempFile("start", ".txt");
        try {
            var command = Stream.concat(Stream.of(launcher.toString()), arguments.stream()).toList();
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("JAVA_TOOL_OPTIONS", OPTIONS);
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new Complaint(launcher + " did not end within " + MINUTES + " minutes of its start");
            }
            if (process.exitValue() != 0) {
                throw new Complaint(launcher + " does not start from its start cache (exit " + process.exitValue()
                        + "): " + Files.readString(said, Charset.defaultCharset()));
            }
        } finally {
            Files.delete(said);
        }
        System.out.println("Starts from its start cache: " + launcher);
    }
}
