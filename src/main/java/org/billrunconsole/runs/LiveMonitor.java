package org.billrunconsole.runs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the server while the window is there: one list request for each kind of run and page on every tick, quick
 * while anything is running, slow while nothing is, slower after failures, none while paused or signed out.
 */
public final class LiveMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveMonitor.class);

    /** So many ticks in a row may fail before the data counts as stale. */
    private static final int MISSES_TO_STALE = 3;

    /** Open runs drift slowly; they are read in a tick of their own this often. */
    private static final Duration OPEN_RUNS_EVERY = Duration.ofSeconds(60);

    private final StatusReader reader;
    private final RunStore store;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final TickPolicy policy;
    private final RandomGenerator random;
    private final List<Consumer<Freshness>> listeners = new CopyOnWriteArrayList<>();

    private Freshness freshness = new Freshness.Connecting();
    private Attention attention = Attention.VISIBLE;
    private Optional<Cancellable> next = Optional.empty();
    private Instant openRunsRead = Instant.MIN;
    private int misses;
    private boolean ticking;
    private boolean again;
    private boolean stopped = true;
    private boolean paused;

    public LiveMonitor(BillRunApi api, RunStore store, Scheduler scheduler, InstantSource clock, TickPolicy policy,
            RandomGenerator random) {
        this.reader = new StatusReader(api, store);
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
        this.policy = policy;
        this.random = random;
    }

    /** Tells a listener of every change of freshness, on the thread that found it out. */
    public void addListener(Consumer<Freshness> listener) {
        listeners.add(listener);
    }

    public synchronized Freshness freshness() {
        return freshness;
    }

    /** Begins to watch; call it once the lists have been loaded. */
    public void start() {
        synchronized (this) {
            stopped = false;
            misses = 0;
            openRunsRead = clock.instant();
            schedule(untilNext());
        }
        become(new Freshness.Live(clock.instant()));
    }

    /** Asks now: after an action, when the window comes to the front, when the operator says so. */
    public synchronized void tickNow() {
        if (ticking) {
            again = true;
        } else if (!stopped && !paused) {
            schedule(Duration.ZERO);
        }
    }

    /** A failed first load counts as a missed tick, so that the window says so and the watch tries again. */
    public void missed(Failure failure) {
        miss(failure);
    }

    public synchronized void setAttention(Attention now) {
        var closer = attention == Attention.MINIMISED && now == Attention.VISIBLE;
        attention = now;
        if (closer) {
            tickNow();
        }
    }

    /** Stops asking until {@link #resume}. */
    public void pause() {
        synchronized (this) {
            paused = true;
            next.ifPresent(Cancellable::cancel);
        }
        become(new Freshness.Paused(freshness().lastGoodReading()));
    }

    /** Goes on after {@link #pause} or a new sign-in. */
    public void resume() {
        synchronized (this) {
            paused = false;
            misses = 0;
        }
        tickNow();
    }

    @Override
    public synchronized void close() {
        stopped = true;
        next.ifPresent(Cancellable::cancel);
    }

    private void tick() {
        synchronized (this) {
            if (stopped || paused || ticking) {
                return;
            }
            ticking = true;
        }
        try {
            readDue();
            hit();
        } catch (FailureException e) {
            miss(e.failure());
        } catch (RuntimeException e) {
            LOG.error("A tick of the live monitor failed unexpectedly", e);
        } finally {
            synchronized (this) {
                ticking = false;
                if (!stopped && !paused && !(freshness instanceof Freshness.SignedOut)) {
                    schedule(again ? Duration.ZERO : untilNext());
                }
                again = false;
            }
        }
    }

    private void readDue() {
        var now = clock.instant();
        var openRunsDue = Duration.between(openRunsRead, now).compareTo(OPEN_RUNS_EVERY) >= 0;
        var status = openRunsDue ? RunStatus.Known.OPEN : RunStatus.Known.CLOSED;
        for (var kind : RunKind.values()) {
            reader.read(kind, status);
        }
        if (openRunsDue) {
            openRunsRead = now;
            // What was due of the closed runs has only been put off.
            synchronized (this) {
                again = true;
            }
        }
    }

    private void hit() {
        synchronized (this) {
            misses = 0;
        }
        become(new Freshness.Live(clock.instant()));
    }

    private void miss(Failure failure) {
        Freshness now;
        synchronized (this) {
            misses++;
            var lastGood = freshness.lastGoodReading();
            if (failure instanceof Failure.Unauthorised) {
                now = new Freshness.SignedOut(lastGood, failure);
            } else if (misses < MISSES_TO_STALE && lastGood.isPresent()
                    && !(freshness instanceof Freshness.Stale)) {
                now = new Freshness.Faltering(lastGood.get(), failure);
            } else {
                now = new Freshness.Stale(lastGood, failure);
            }
        }
        become(now);
    }

    private void become(Freshness now) {
        synchronized (this) {
            freshness = now;
        }
        listeners.forEach(listener -> listener.accept(now));
    }

    private Duration untilNext() {
        var active = store.hasActive(RunKind.REGULAR) || store.hasActive(RunKind.ADHOC);
        return policy.next(active, attention, misses, random);
    }

    private void schedule(Duration delay) {
        next.ifPresent(Cancellable::cancel);
        next = Optional.of(scheduler.after(delay, this::tick));
    }
}
