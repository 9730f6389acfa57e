package org.billrunconsole.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.work.Listeners;

/** Every run of a connection as last read. Safe for use by many threads; listeners are told on the thread that put. */
public final class RunStore {

    /**
     * A run that is new or differs from before.
     *
     * @param before as read the time before; empty if it is new
     * @param now    as it is now
     */
    public record Update(Optional<Run> before, Run now) {}

    /**
     * What a put changed.
     *
     * @param updates runs that are new or differ from before
     * @param removed runs the server no longer lists
     */
    public record Change(List<Update> updates, Set<RunKey> removed) {

        public Change {
            updates = List.copyOf(updates);
            removed = Set.copyOf(removed);
        }

        /** The runs of {@link #updates} as they are now. */
        public List<Run> updated() {
            return updates.stream().map(Update::now).toList();
        }
    }

    /** A run and when it was put, counted in puts. */
    private record Held(Run run, long put) {}

    private final Map<RunKey, Held> runs = new ConcurrentHashMap<>();
    private final Listeners<Consumer<Change>> listeners = new Listeners<>("changes of runs");
    /** Puts and what listeners are told of them stay in one order, or a listener would see a run go back and forth. */
    private final ReentrantLock order = new ReentrantLock();
    private volatile long puts;

    /** Tells a listener of every change from now on. */
    public void addListener(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    public Optional<Run> find(RunKey key) {
        return Optional.ofNullable(runs.get(key)).map(Held::run);
    }

    /** A copy of what is known of one kind, in no order. */
    public List<Run> all(RunKind kind) {
        return stream(kind).toList();
    }

    /** Runs of a kind in a status, in no order. */
    public List<Run> inStatus(RunKind kind, RunStatus status) {
        return stream(kind).filter(run -> run.hasStatus(status)).toList();
    }

    /** True if the server is, or may be, at work on a run of this kind. */
    public boolean hasActive(RunKind kind) {
        return stream(kind).anyMatch(run -> Progress.of(run).isActive());
    }

    /** Runs of either kind that match, in no order. */
    public List<Run> matching(Predicate<Run> wanted) {
        return runs.values().stream().map(Held::run).filter(wanted).toList();
    }

    /** True if a run of either kind matches. */
    public boolean any(Predicate<Run> matching) {
        return runs.values().stream().map(Held::run).anyMatch(matching);
    }

    /** Where the store stands; what is asked of the server after this is newer than everything in it. */
    public long mark() {
        return puts;
    }

    /** Takes in freshly read runs and tells listeners of those that differ, all at once. */
    public void put(Collection<? extends Run> read) {
        put(read, Long.MAX_VALUE);
    }

    /**
     * Takes in runs from an answer that was asked for at a {@link #mark}. A run that was put since then, by a write or
     * another reading, was read later than that answer and stays as it is.
     */
    public void put(Collection<? extends Run> read, long asked) {
        order.lock();
        try {
            puts++;
            var updates = new ArrayList<Update>();
            for (var run : read) {
                var before = runs.get(run.key());
                if (before == null || before.put() <= asked) {
                    runs.put(run.key(), new Held(run, puts));
                    if (before == null || !run.equals(before.run())) {
                        updates.add(new Update(Optional.ofNullable(before).map(Held::run), run));
                    }
                }
            }
            tell(new Change(updates, Set.of()));
        } finally {
            order.unlock();
        }
    }

    /** Forgets runs of a kind that a complete list, asked for at a {@link #mark}, no longer holds. */
    public void retain(RunKind kind, Set<RunKey> listed, long asked) {
        remove(runs.entrySet()
                .stream()
                .filter(held -> held.getKey().kind() == kind && held.getValue().put() <= asked)
                .map(Map.Entry::getKey)
                .filter(key -> !listed.contains(key))
                .toList());
    }

    /** Forgets runs that the server no longer has. */
    public void remove(Collection<RunKey> keys) {
        order.lock();
        try {
            var gone = new HashSet<RunKey>();
            for (var key : keys) {
                if (runs.remove(key) != null) {
                    gone.add(key);
                }
            }
            tell(new Change(List.of(), gone));
        } finally {
            order.unlock();
        }
    }

    private Stream<Run> stream(RunKind kind) {
        return runs.values().stream().map(Held::run).filter(run -> run.key().kind() == kind);
    }

    private void tell(Change change) {
        if (!change.updates().isEmpty() || !change.removed().isEmpty()) {
            listeners.tell(listener -> listener.accept(change));
        }
    }
}
