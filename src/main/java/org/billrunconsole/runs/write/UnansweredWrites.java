package org.billrunconsole.runs.write;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.work.Listeners;

/**
 * The writes without an answer that the operator has to know of: at most one a run, from the moment its outcome is not
 * known until they have dismissed what was found out. In memory only. Safe for use by many threads.
 */
public final class UnansweredWrites {

    private final Map<RunKey, UnansweredWrite> writes = new ConcurrentHashMap<>();
    private final Listeners<Consumer<RunKey>> listeners = new Listeners<>("unanswered writes");

    /** The one of a run, if there is one. */
    public Optional<UnansweredWrite> of(RunKey run) {
        return Optional.ofNullable(writes.get(run));
    }

    /** True while a run is locked because the outcome of its last write is not known, or not kept yet. */
    public boolean isOpen(RunKey run) {
        return of(run).filter(write -> !(write instanceof UnansweredWrite.FoundOut)).isPresent();
    }

    /** What was found out is not news any more: the operator has read it, or changes the run again. */
    public void putAway(RunKey run) {
        if (writes.get(run) instanceof UnansweredWrite.FoundOut found && writes.remove(run, found)) {
            tell(run);
        }
    }

    /** Tells a listener of every run of which something else is known now, on the thread that changed it. */
    public void addListener(Consumer<RunKey> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<RunKey> listener) {
        listeners.remove(listener);
    }

    void put(UnansweredWrite write) {
        if (!write.equals(writes.put(write.command().run(), write))) {
            tell(write.command().run());
        }
    }

    /** Another console on this machine has concluded it, and tells its own operator. */
    void drop(RunKey run) {
        if (writes.remove(run) != null) {
            tell(run);
        }
    }

    private void tell(RunKey run) {
        listeners.tell(listener -> listener.accept(run));
    }
}
