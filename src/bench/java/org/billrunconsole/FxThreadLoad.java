package org.billrunconsole;

import static org.awaitility.Awaitility.await;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.testkit.SandboxProcess;
import org.billrunconsole.ui.runlist.RunRow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Measures how long the window's thread is busy at a time with a thousand runs in progress, the table and the pane open.
 * Says nothing on a busy machine. Run by {@code .ci/bench FxThreadLoad}.
 */
final class FxThreadLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SAMPLES = 40_000;
    private static final int WARM_UP = 10_000;
    private static final int EVERY_MILLIS = 1;
    private static final int TELLING_FRAMES = 6;
    private static final int WORST = 5;
    private static final int FRAME_MILLIS = 16;
    private static final int MOST_SEEN = 12;
    private static final double MILLI = 1e6;

    /** The thread's queue with nothing in it. */
    private static final Pattern IDLE = Pattern.compile("park < .*ConditionObject\\.await|^GtkApplication\\._runLoop");

    /**
     * A piece of work asked of the window's thread.
     *
     * @param over      when it was done, in milliseconds of the virtual machine's life, as its own logs count
     * @param from      when it was asked, as {@link System#nanoTime()} counts
     * @param until     when the thread came to it
     * @param work      how much of that the thread was in a processor
     * @param collected how much of that garbage was collected
     * @param stood     how much of that the whole program stood still, the collector's share included
     * @param seen      what the thread was seen doing, once a millisecond; nothing when it was idle
     */
    private record Piece(long over, long from, long until, long work, long collected, long stood, List<String> seen) {

        /** How long it waited for the thread, for whatever reason. */
        long waited() {
            return until - from;
        }

        /**
         * How long the thread was busy with something else: in a processor, or seen at work or held up by a lock. The
         * rest of the wait it was idle and not woken, or the machine gave the whole program no processor.
         */
        long busy() {
            var looks = TimeUnit.MILLISECONDS.toNanos((long) seen.size() * EVERY_MILLIS);
            // A sampler that was held up itself makes up for it with looks in quick succession.
            return Math.max(work, Math.min(looks, waited()));
        }

        /** Asked for afterwards: who notices a standstill has to be given a processor again first. */
        Piece judged(Standstill machine) {
            return new Piece(over, from, until, work, collected, machine.within(from, until), seen);
        }

        /** What of it is the thread's own doing: a processor that stands still counts its time as work too. */
        long own() {
            return Math.max(0, busy() - stood);
        }
    }

    private final FxRobot robot = new FxRobot();
    private final Piece[] pieces = new Piece[SAMPLES];
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // Asked for once: looking must not make the garbage that it looks at.
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final RuntimeMXBean life = ManagementFactory.getRuntimeMXBean();
    private volatile long asked;
    private volatile List<String> seen = List.of();
    private Thread windowThread;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final CountDownLatch enough = new CountDownLatch(1);

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("fx-thread-load");
        // In a process of its own, since no server works inside the console.
        try (var server = SandboxProcess.start(folder, "--runs", "1500", "--in-progress", "1000")) {
            new FxThreadLoad().measure(server, folder);
        }
        // Threads of the toolkit may be left.
        System.exit(0);
    }

    private void measure(SandboxProcess server, Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        var app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(
                PlatformServices.real().withScreen(1440, 900)
                        .withDesktop(DesktopNotices.none())
                        .withEnvironment(_ -> Optional.of(server.token())),
                "--url", server.baseUri().toString(),
                "--config-dir", folder.toString()));
        TableView<RunRow> table = robot.lookup("#runsTable").queryTableView();
        await().atMost(PATIENCE).until(() -> app.wiring().shell().regular().countsProperty().get().complete());
        robot.interact(() -> table.getSelectionModel()
                .select(table.getItems().stream().filter(row -> Progress.of(row.run()).isActive()).findFirst()
                        .orElseThrow()));
        robot.interact(() -> windowThread = Thread.currentThread());
        List<Piece> steady;
        try (var sampler = Executors.newSingleThreadScheduledExecutor(); var machine = new Standstill()) {
            sampler.scheduleAtFixedRate(this::sample, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            enough.await();
            sampler.shutdownNow();
            steady = Arrays.stream(pieces).skip(WARM_UP).map(piece -> piece.judged(machine)).toList();
        }
        print("is busy of itself at a time", steady, Piece::own);
        print("is busy at a time", steady, Piece::busy);
        print("works at a time", steady, Piece::work);
        print("is waited for", steady, Piece::waited);
        print("is held up by the collector", steady, Piece::collected);
        var worst = steady.stream().sorted(Comparator.comparingLong(Piece::busy).reversed()).toList();
        worst.subList(0, WORST).forEach(FxThreadLoad::print);
        worst.stream().skip(WORST).filter(piece -> piece.busy() / MILLI > FRAME_MILLIS).forEach(FxThreadLoad::print);
        var load = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("machine: %d processors, load %.1f%n", load.getAvailableProcessors(),
                load.getSystemLoadAverage());
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    /** How long a piece of work has to wait for the window's thread is how long that has been busy. */
    private void sample() {
        if (!pending.compareAndSet(false, true)) {
            var now = doing();
            if (!IDLE.matcher(now).find()) {
                var longer = new ArrayList<>(seen);
                longer.add(now);
                seen = List.copyOf(longer);
            }
            return;
        }
        seen = List.of();
        asked = System.nanoTime();
        var before = threads.getThreadCpuTime(windowThread.threadId());
        var collectedBefore = collected();
        Platform.runLater(() -> {
            var now = System.nanoTime();
            var at = taken.getAndIncrement();
            if (at < SAMPLES) {
                pieces[at] = new Piece(life.getUptime(), asked, now,
                        threads.getCurrentThreadCpuTime() - before,
                        collected() - collectedBefore, 0, seen);
            } else {
                enough.countDown();
            }
            pending.set(false);
        });
    }

    /** Nanoseconds that the virtual machine has stood still so far to collect garbage. */
    private long collected() {
        var millis = 0L;
        for (var each : collectors) {
            millis += each.getCollectionTime();
        }
        return TimeUnit.MILLISECONDS.toNanos(millis);
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

    private static void print(String what, List<Piece> steady, ToLongFunction<Piece> figure) {
        var sorted = steady.stream().mapToLong(figure).sorted().toArray();
        System.out.printf("the window's thread %s, ms: median %.2f, 99 %% %.2f, 99.9 %% %.2f, most %.2f (%d samples)%n",
                what,
                at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1), sorted.length);
    }

    private static void print(Piece piece) {
        System.out.printf(
                "%6.2f ms busy, %.2f of work, waited for %.2f, %.0f of collecting, %.2f of standing still, over at %.3f s:%n",
                piece.busy() / MILLI, piece.work / MILLI, piece.waited() / MILLI, piece.collected / MILLI,
                piece.stood / MILLI, piece.over / 1e3);
        piece.seen.stream().limit(MOST_SEEN).forEach(each -> System.out.println("          " + each));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / MILLI;
    }
}
