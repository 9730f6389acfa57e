package org.billrunconsole.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.billrunconsole.bench.NotMeasured;

/** How much memory processes have, each page that several share counted in shares (the system's proportional set size). */
final class Memory {

    private static final double KIB_IN_MB = 1024.0;

    private Memory() {}

    /**
     * Of a process and all that it has started, in MB.
     *
     * @throws NotMeasured where the system does not tell
     */
    static double of(ProcessHandle process) throws IOException, NotMeasured {
        var sum = 0.0;
        for (var each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += of(Path.of("/proc", Long.toString(each.pid()), "smaps_rollup"));
        }
        return sum;
    }

    private static double of(Path file) throws IOException, NotMeasured {
        if (!Files.exists(file)) {
            throw new NotMeasured("this system does not tell shares of memory (Linux does, in " + file + ")");
        }
        return Files.readAllLines(file)
                .stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum() / KIB_IN_MB;
    }
}
