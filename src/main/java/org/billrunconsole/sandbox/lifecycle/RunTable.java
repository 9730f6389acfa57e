package org.billrunconsole.sandbox.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All runs of one kind. None is ever added or removed, as in the API; each change is one atomic step. */
public final class RunTable {

    private final List<AtomicReference<StoredRun>> byId = new ArrayList<>();
    private final Map<Long, AtomicReference<StoredRun>> index = HashMap.newHashMap(64);

    private final Map<List<SortKey>, List<AtomicReference<StoredRun>>> orders = new ConcurrentHashMap<>();

    /** @param unlisted found by id, and in no list */
    RunTable(List<StoredRun> runs, List<StoredRun> unlisted) {
        unlisted.forEach(run -> index.put(run.id(), new AtomicReference<>(run)));
        runs.stream().sorted(Comparator.comparingLong(StoredRun::id)).forEach(run -> {
            var slot = new AtomicReference<>(run);
            byId.add(slot);
            if (index.put(run.id(), slot) != null) {
                throw new IllegalArgumentException("Two runs with the id " + run.id());
            }
        });
    }

    /** All runs in an order. Only a few fields can be sorted by, so each is kept. */
    List<AtomicReference<StoredRun>> ordered(List<SortKey> sort) {
        return orders.computeIfAbsent(sort, keys -> RunOrder.of(byId, keys, AtomicReference::get));
    }

    /** All runs, the unlisted too. */
    Stream<StoredRun> all() {
        return index.values().stream().map(AtomicReference::get);
    }

    Optional<StoredRun> find(long id) {
        return Optional.ofNullable(index.get(id)).map(AtomicReference::get);
    }

    /**
     * Puts what the function makes of a run in its place. If the function throws, nothing is changed. Under contention
     * it is called again, so it must do nothing but compute.
     *
     * @throws Refusal 404 if there is no such run
     */
    StoredRun update(long id, UnaryOperator<StoredRun> change) {
        return Optional.ofNullable(index.get(id)).orElseThrow(RunTable::unknown).updateAndGet(change);
    }

    public static Refusal unknown() {
        return new Refusal(404, "No such bill run");
    }
}
