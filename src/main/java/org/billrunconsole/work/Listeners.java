package org.billrunconsole.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of listeners, called in the order in which they were added, on the thread that has something to tell. A
 * listener that throws is logged; the others are still called, and the caller goes on. Safe for use by many threads:
 * listeners may be added and removed at any time, also by a listener that is being called.
 *
 * @param <L> what a listener is: a {@link Runnable}, a {@link Consumer}, or an interface of the class that calls it
 */
public final class Listeners<L> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final String subject;
    private final List<L> all = new CopyOnWriteArrayList<>();

    /** @param subject what they listen to, for the log */
    public Listeners(String subject) {
        this.subject = subject;
    }

    /** Adds a listener and returns what removes it again. */
    public Cancellable add(L listener) {
        all.add(listener);
        return () -> remove(listener);
    }

    /** Removes a listener, which must equal the one that was added; does nothing if it is not there. */
    public void remove(L listener) {
        all.remove(listener);
    }

    /** Removes every listener. */
    public void clear() {
        all.clear();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Calls each listener once; an {@link Error} is not caught. */
    public void tell(Consumer<? super L> call) {
        for (var listener : all) {
            try {
                call.accept(listener);
            } catch (RuntimeException e) {
                LOG.error("A listener to {} failed", subject, e);
            }
        }
    }
}
