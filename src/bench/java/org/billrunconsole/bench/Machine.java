package org.billrunconsole.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The machine that is measured on, and whether anything else runs on it. */
final class Machine {

    private static final Duration LOOK = Duration.ofSeconds(2);
    /** So long the build that has just ended may still make itself felt. */
    private static final int MOST_LOOKS = 15;
    private static final double QUIET = 0.05;
    private static final long GIB = 1L << 30;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** What is measured on, in a line. */
    String words() {
        return String.format(Locale.ROOT, "%s, %s, %d cores, %d GB, %s %s, Java %s", LocalDate.now(), processor(),
                Runtime.getRuntime().availableProcessors(), Math.round((double) system.getTotalMemorySize() / GIB),
                System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("java.version"));
    }

    /** Waits a little for the machine to be quiet and says whether it is. */
    String load() throws InterruptedException {
        var busy = busy();
        for (int i = 1; i < MOST_LOOKS && busy > QUIET; i++) {
            busy = busy();
        }
        return String.format(Locale.ROOT,
                "%s: before the first measurement %.0f %% of the processors were busy over %d s, "
                        + "load average %.2f",
                busy > QUIET ? "NOT QUIET" : "quiet", 100 * busy, LOOK.toSeconds(),
                system.getSystemLoadAverage());
    }

    private double busy() throws InterruptedException {
        system.getCpuLoad();
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        return system.getCpuLoad();
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
