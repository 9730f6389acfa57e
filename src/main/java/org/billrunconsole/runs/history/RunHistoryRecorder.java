package org.billrunconsole.runs.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.Listeners;

/**
 * Records what this console sees happen to the runs of a connection. It listens to the store for changes and to the
 * monitor for the time of the last reading; the write path tells it which changes are its own. Bounded: only runs that
 * changed or are in progress have an entry, and the longest unchanged go first. Safe for use by many threads.
 */
public final class RunHistoryRecorder {

    /** After a longer time without a good reading a change is seen, but not when it happened. */
    private static final Duration WATCHFUL_FOR = Duration.ofMinutes(2);

    static final int MOST_RUNS = 10_000;

    private final InstantSource clock;
    private final Predicate<Run> completesByItself;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<RunKey, RunHistoryBuilder> builders = new LinkedHashMap<>();
    private final StageDurations durations = new StageDurations();
    private final OwnActions own = new OwnActions();
    private final Listeners<Consumer<List<RunEvent>>> listeners = new Listeners<>("run events");
    private Optional<Instant> lastReading = Optional.empty();

    /** @param completesByItself whether a run's billing cycle lets the server close or finalise it by itself */
    public RunHistoryRecorder(InstantSource clock, Predicate<Run> completesByItself) {
        this.clock = clock;
        this.completesByItself = completesByItself;
    }

    /** Tells a listener what has happened, reading by reading, on the thread that read it. Not told what is restored. */
    public void addListener(Consumer<List<RunEvent>> listener) {
        listeners.add(listener);
    }

    public void removeListener(Consumer<List<RunEvent>> listener) {
        listeners.remove(listener);
    }

    /** Takes back what an earlier session kept; call it, oldest first, before the lists are loaded. */
    public void restore(RunEvent event) {
        locked(() -> {
            apply(event);
            drop();
        });
    }

    /** Attributes what a command changes, from now on and for a while, to this console. Call before sending. */
    public void expect(Command command, Instant sent) {
        locked(() -> own.expect(command, sent));
    }

    /** Nothing came of what was expected of a run. */
    public void withdraw(RunKey run) {
        locked(() -> own.withdraw(run));
    }

    /** Takes over when the server was last read. */
    public void onChange(Freshness freshness) {
        if (freshness instanceof Freshness.Live(var when)) {
            locked(() -> lastReading = Optional.of(when));
        }
    }

    /** Takes in what a reading changed. */
    public void onChange(RunStore.Change change) {
        var happened = new ArrayList<RunEvent>();
        locked(() -> {
            var now = clock.instant();
            change.updates().forEach(update -> happened.addAll(take(update, now)));
            drop();
        });
        if (!happened.isEmpty()) {
            var told = List.copyOf(happened);
            listeners.tell(listener -> listener.accept(told));
        }
    }

    /** What has been seen of a run. */
    public RunHistory of(RunKey run) {
        return locked(() -> builders.containsKey(run) ? builders.get(run).history() : RunHistory.none(run));
    }

    /** From when on this console can vouch that a run has not changed; empty for runs that it keeps nothing of. */
    public Optional<Instant> quietSince(RunKey run) {
        return locked(() -> Optional.ofNullable(builders.get(run)).flatMap(RunHistoryBuilder::quietSince));
    }

    /** How long a stage took in the last runs of a run's billing cycle; of all ad hoc runs for an ad hoc run. */
    public Optional<Estimates.Usual> usual(Run run, Stage stage) {
        return stage instanceof Stage.Known known
                ? Estimates.usual(locked(() -> durations.of(run.key().kind(), RunDiff.cycle(run), known)))
                : Optional.empty();
    }

    /** How many runs something is kept of. */
    public int size() {
        return locked(builders::size);
    }

    private List<RunEvent> take(RunStore.Update update, Instant now) {
        var run = update.now();
        var progress = Progress.of(run);
        var active = progress.isActive() || progress.isWaitingForPerson();
        var builder = builders.get(run.key());
        if (builder == null && update.before().isEmpty() && !active) {
            return List.of();
        }
        var last = builder == null ? update.before().flatMap(Run::stage)
                : builder.lastStage().or(
                        () -> update.before().flatMap(Run::stage));
        var watchful = lastReading.filter(reading -> Duration.between(reading, now).compareTo(WATCHFUL_FOR) <= 0);
        var happened = new ArrayList<RunEvent>();
        if (builder == null || !builder.hasTrend()) {
            update.before().filter(earlier -> drifted(earlier, run)).ifPresent(before -> happened.add(
                    new RunEvent.Drifted(lastReading.orElse(now), run.key(), before.revenue(),
                            RunDiff.suspense(before))));
        }
        happened.addAll(new RunDiff(update.before(), run, now, watchful.isPresent()).events(last,
                builder != null && builder.isReady(), (field, value) -> own.author(update.before(), run,
                        completesByItself.test(run), field, value, now)));
        if (builder != null) {
            happened.removeIf(builder::isKnown);
        }
        happened.forEach(this::apply);
        Optional.ofNullable(builders.get(run.key())).ifPresent(kept -> kept.watch(now, active));
        return happened;
    }

    private static boolean drifted(Run before, Run now) {
        return !before.revenue().equals(now.revenue()) || !RunDiff.suspense(before).equals(RunDiff.suspense(now));
    }

    private void apply(RunEvent event) {
        // Put last again, so that the longest unchanged stand first.
        var kept = builders.remove(event.run());
        var builder = kept == null ? new RunHistoryBuilder(event.run()) : kept;
        builders.put(event.run(), builder);
        builder.apply(event).ifPresent(took -> durations.add(event.run().kind(), took));
    }

    private void drop() {
        var oldest = builders.values().iterator();
        for (var excess = builders.size() - MOST_RUNS; excess > 0 && oldest.hasNext();) {
            if (!oldest.next().isActive()) {
                oldest.remove();
                excess--;
            }
        }
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
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
