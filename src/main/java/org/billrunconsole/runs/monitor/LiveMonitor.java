package org.billrunconsole.runs.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.FreshnessState;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the server while the window is open: one list request for each kind of run and page on every tick, often while
 * a run is in progress, seldom while none is, less often after failures, and not at all while paused or signed out.
 */
public final class LiveMonitor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveMonitor.class);

    /** So many ticks in a row may fail before the data counts as stale. */
    private static final int MISSES_TO_STALE = 2;

    /** Open runs drift slowly; they are read in a tick of their own this often, after one that went well. */
    private static final Duration OPEN_RUNS_EVERY = Duration.ofSeconds(60);

    /**
     * While the server is at work only status, stage and percentage move from tick to tick. What else a colleague may
     * change meanwhile is read this often; with the stage it is read at once, and before every write.
     */
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(30);

    /**
     * A tick that hangs must not leave the screen looking live: the time of another tick, within these bounds. A server
     * that takes a few seconds is slow and not away; one that says nothing for longer than that may be.
     */
    private static final Duration OVERDUE_AT_LEAST = Duration.ofSeconds(5);
    private static final Duration OVERDUE_AT_MOST = Duration.ofSeconds(15);

    /** So long nothing has changed in runs that may be waiting for a person. */
    private static final Duration LINGERS_AFTER = Duration.ofMinutes(10);

    private static final ApiCall NO_ANSWER = new ApiCall("GET", "/", OptionalInt.empty(), Optional.empty(),
            OVERDUE_AT_MOST);

    private final StatusReader reader;
    private final RunStore store;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Supplier<TickPolicy> policy;
    private final RandomGenerator random;
    private final FreshnessState freshness = new FreshnessState();

    private WindowAttention attention = WindowAttention.VISIBLE;
    private Optional<Cancellable> next = Optional.empty();
    private Optional<Duration> retryAfter = Optional.empty();
    private Instant openRunsRead;
    private Instant figuresRead;
    private Instant moved;
    private int misses;
    private long era;
    private boolean ticking;
    private boolean again;
    private boolean openRunsNext;
    /** A person asked, or something went wrong: the next tick leaves nothing out. */
    private boolean figuresWanted;
    private boolean stopped = true;
    private boolean closed;
    private boolean paused;
    private boolean signedOut;

    /** @param policy asked anew for every tick */
    public LiveMonitor(BillRunApi api, RunStore store, Scheduler scheduler, InstantSource clock,
            Supplier<TickPolicy> policy,
            RandomGenerator random) {
        this.reader = new StatusReader(api, store);
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
        this.policy = policy;
        this.random = random;
        this.openRunsRead = clock.instant();
        this.figuresRead = clock.instant();
        this.moved = clock.instant();
        store.addListener(this::onChange);
    }

    /** Tells a listener of every change of freshness in their order, away from the window's thread or on it. */
    public void addListener(Consumer<Freshness> listener) {
        freshness.addListener(listener);
    }

    public void removeListener(Consumer<Freshness> listener) {
        freshness.removeListener(listener);
    }

    /** As it is now, whatever listeners have been told of yet. */
    public Freshness freshness() {
        return freshness.get();
    }

    /** Begins to watch; call it once the lists have been loaded. */
    public void start() {
        synchronized (this) {
            stopped = false;
            signedOut = false;
            openRunsRead = clock.instant();
            if (mayAsk()) {
                schedule(untilNext());
            }
            hit(era);
        }
        freshness.tell();
    }

    /** Asks now: after an action, when the window comes to the front, when the operator says so. */
    public synchronized void tickNow() {
        figuresWanted = true;
        if (ticking) {
            again = true;
        } else if (mayAsk()) {
            schedule(Duration.ZERO);
        }
    }

    /**
     * A call that somebody waited for did not reach the server, or not in time: what is shown is not of now any more, so
     * that no step stays enabled, and the watch asks again soon. Any other failure is an answer and changes nothing.
     */
    public void lost(Failure failure) {
        if (!(failure instanceof Failure.Unreachable || failure instanceof Failure.TimedOut)) {
            return;
        }
        synchronized (this) {
            if (!mayAsk()) {
                return;
            }
            misses = Math.max(misses, MISSES_TO_STALE);
            freshness.become(new Freshness.Stale(freshness.get().lastGoodReading(), failure));
            if (!ticking) {
                schedule(untilNext());
            }
        }
        freshness.tell();
    }

    public synchronized void setAttention(WindowAttention now) {
        var closer = attention == WindowAttention.MINIMISED && now == WindowAttention.VISIBLE;
        attention = now;
        if (closer) {
            tickNow();
        }
    }

    /** Stops asking until {@link #resume}. */
    public void pause() {
        synchronized (this) {
            paused = true;
            newEra();
            freshness.become(new Freshness.Paused(freshness.get().lastGoodReading()));
        }
        freshness.tell();
    }

    /** Goes on after {@link #pause} or a new sign-in. Actions stay locked until the first good reading. */
    public void resume() {
        synchronized (this) {
            paused = false;
            signedOut = false;
            misses = 0;
            newEra();
        }
        tickNow();
    }

    /** Only a person can get the token that the next request needs; a request that waits for it is not overdue. */
    public void signInNeeded() {
        synchronized (this) {
            if (closed) {
                return;
            }
            signedOut = true;
            newEra();
            var lastGood = freshness.get().lastGoodReading();
            // A pause is the operator's word; the session's own words say that a sign-in is needed.
            freshness.become(paused ? new Freshness.Paused(lastGood)
                    : new Freshness.SignedOut(lastGood, new Failure.Unauthorised(NO_ANSWER)));
        }
        freshness.tell();
    }

    /** There is a token again; a watch that was paused by the operator stays so. */
    public void signedIn() {
        synchronized (this) {
            if (!signedOut) {
                return;
            }
            signedOut = false;
            misses = 0;
            newEra();
            if (stopped) {
                // The lists come first; only then is there something to watch.
                freshness.become(new Freshness.Connecting());
            }
        }
        freshness.tell();
        tickNow();
    }

    /** What was asked before this moment says nothing about what comes after it. */
    private void newEra() {
        era++;
        next.ifPresent(Cancellable::cancel);
    }

    @Override
    public synchronized void close() {
        closed = true;
        stopped = true;
        next.ifPresent(Cancellable::cancel);
    }

    private boolean mayAsk() {
        return !stopped && !paused && !signedOut;
    }

    private void tick() {
        boolean openRuns;
        boolean figures;
        long asked;
        Duration overdueAfter;
        synchronized (this) {
            if (!mayAsk() || ticking) {
                return;
            }
            ticking = true;
            asked = era;
            openRuns = openRunsNext;
            openRunsNext = false;
            figures = openRuns || figuresDue();
            overdueAfter = overdueAfter();
        }
        var watchdog = scheduler.after(overdueAfter, () -> overdue(asked));
        try {
            read(openRuns ? RunStatus.Known.OPEN : RunStatus.Known.CLOSED, figures);
            hit(asked);
        } catch (FailureException e) {
            miss(e.failure(), asked);
        } catch (RuntimeException | Error e) {
            LOG.error("A tick of the live monitor failed unexpectedly", e);
            miss(Failure.Unexpected.of(NO_ANSWER, e), asked);
        } finally {
            watchdog.cancel();
            synchronized (this) {
                ticking = false;
                openRunsNext = misses == 0 && openRunsDue();
                if (mayAsk()) {
                    // An answer to what was asked before a pause or a sign-in counts for nothing, so ask again at once.
                    schedule(again || openRunsNext || asked != era ? Duration.ZERO : untilNext());
                }
                again = false;
            }
            freshness.tell();
        }
    }

    private Duration overdueAfter() {
        var tick = policy.get().next(pace(), attention, 0, random);
        return tick.compareTo(OVERDUE_AT_LEAST) < 0 ? OVERDUE_AT_LEAST
                : tick.compareTo(OVERDUE_AT_MOST) > 0 ? OVERDUE_AT_MOST : tick;
    }

    private void read(RunStatus.Known status, boolean figures) {
        if (status == RunStatus.Known.OPEN) {
            // Whether it goes well or not: a list of open runs that fails must not keep the closed ones waiting.
            synchronized (this) {
                openRunsRead = clock.instant();
            }
        }
        for (var kind : RunKind.values()) {
            reader.read(kind, status, figures);
        }
    }

    /** Those of the runs in progress; a tick that takes them and fails is followed by another that does. */
    private boolean figuresDue() {
        var now = clock.instant();
        if (!figuresWanted && pace() == TickPolicy.Pace.RUNNING
                && Duration.between(figuresRead, now).compareTo(FIGURES_EVERY) < 0) {
            return false;
        }
        figuresWanted = false;
        figuresRead = now;
        return true;
    }

    private boolean openRunsDue() {
        return Duration.between(openRunsRead, clock.instant()).compareTo(OPEN_RUNS_EVERY) >= 0;
    }

    private void overdue(long asked) {
        synchronized (this) {
            if (!ticking || !mayAsk() || asked != era) {
                return;
            }
            freshness.become(new Freshness.Stale(freshness.get().lastGoodReading(),
                    new Failure.TimedOut(NO_ANSWER)));
        }
        freshness.tell();
    }

    private synchronized void hit(long asked) {
        if (stopped || asked != era) {
            return;
        }
        misses = 0;
        var when = clock.instant();
        freshness.become(paused ? new Freshness.Paused(Optional.of(when)) : new Freshness.Live(when));
    }

    private synchronized void miss(Failure failure, long asked) {
        if (asked != era) {
            return;
        }
        misses++;
        figuresWanted = true;
        var lastGood = freshness.get().lastGoodReading();
        signedOut |= failure instanceof Failure.Unauthorised || failure instanceof Failure.NotSignedIn;
        retryAfter = failure instanceof Failure.RateLimited(_, var wait) ? wait : Optional.empty();
        freshness.become(afterMiss(failure, lastGood));
    }

    private Freshness afterMiss(Failure failure, Optional<Instant> lastGood) {
        if (paused) {
            return new Freshness.Paused(lastGood);
        }
        if (signedOut) {
            return new Freshness.SignedOut(lastGood, failure);
        }
        // A server that asks to be left alone for long will not have answered within two ticks.
        var leftAlone = retryAfter.filter(asked -> asked.compareTo(OVERDUE_AT_MOST) > 0).isPresent();
        return misses < MISSES_TO_STALE && !leftAlone && lastGood.isPresent() && !freshness.get().locksActions()
                ? new Freshness.Faltering(lastGood.get(), failure)
                : new Freshness.Stale(lastGood, failure);
    }

    private Duration untilNext() {
        var wait = policy.get().next(pace(), attention, misses, random);
        return retryAfter.filter(asked -> misses > 0 && asked.compareTo(wait) > 0).orElse(wait);
    }

    private TickPolicy.Pace pace() {
        var active = store.active();
        if (active.stream().anyMatch(LiveMonitor::isCertainlyRunning)) {
            return TickPolicy.Pace.RUNNING;
        }
        if (!active.isEmpty()) {
            // Without a percentage nothing tells work from waiting, and somebody may be on holiday.
            return Duration.between(moved, clock.instant()).compareTo(LINGERS_AFTER) < 0
                    ? TickPolicy.Pace.RUNNING
                    : TickPolicy.Pace.LINGERING;
        }
        return TickPolicy.Pace.IDLE;
    }

    private static boolean isCertainlyRunning(Run run) {
        return switch (Progress.of(run)) {
            case Progress.Starting _,Progress.Running _ -> true;
            case Progress.RunningOrWaiting _,Progress.Open _,Progress.Ready _,Progress.Finished _,Progress.Unclear _ ->
                    false;
        };
    }

    private synchronized void onChange(RunStore.Change change) {
        if (change.updates().stream().anyMatch(update -> Progress.of(update.now()).isActive())) {
            moved = clock.instant();
        }
    }

    private void schedule(Duration delay) {
        next.ifPresent(Cancellable::cancel);
        next = Optional.of(scheduler.after(delay, this::tick));
    }
}
