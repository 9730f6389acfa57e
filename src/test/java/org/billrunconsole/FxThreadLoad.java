package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.ui.runlist.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Measures how long the window's thread is busy at a time with a thousand runs in progress, the table and the pane open.
 * Its name keeps it out of the suite, since it says nothing on a busy machine: {@code mvn test -Dtest=FxThreadLoad}.
 */
class FxThreadLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SAMPLES = 6_000;
    private static final int WARM_UP = 2_000;
    private static final int EVERY_MILLIS = 4;

    /** Longer than that is looked into: what the thread is doing then is counted. */
    private static final long LONG_NANOS = 8_000_000;
    private static final int TELLING_FRAMES = 6;
    private static final int WORST = 12;

    private final FxRobot robot = new FxRobot();
    private final long[] waits = new long[SAMPLES];
    private final long[] work = new long[SAMPLES];
    private final Map<String, Integer> culprits = new ConcurrentHashMap<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private volatile long asked;
    private Thread windowThread;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void theWindowsThreadWithAThousandRunsInProgress(@TempDir Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        var app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(
                options -> options.withRuns(1500).withInProgress(1000), "--config-dir", folder.toString()));
        TableView<RunRow> table = robot.lookup("#runsTable").queryTableView();
        await().atMost(PATIENCE).until(() -> app.wiring().shell().regular().countsProperty().get().complete());
        robot.interact(() -> table.getSelectionModel()
                .select(table.getItems().stream().filter(row -> Progress.of(row.run()).isActive()).findFirst()
                        .orElseThrow()));
        robot.interact(() -> windowThread = Thread.currentThread());
        try (var sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleAtFixedRate(this::sample, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            enough.await();
            sampler.shutdownNow();
        }
        print("busy at a time", waits);
        // On a machine that others use too, the thread also waits for a processor; its own work is the fairer figure.
        print("its own work in that", work);
        culprits.entrySet()
                .stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(WORST)
                .forEach(each -> System.out.printf("%5d x %s%n", each.getValue(), each.getKey()));
        var load = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("machine: %d processors, load %.1f%n", load.getAvailableProcessors(),
                load.getSystemLoadAverage());
        assertThat(taken.get()).isGreaterThanOrEqualTo(SAMPLES);
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    /** How long a piece of work has to wait for the window's thread is how long that has been busy. */
    private void sample() {
        if (!pending.compareAndSet(false, true)) {
            if (System.nanoTime() - asked > LONG_NANOS && taken.get() >= WARM_UP) {
                culprits.merge(doing(), 1, Integer::sum);
            }
            return;
        }
        asked = System.nanoTime();
        var before = threads.getThreadCpuTime(windowThread.threadId());
        Platform.runLater(() -> {
            var at = taken.getAndIncrement();
            if (at < SAMPLES) {
                waits[at] = System.nanoTime() - asked;
                work[at] = threads.getCurrentThreadCpuTime() - before;
            } else {
                enough.countDown();
            }
            pending.set(false);
        });
    }

    /** Where the window's thread is, from this program's innermost code on, else in JavaFX's own. */
    private String doing() {
        var stack = Arrays.asList(windowThread.getStackTrace());
        var ours = stack.stream().filter(frame -> frame.getClassName().startsWith("org.billrunconsole")).toList();
        return (ours.isEmpty() ? stack : ours).stream()
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                .distinct()
                .limit(TELLING_FRAMES)
                .collect(Collectors.joining(" < "));
    }

    private static void print(String what, long[] samples) {
        var steady = Arrays.copyOfRange(samples, WARM_UP, SAMPLES);
        Arrays.sort(steady);
        System.out.printf("FX thread %s, ms: median %.2f, 99 %% %.2f, 99.9 %% %.2f, most %.2f (%d samples)%n", what,
                at(steady, 0.5), at(steady, 0.99), at(steady, 0.999), at(steady, 1), steady.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
