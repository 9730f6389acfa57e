package org.billrunconsole.runs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;

/**
 * The few runs of a long list that are asked for with every tick, write and choice of a row, found without going
 * through years of finished ones. Changed by one thread at a time, read by any.
 */
final class RunIndex {

    /**
     * Where a run stands in its cycle.
     *
     * @param end last day of its period, in days since 1970
     */
    private record Place(int end, long id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return end == other.end ? Long.compare(id, other.id) : Integer.compare(end, other.end);
        }
    }

    /** A run's cycle and where it stands there. */
    private record Position(long cycle, Place place) {}

    private final Map<RunKind, Map<RunKey, Run>> unfinished = perKind();
    private final Map<RunKind, Map<RunKey, Run>> active = perKind();
    private final Map<Long, ConcurrentNavigableMap<Place, BillRun>> cycles = new ConcurrentHashMap<>();

    /** Runs that are not finalized, in no order. */
    Stream<Run> unfinished(RunKind kind) {
        return unfinished.get(kind).values().stream();
    }

    /** Runs that the server is, or may be, at work on, in no order. */
    Stream<Run> active(RunKind kind) {
        return active.get(kind).values().stream();
    }

    /** Those of a cycle whose period's end is known, by it. */
    List<BillRun> ofCycle(long cycle) {
        return Optional.ofNullable(cycles.get(cycle)).map(runs -> List.copyOf(runs.values())).orElse(List.of());
    }

    /** Those of a run's cycle whose period ended before its own, latest first; read as they are taken. */
    Stream<BillRun> before(BillRun run) {
        var position = position(run);
        return position.flatMap(at -> Optional.ofNullable(cycles.get(at.cycle())))
                .map(runs -> runs.headMap(new Place(position.get().place().end(), 0)).descendingMap().values().stream())
                .orElse(Stream.empty());
    }

    /** Takes in a run that is new or has changed. */
    void take(RunStore.Update update) {
        var run = update.now();
        var kind = run.key().kind();
        keep(unfinished.get(kind), run, !run.hasStatus(RunStatus.Known.FINALIZED));
        keep(active.get(kind), run, Progress.of(run).isActive());
        var before = update.before().flatMap(RunIndex::position);
        var now = position(run);
        if (!before.equals(now)) {
            before.ifPresent(this::forget);
        }
        now.ifPresent(at -> cycles.computeIfAbsent(at.cycle(), _ -> new ConcurrentSkipListMap<>())
                .put(at.place(), (BillRun) run));
    }

    /** Forgets a run. */
    void remove(Run gone) {
        unfinished.get(gone.key().kind()).remove(gone.key());
        active.get(gone.key().kind()).remove(gone.key());
        position(gone).ifPresent(this::forget);
    }

    private void forget(Position position) {
        Optional.ofNullable(cycles.get(position.cycle())).ifPresent(runs -> runs.remove(position.place()));
    }

    private static void keep(Map<RunKey, Run> runs, Run run, boolean belongs) {
        if (belongs) {
            runs.put(run.key(), run);
        } else {
            runs.remove(run.key());
        }
    }

    private static Optional<Position> position(Run run) {
        return run instanceof BillRun regular && regular.billingCycleId().isPresent()
                ? regular.periodEnd()
                        .map(end -> new Position(regular.billingCycleId().getAsLong(),
                                new Place((int) end.toEpochDay(), regular.id())))
                : Optional.empty();
    }

    private static Map<RunKind, Map<RunKey, Run>> perKind() {
        var maps = new EnumMap<RunKind, Map<RunKey, Run>>(RunKind.class);
        for (var kind : RunKind.values()) {
            maps.put(kind, new ConcurrentHashMap<>());
        }
        return maps;
    }
}
