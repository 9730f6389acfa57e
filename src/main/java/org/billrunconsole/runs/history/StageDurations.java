package org.billrunconsole.runs.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;

/** How long the server worked in each stage of the last runs, by billing cycle; ad hoc runs count as one cycle. */
final class StageDurations {

    private static final int RUNS_KEPT = 10;
    private static final int MOST_GROUPS = 20_000;

    private record Group(RunKind kind, OptionalLong billingCycle, Stage.Known stage) {}

    private final Map<Group, Deque<Duration>> times = new LinkedHashMap<>();

    void add(RunKind kind, RunHistoryBuilder.Took took) {
        var group = new Group(kind, took.billingCycle(), took.stage());
        var kept = times.remove(group);
        if (kept == null) {
            kept = new ArrayDeque<>();
        }
        kept.addLast(took.work());
        if (kept.size() > RUNS_KEPT) {
            kept.removeFirst();
        }
        times.put(group, kept);
        if (times.size() > MOST_GROUPS) {
            times.remove(times.keySet().iterator().next());
        }
    }

    /** Oldest first. */
    List<Duration> of(RunKind kind, OptionalLong billingCycle, Stage.Known stage) {
        return List.copyOf(times.getOrDefault(new Group(kind, billingCycle, stage), new ArrayDeque<>()));
    }
}
