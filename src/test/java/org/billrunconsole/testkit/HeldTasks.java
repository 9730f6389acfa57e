package org.billrunconsole.testkit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;

/** Holds the work back until a test lets it be done, on the test's thread: what is between asking and answer is seen. */
public final class HeldTasks implements TaskRunner {

    private final Queue<Runnable> held = new ArrayDeque<>();
    private final AtomicInteger unfinished = new AtomicInteger();
    private final TaskRunner runner;

    public HeldTasks() {
        this(new InlineTasks());
    }

    /** @param runner does what is let go; with one that works elsewhere, wait until nothing is {@link #unfinished} */
    public HeldTasks(TaskRunner runner) {
        this.runner = runner;
    }

    @Override
    public <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done,
            Consumer<? super Exception> failed) {
        Runnable task = () -> {
            unfinished.incrementAndGet();
            runner.run(name, work, result -> {
                done.accept(result);
                unfinished.decrementAndGet();
            }, e -> {
                failed.accept(e);
                unfinished.decrementAndGet();
            });
        };
        held.add(task);
        return () -> held.remove(task);
    }

    /** How much is held back now. */
    public int waiting() {
        return held.size();
    }

    /** How much of what was let go has not been told yet. */
    public int unfinished() {
        return unfinished.get();
    }

    /** Does the oldest that is held back. */
    public void releaseOne() {
        held.remove().run();
    }

    /** Does all that is held back, and what it leads to. */
    public void release() {
        while (!held.isEmpty()) {
            releaseOne();
        }
    }
}
