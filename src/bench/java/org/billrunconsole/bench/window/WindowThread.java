package org.billrunconsole.bench.window;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.testfx.api.FxToolkit;

/**
 * Records the pieces of the window's thread: once a millisecond it puts an entry of its own into the thread's queue, and
 * what lies between two of them is a piece. Entries of the toolkit that were queued within the same millisecond count
 * as one piece, since a key would have to wait for all of them. What is shorter than a glance is left out.
 */
public final class WindowThread implements AutoCloseable {

    private static final long EVERY_NANOS = 1_000_000;
    /** A stack is looked at only where a piece has become long: looking costs time. */
    private static final long LONG_NANOS = 2_500_000;
    /** About what an empty pulse and our own entry cost. */
    private static final long GLANCE_NANOS = 150_000;
    /** Where the thread waits for something to do, and has not been woken yet: a busy machine's doing. */
    private static final String IDLE = "GtkApplication._runLoop";
    private static final int MOST_FRAMES = 9;
    private static final int INNERMOST = 2;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // Asked for once: looking must not make the garbage that it looks at.
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("window-thread-clock").factory());
    private final Standstill machine = new Standstill();
    private final AtomicReference<List<String>> seen = new AtomicReference<>(List.of());
    private final AtomicLong idled = new AtomicLong();
    private final List<Piece> pieces = new ArrayList<>();

    private volatile Thread window;
    private volatile long looked;
    // On the window's thread.
    private long worked;
    private long collected;

    /** Begins to record, with the toolkit begun if need be; not on the window's thread. */
    public WindowThread() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> {
            window = Thread.currentThread();
            worked = threads.getCurrentThreadCpuTime();
            collected = collected();
            looked = System.nanoTime();
            clock.scheduleAtFixedRate(this::ask, 0, EVERY_NANOS, TimeUnit.NANOSECONDS);
        });
    }

    private void ask() {
        var asked = System.nanoTime();
        Platform.runLater(() -> look(asked));
        if (asked - looked > LONG_NANOS) {
            var doing = doing();
            if (doing.startsWith(IDLE)) {
                idled.addAndGet(EVERY_NANOS);
            } else {
                seen.updateAndGet(before -> Stream.concat(before.stream(), Stream.of(doing)).toList());
            }
        }
    }

    private void look(long asked) {
        var now = System.nanoTime();
        var work = threads.getCurrentThreadCpuTime();
        var collecting = collected();
        // An entry that was asked for before the last look has waited in a thread that was never idle.
        var from = Math.max(asked, looked);
        var idle = idled.getAndSet(0);
        var was = seen.getAndSet(List.of());
        if (now - from > GLANCE_NANOS || work - worked > GLANCE_NANOS) {
            keep(new Piece(Math.min(from + idle, now - (work - worked)), now, work - worked, collecting - collected,
                    was));
        }
        worked = work;
        collected = collecting;
        looked = now;
    }

    private void keep(Piece piece) {
        synchronized (pieces) {
            pieces.add(piece);
        }
    }

    /** Pieces that were not over before a moment nor began after another, both as {@link System#nanoTime()} counts. */
    public List<Piece> between(long from, long until) {
        List<Piece> found;
        synchronized (pieces) {
            found = pieces.stream().filter(piece -> piece.overlaps(from, until)).toList();
        }
        return found.stream().map(this::judged).toList();
    }

    /** Forgets what was recorded. */
    public void forget() {
        synchronized (pieces) {
            pieces.clear();
        }
    }

    /** Waits until the thread has had nothing to do but small things for a while. */
    public void awaitQuiet(Duration quiet, Duration small, Duration patience) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var since = System.nanoTime();
        while (System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
            var now = System.nanoTime();
            var from = since;
            // Busy until now: the piece is known only once it is over.
            if (now - looked > small.toNanos() + EVERY_NANOS * 2
                    || between(from, now).stream().anyMatch(piece -> piece.length().compareTo(small) > 0)) {
                since = now;
            } else if (now - since > quiet.toNanos()) {
                return;
            }
        }
    }

    /** Asked for afterwards: who notices a standstill has to be given a processor again first. */
    private Piece judged(Piece piece) {
        var stood = Math.max(0, machine.within(piece.from(), piece.until()) - piece.stood());
        return new Piece(piece.from(), piece.until(), piece.work(), stood, piece.seen());
    }

    /** Nanoseconds that the virtual machine has stood still so far to collect garbage. */
    private long collected() {
        var millis = 0L;
        for (var each : collectors) {
            millis += each.getCollectionTime();
        }
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** Where the window's thread is: its innermost calls, and this program's that led there. */
    private String doing() {
        var stack = Arrays.asList(window.getStackTrace());
        var ours = stack.stream().filter(frame -> frame.getClassName().startsWith("org.billrunconsole"));
        var innermost = stack.stream().limit(INNERMOST);
        var ways = stack.stream().filter(WindowThread::tells);
        return Stream.of(innermost, ours, ways)
                .flatMap(frames -> frames)
                .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
                .distinct()
                .limit(MOST_FRAMES)
                .collect(Collectors.joining(" < "));
    }

    /** Parts of the toolkit by which one sees which phase of a pulse it is in. */
    private static boolean tells(StackTraceElement frame) {
        var name = frame.getClassName();
        return name.endsWith("Scene$ScenePulseListener") || name.endsWith("VirtualFlow")
                || name.endsWith("TableRowSkinBase")
                || name.endsWith("TableView") || name.endsWith("Scene");
    }

    @Override
    public void close() {
        clock.shutdownNow();
        machine.close();
    }
}
