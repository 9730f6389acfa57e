package org.billrunconsole.bench.window;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when the machine gives this program no processor: a thread that needs nothing and nobody gets its turn late.
 * What another thread seemed to do at such a time it did not do.
 */
final class Standstill implements AutoCloseable {

    private static final Duration BEAT = Duration.ofNanos(500_000);
    private static final Duration LATE = Duration.ofMillis(2);

    /** Both in {@link System#nanoTime()}. */
    private record Gap(long from, long until) {}

    private final Queue<Gap> gaps = new ConcurrentLinkedQueue<>();
    private final Thread witness = Thread.ofPlatform().daemon().name("standstill").start(this::watch);

    private void watch() {
        var last = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(BEAT.toNanos());
            var now = System.nanoTime();
            if (now - last > LATE.toNanos()) {
                gaps.add(new Gap(last + BEAT.toNanos(), now));
            }
            last = now;
        }
    }

    /** How many nanoseconds of a stretch of {@link System#nanoTime()} the machine stood still. */
    long within(long from, long until) {
        return gaps.stream().mapToLong(gap -> Math.max(0, Math.min(gap.until, until) - Math.max(gap.from, from))).sum();
    }

    @Override
    public void close() {
        witness.interrupt();
    }
}
