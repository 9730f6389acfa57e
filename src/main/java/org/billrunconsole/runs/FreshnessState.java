package org.billrunconsole.runs;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.billrunconsole.work.Listeners;
import org.jspecify.annotations.Nullable;

/**
 * Holds the present {@link Freshness} and is the only class that changes it. Whoever asks gets the newest state at
 * once; listeners are told of each state once, in the order of the changes, on the thread of one of those who made
 * them, and never under a lock.
 */
public final class FreshnessState {

    private final Listeners<Consumer<Freshness>> listeners = new Listeners<>("freshness");
    private final Queue<Freshness> toTell = new ArrayDeque<>();
    private Freshness now = new Freshness.Connecting();
    private boolean telling;

    public synchronized Freshness get() {
        return now;
    }

    public void addListener(Consumer<Freshness> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Freshness> listener) {
        listeners.remove(listener);
    }

    /** Changes the state; call {@link #tell} afterwards, outside any lock. */
    public synchronized void become(Freshness next) {
        now = next;
        toTell.add(next);
    }

    /** Tells the listeners the states that are new to them; if another thread is telling them, that one tells these too. */
    public void tell() {
        synchronized (this) {
            if (telling) {
                return;
            }
            telling = true;
        }
        for (var next = take(); next != null; next = take()) {
            var state = next;
            listeners.tell(listener -> listener.accept(state));
        }
    }

    private synchronized @Nullable Freshness take() {
        var next = toTell.poll();
        if (next == null) {
            telling = false;
        }
        return next;
    }
}
