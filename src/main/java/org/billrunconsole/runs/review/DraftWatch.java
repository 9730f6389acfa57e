package org.billrunconsole.runs.review;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.DraftFigures.Basis;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.Listeners;

/**
 * Keeps the figures of regular runs as they were when their drafts became ready. It listens to the store. Safe for use
 * by many threads.
 */
public final class DraftWatch {

    static final int MOST_RUNS = 5_000;

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RunKey, DraftFigures> kept = new LinkedHashMap<>();
    private final Listeners<Consumer<List<DraftFigures>>> listeners = new Listeners<>("figures of drafts");

    public DraftWatch(InstantSource clock) {
        this.clock = clock;
    }

    /** Tells a listener what is to be kept, on the thread that read it. Not told what is restored. */
    public void addListener(Consumer<List<DraftFigures>> listener) {
        listeners.add(listener);
    }

    /** Takes back what an earlier session kept; call it, oldest first, before the lists are loaded. */
    public void restore(DraftFigures figures) {
        locked(() -> keep(figures));
    }

    /** Takes in what a reading changed. */
    public void onChange(RunStore.Change change) {
        var now = clock.instant();
        var news = locked(() -> {
            var found = new ArrayList<DraftFigures>();
            change.updates().forEach(update -> seen(update, now).ifPresent(figures -> found.add(keep(figures))));
            return List.copyOf(found);
        });
        if (!news.isEmpty()) {
            listeners.tell(listener -> listener.accept(news));
        }
    }

    /** The figures that a run's drafts show; empty where nothing is known of them. */
    public Optional<DraftFigures> of(RunKey run) {
        return locked(() -> Optional.ofNullable(kept.get(run)));
    }

    private Optional<DraftFigures> seen(RunStore.Update update, Instant when) {
        var now = update.now();
        if (now.key().kind() != RunKind.REGULAR || !hasDrafts(now)) {
            return Optional.empty();
        }
        return basis(update).map(basis -> new DraftFigures(now.key(), when, basis, RunFigures.of(now)));
    }

    /** Empty if the drafts are those that were there before. */
    private Optional<Basis> basis(RunStore.Update update) {
        var ready = isReady(update.now());
        if (update.before().isEmpty()) {
            return kept.containsKey(update.now().key()) ? Optional.empty() : Optional.of(Basis.FIRST_SEEN);
        }
        var before = update.before().get();
        if (ready && !isReady(before)) {
            return Optional.of(Basis.READY);
        }
        return hasDrafts(before) ? Optional.empty() : Optional.of(Basis.BEGUN);
    }

    private static boolean hasDrafts(Run run) {
        return run.isInStage(Stage.Known.DRAFT_INVOICES);
    }

    private static boolean isReady(Run run) {
        return hasDrafts(run) && Progress.of(run) instanceof Progress.Ready;
    }

    private DraftFigures keep(DraftFigures figures) {
        kept.remove(figures.run());
        kept.put(figures.run(), figures);
        if (kept.size() > MOST_RUNS) {
            kept.remove(kept.keySet().iterator().next());
        }
        return figures;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
