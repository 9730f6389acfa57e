package org.billrunconsole.ui.runlist;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.RunJudge;
import org.billrunconsole.ui.runlist.rows.RunRows;

/**
 * Runs of a kind on their way from the store to a list's rows: judged on the thread that read them, taken in on the
 * window's thread in the order in which they came.
 */
final class RunArrivals implements AutoCloseable {

    /** Rows taken in by one piece of the window's thread; the next are its next. */
    private static final int AT_ONCE = 2_000;

    /**
     * What came at once.
     *
     * @param judgement counts how often what runs are judged by had changed
     */
    private record Batch(List<RowFacts> fresh, Set<RunKey> removed, int judgement) {}

    private final RunKind kind;
    private final RunStore store;
    private final RunJudge judge;
    private final RunRows rows;
    private final Executor window;
    private final Consumer<RunStore.Change> listener = this::arrived;
    private final AtomicInteger judgement = new AtomicInteger();
    private final Queue<Batch> waiting = new ArrayDeque<>();

    RunArrivals(RunKind kind, RunStore store, RunJudge judge, RunRows rows, Executor window) {
        this.kind = kind;
        this.store = store;
        this.judge = judge;
        this.rows = rows;
        this.window = window;
        store.addListener(listener);
    }

    /** What runs are judged by has changed: those on their way are judged again when they are taken in. */
    void outdate() {
        judgement.incrementAndGet();
    }

    /** Takes all in that has come. */
    void takeInAll() {
        while (takeIn()) {
            // Until nothing waits.
        }
    }

    @Override
    public void close() {
        store.removeListener(listener);
    }

    private void arrived(RunStore.Change change) {
        var now = judgement.get();
        var fresh = change.updates()
                .stream()
                .filter(update -> update.now().key().kind() == kind)
                .map(update -> update.before().isPresent() ? judge.changed(update.now()) : judge.found(update.now()))
                .toList();
        var removed = change.removed().stream().filter(key -> key.kind() == kind).collect(Collectors.toSet());
        if (fresh.isEmpty() && removed.isEmpty()) {
            return;
        }
        synchronized (waiting) {
            waiting.add(new Batch(fresh, removed, now));
        }
        window.execute(this::takeIn);
    }

    private boolean takeIn() {
        var fresh = new LinkedHashMap<RunKey, RowFacts>();
        var gone = new HashSet<RunKey>();
        var any = false;
        for (var batch = next(); batch.isPresent(); batch = fresh.size() < AT_ONCE ? next() : Optional.empty()) {
            any = true;
            collect(batch.get(), fresh, gone);
        }
        if (any) {
            rows.takeIn(fresh.values(), gone);
        }
        return any;
    }

    private Optional<Batch> next() {
        synchronized (waiting) {
            return Optional.ofNullable(waiting.poll());
        }
    }

    private void collect(Batch batch, Map<RunKey, RowFacts> fresh, Set<RunKey> gone) {
        var outdated = batch.judgement() != judgement.get();
        for (var facts : batch.fresh()) {
            var known = rows.find(facts.key());
            gone.remove(facts.key());
            if (known.isEmpty() && facts.changed().isPresent()) {
                fresh.put(facts.key(), judge.found(facts.run()));
            } else if (known.filter(each -> each.run().equals(facts.run())).isPresent()) {
                // As it is known already; what was to replace it has been overtaken.
                fresh.remove(facts.key());
            } else {
                fresh.put(facts.key(), outdated ? judge.again(facts) : facts);
            }
        }
        batch.removed().forEach(key -> {
            fresh.remove(key);
            gone.add(key);
        });
    }
}
