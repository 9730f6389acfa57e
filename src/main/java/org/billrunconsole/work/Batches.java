package org.billrunconsole.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what has to reach the disk to one thread at a time, in the order in which it came: all that has gathered while
 * the writer was at work is its next batch. Whoever adds something never waits for the disk.
 */
public final class Batches<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);

    /** A disk that hangs must not keep the program from ending. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final String name;
    private final Consumer<List<T>> writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private List<T> waiting = new ArrayList<>();
    private boolean writing;

    /**
     * @param name   for thread dumps and the log
     * @param writer writes one batch; may block
     */
    public Batches(String name, Consumer<List<T>> writer) {
        this.name = name;
        this.writer = writer;
    }

    /** Adds something to be written soon. */
    public void add(T item) {
        lock.lock();
        try {
            waiting.add(item);
            if (!writing) {
                writing = true;
                Thread.ofVirtual().name(name).start(this::write);
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                writer.accept(batch);
            } catch (RuntimeException e) {
                // What comes after it may well be written.
                LOG.error("To {} failed unexpectedly", name, e);
            }
        }
    }

    private List<T> next() {
        lock.lock();
        try {
            var batch = waiting;
            waiting = new ArrayList<>();
            if (batch.isEmpty()) {
                writing = false;
                idle.signalAll();
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that was added is written, though not for ever. */
    @Override
    public void close() {
        lock.lock();
        try {
            var left = LONGEST_WAIT.toNanos();
            while (writing && left > 0) {
                left = idle.awaitNanos(left);
            }
            if (writing) {
                LOG.warn("Left before the end: {}", name);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
