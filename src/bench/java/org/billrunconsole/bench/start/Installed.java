package org.billrunconsole.bench.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.billrunconsole.bench.NotMeasured;

/**
 * A linked program with its start cache, as it is installed.
 *
 * @param name        what it is
 * @param launcher    what starts it
 * @param arguments   with which
 * @param environment more of it
 */
public record Installed(String name, Path launcher, List<String> arguments, Map<String, String> environment) {

    private static final Path IMAGES = Path.of("target", "packaging");
    private static final String READY = "Console ready";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOKS_EVERY = Duration.ofNanos(500_000);
    private static final Duration REST = Duration.ofSeconds(3);
    private static final double KILO = 1_024;
    private static final double NANOS = 1e6;

    /**
     * One start of it.
     *
     * @param rows   from the start of the process until the first rows are laid out, as it says itself, in milliseconds
     * @param frame  until something is painted in its window, in milliseconds
     * @param memory resident, three seconds after the rows, in MB; 0 if it was not to be measured
     */
    record Start(double rows, double frame, double memory) {}

    /** This program. */
    public static Installed console() throws NotMeasured {
        return linked("Bill Run Console", "image/bill-run-console/bin/bill-run-console");
    }

    static Installed label() throws NotMeasured {
        return linked("bare label window", "yardstick/image/yardstick/bin/yardstick");
    }

    static Installed table() throws NotMeasured {
        return linked("bare table window", "yardstick/table/image/yardstick-table/bin/yardstick-table");
    }

    private static Installed linked(String name, String launcher) throws NotMeasured {
        var file = IMAGES.resolve(launcher).toAbsolutePath();
        if (!Files.isExecutable(file)) {
            throw new NotMeasured("no linked " + name + ": run \"mvn -Pinstaller -DskipTests verify\" and "
                    + "\"mvn -Pinstaller initialize exec:exec@yardstick\" first");
        }
        return new Installed(name, file, List.of(), Map.of());
    }

    /** The same on another server than its own sandbox. */
    public Installed on(String url, String token) {
        return new Installed(name, launcher, List.of("--url", url, "--read-only"),
                Map.of("BILL_RUN_CONSOLE_TOKEN", token));
    }

    /** Starts it with settings of its own and ends it. */
    Start start(BareScreen screen, Path folder, boolean withMemory) throws IOException, InterruptedException {
        awaitEmpty(screen);
        var home = Files.createTempDirectory(folder, "home");
        var said = home.resolve("said.txt");
        var builder = builder(home).redirectOutput(said.toFile());
        builder.environment().put("DISPLAY", screen.display());
        var begun = System.nanoTime();
        var process = builder.start();
        try {
            long rows = 0;
            long frame = 0;
            while (rows == 0 || frame == 0) {
                if (frame == 0 && screen.isPainted()) {
                    frame = System.nanoTime() - begun;
                }
                if (rows == 0 && Files.size(said) > 0 && Files.readString(said, StandardCharsets.UTF_8).contains(
                        READY)) {
                    rows = System.nanoTime() - begun;
                }
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IOException(name + " shows no rows, see " + said);
                }
                LockSupport.parkNanos(LOOKS_EVERY.toNanos());
            }
            return new Start(rows / NANOS, frame / NANOS, withMemory ? resident(process) : 0);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * Starts it with settings of its own.
     *
     * @param home where they are kept
     */
    public ProcessBuilder builder(Path home) {
        var command = new ArrayList<String>();
        command.add(launcher.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (var variable : List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")) {
            builder.environment().put(variable, home.toString());
        }
        builder.environment().putAll(environment);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder;
    }

    private static double resident(Process process) throws IOException, InterruptedException {
        Thread.sleep(REST);
        // The launcher is a script that becomes the program, so its process is the program's.
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))
                .stream()
                .filter(each -> each.startsWith("VmRSS:"))
                .mapToDouble(each -> Double.parseDouble(each.replaceAll("\\D", "")) / KILO)
                .findFirst()
                .orElseThrow();
    }

    /** Until the window of the start before has gone. */
    private static void awaitEmpty(BareScreen screen) {
        while (screen.isPainted()) {
            LockSupport.parkNanos(LOOKS_EVERY.toNanos());
        }
    }
}
