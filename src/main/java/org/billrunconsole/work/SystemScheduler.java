package org.billrunconsole.work;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One daemon thread that keeps time and a virtual thread for each piece of work that falls due. */
public final class SystemScheduler implements Scheduler, AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("timer").factory());

    public SystemScheduler() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Cancellable after(Duration delay, Runnable work) {
        var future = timer.schedule(() -> {
            Thread.ofVirtual().name("due").start(work);
        }, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public Duration now() {
        return MonotonicClock.system().now();
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
