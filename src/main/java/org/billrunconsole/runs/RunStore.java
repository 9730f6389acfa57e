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
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
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
    private final RunIndex index = new RunIndex();
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

    /** A copy of what is known of one kind, in no order; goes through all runs. */
    public List<Run> all(RunKind kind) {
        return stream(kind).toList();
    }

    /** Runs of a kind in a status, in no order; goes through all runs for finalized ones only. */
    public List<Run> inStatus(RunKind kind, RunStatus status) {
        return status == RunStatus.Known.FINALIZED
                ? stream(kind).filter(run -> run.hasStatus(status)).toList()
                : index.unfinished(kind).filter(run -> run.hasStatus(status)).toList();
    }

    /** Runs of either kind that the server is, or may be, at work on, in no order. */
    public List<Run> active() {
        return Stream.of(RunKind.values()).flatMap(index::active).toList();
    }

    /** Runs of a kind that the server is, or may be, at work on, in no order. */
    public List<Run> active(RunKind kind) {
        return index.active(kind).toList();
    }

    /** True if the server is, or may be, at work on a run of this kind. */
    public boolean hasActive(RunKind kind) {
        return index.active(kind).findAny().isPresent();
    }

    /** The regular runs of a billing cycle whose period's end is known, by it. */
    public List<BillRun> ofCycle(long cycle) {
        return index.ofCycle(cycle);
    }

    /**
     * The regular runs of the same billing cycle whose period ended before a run's, latest first; costs what is taken of
     * it, however many there are. Empty if the run's own cycle or period is not known.
     */
    public Stream<BillRun> before(BillRun run) {
        return index.before(run);
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
                var key = run.key();
                var before = runs.get(key);
                if (before != null && before.put() > asked) {
                    continue;
                }
                if (before != null && run.equals(before.run())) {
                    // The one that everybody holds already, or a second reading would double what is held.
                    runs.put(key, new Held(before.run(), puts));
                } else {
                    runs.put(key, new Held(run, puts));
                    var update = new Update(Optional.ofNullable(before).map(Held::run), run);
                    index.take(update);
                    updates.add(update);
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
                var held = runs.remove(key);
                if (held != null) {
                    index.remove(held.run());
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
