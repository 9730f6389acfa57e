package org.billrunconsole.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;

/** Every run of a connection as last read. Safe for use by many threads; listeners are told on the thread that put. */
public final class RunStore {

    /**
     * What a put changed.
     *
     * @param updated runs that are new or differ from before, as they are now
     * @param removed runs the server no longer lists
     */
    public record Change(List<Run> updated, Set<RunKey> removed) {

        public Change {
            updated = List.copyOf(updated);
            removed = Set.copyOf(removed);
        }
    }

    private final Map<RunKey, Run> runs = new ConcurrentHashMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    /** Tells a listener of every change from now on. */
    public void addListener(Consumer<Change> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Change> listener) {
        listeners.remove(listener);
    }

    public Optional<Run> find(RunKey key) {
        return Optional.ofNullable(runs.get(key));
    }

    /** A copy of what is known of one kind, in no order. */
    public List<Run> all(RunKind kind) {
        return runs.values().stream().filter(run -> run.key().kind() == kind).toList();
    }

    /** Runs of a kind in a status, in no order. */
    public List<Run> inStatus(RunKind kind, RunStatus status) {
        return runs.values()
                .stream()
                .filter(run -> run.key().kind() == kind && run.hasStatus(status))
                .toList();
    }

    /** True if the server is, or may be, at work on a run of this kind. */
    public boolean hasActive(RunKind kind) {
        return runs.values().stream().anyMatch(run -> run.key().kind() == kind && Progress.of(run).isActive());
    }

    /** Takes in freshly read runs and tells listeners of those that differ, all at once. */
    public void put(Collection<? extends Run> read) {
        var updated = new ArrayList<Run>();
        for (var run : read) {
            var before = runs.put(run.key(), run);
            if (!run.equals(before)) {
                updated.add(run);
            }
        }
        tell(new Change(updated, Set.of()));
    }

    /** Forgets runs of a kind that a complete list no longer holds. */
    public void retain(RunKind kind, Set<RunKey> listed) {
        var gone = new HashSet<RunKey>();
        for (var key : runs.keySet()) {
            if (key.kind() == kind && !listed.contains(key)) {
                gone.add(key);
            }
        }
        gone.forEach(runs::remove);
        tell(new Change(List.of(), gone));
    }

    private void tell(Change change) {
        if (!change.updated().isEmpty() || !change.removed().isEmpty()) {
            listeners.forEach(listener -> listener.accept(change));
        }
    }
}
