package org.billrunconsole.runs.monitor;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.work.Listeners;

/** Which runs of a connection are stalled, judged anew after each good reading. Safe for use by many threads. */
public final class StallWatch {

    private final RunStore store;
    private final RunHistoryRecorder historyRecorder;
    private final StallRule rule;
    private final Listeners<Consumer<Map<RunKey, Stall>>> listeners = new Listeners<>("stalls");
    private volatile Map<RunKey, Stall> stalled = Map.of();

    public StallWatch(RunStore store, RunHistoryRecorder historyRecorder, StallRule rule) {
        this.store = store;
        this.historyRecorder = historyRecorder;
        this.rule = rule;
    }

    /** Tells a listener all that are stalled whenever that has changed, on the thread that found it out. */
    public void addListener(Consumer<Map<RunKey, Stall>> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<Map<RunKey, Stall>> listener) {
        listeners.remove(listener);
    }

    /** Judges after a reading; must be called after the history recorder. */
    public void onChange(Freshness freshness) {
        if (freshness instanceof Freshness.Live(var when)) {
            var now = judge(when);
            if (!now.equals(stalled)) {
                stalled = now;
                listeners.tell(listener -> listener.accept(now));
            }
        }
    }

    /** The stall of a run, if it is stalled. */
    public Optional<Stall> of(RunKey run) {
        return Optional.ofNullable(stalled.get(run));
    }

    public int count() {
        return stalled.size();
    }

    public long count(RunKind kind) {
        return stalled.keySet().stream().filter(run -> run.kind() == kind).count();
    }

    private Map<RunKey, Stall> judge(Instant asOf) {
        var found = new HashMap<RunKey, Stall>();
        for (var run : store.active()) {
            var usual = StallRule.stage(Progress.of(run)).flatMap(stage -> historyRecorder.usual(run, stage));
            rule.of(run, historyRecorder.quietSince(run.key()), usual, asOf)
                    .ifPresent(stall -> found.put(run.key(), stall));
        }
        return Map.copyOf(found);
    }
}
