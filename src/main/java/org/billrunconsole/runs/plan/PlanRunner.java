package org.billrunconsole.runs.plan;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Carries a plan out: sends one step at a time through the write path, watches what the server makes of it, and gives
 * each run its verdict. Whatever may let a run go on calls {@link #wake}; the work is done on the scheduler's threads,
 * one at a time. What it does is kept before it is done.
 */
final class PlanRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);

    private static final Reason NOT_READ = new Reason(Reason.Code.STALE, List.of());

    /** A step that did not leave the machine is tried again once there is a connection; not for ever. */
    private static final int MOST_ATTEMPTS = 5;

    /**
     * Where the runner looks up what it has to know of a run.
     *
     * @param runs   as last read
     * @param reader reads one now; throws {@link FailureException}
     */
    record Sources(Function<RunKey, Optional<Run>> runs, Function<RunKey, Run> reader,
            Function<RunKey, ActionContext> contexts,
            Function<RunKey, Optional<Stall>> stalls, BiFunction<Action, Run, List<Check>> checks) {}

    private final Sources sources;
    private final StepWrites writes;
    private final SentSteps sentSteps;
    private final Consumer<PlanEvent> keeper;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Consumer<PlanSnapshot> told;
    private final ReentrantLock work = new ReentrantLock();
    private final AtomicBoolean due = new AtomicBoolean();
    private final Queue<PlanEvent> words = new ConcurrentLinkedQueue<>();
    private final Map<RunKey, RunStanding> standings = new HashMap<>();
    private final Set<RunKey> seen = new HashSet<>();
    private volatile boolean stopWanted;
    private volatile boolean closed;
    private volatile PlanState state;
    private volatile PlanSnapshot snapshot;

    /**
     * @param keeper keeps an event before it counts; throws {@link JournalException} if it cannot
     * @param told   told of every change, in their order
     */
    PlanRunner(PlanState state, Sources sources, StepWrites writes, SentSteps sentSteps,
            Consumer<PlanEvent> keeper, Scheduler scheduler, InstantSource clock, Consumer<PlanSnapshot> told) {
        this.state = state;
        this.sources = sources;
        this.writes = writes;
        this.sentSteps = sentSteps;
        this.keeper = keeper;
        this.scheduler = scheduler;
        this.clock = clock;
        this.told = told;
        snapshot = snapshotNow();
    }

    PlanSnapshot snapshot() {
        return snapshot;
    }

    boolean isOver() {
        return state.ended().isPresent();
    }

    /** Looks soon whether something can go on. */
    void wake() {
        if (!closed && !due.getAndSet(true)) {
            scheduler.after(Duration.ZERO, this::work);
        }
    }

    void pause() {
        say(new PlanEvent.Paused(clock.instant()));
    }

    void goOn() {
        say(new PlanEvent.WentOn(clock.instant()));
    }

    /** Ends the plan between two steps. */
    void stop() {
        stopWanted = true;
        wake();
    }

    /** The operator says that a stage of a run is done. */
    void sayDone(RunKey run, Stage.Known stage, Origin by) {
        say(new PlanEvent.SaidDone(clock.instant(), run, stage, by));
    }

    /** Sends nothing more; what is being sent comes to its end. */
    void close() {
        closed = true;
    }

    private void say(PlanEvent word) {
        words.add(word);
        wake();
    }

    private void work() {
        if (work.isHeldByCurrentThread()) {
            // Told by what this thread has just done; it looks again when it is done with that.
            return;
        }
        work.lock();
        try {
            var more = true;
            while ((more || due.get()) && !closed) {
                due.set(false);
                hear();
                more = step();
                if (state.isOver() && !isOver()) {
                    happened(new PlanEvent.Ended(clock.instant()));
                }
                publish();
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The plan failed unexpectedly; it is paused", e);
            state = state.with(new PlanEvent.Paused(clock.instant()));
            publish();
            throw e;
        } finally {
            work.unlock();
        }
    }

    /** Takes in what the operator said meanwhile. */
    private void hear() {
        for (var word = words.poll(); word != null; word = words.poll()) {
            happened(word);
        }
        if (stopWanted) {
            state.entries().values().stream().filter(entry -> !entry.isOver()).toList().forEach(
                    entry -> end(entry, StopReason.Plain.BY_OPERATOR));
        }
    }

    /**
     * Looks at every run once, up to the first step that is due, which is sent.
     *
     * @return true if something was sent, so that it is worth looking again
     */
    private boolean step() {
        for (var key : state.plan().runs().stream().map(PlannedRun::key).toList()) {
            var entry = state.entries().get(key);
            if (entry.isOver()) {
                learnOutcome(entry);
            } else if (entry.began().isEmpty() && isFull()) {
                standings.put(key, new RunStanding.WaitsForPlace());
            } else if (entry.sending().isPresent() && !settle(entry)) {
                standings.put(key, new RunStanding.BeingFoundOut(entry.sending().get()));
            } else if (!isOver(key) && sentOne(state.entries().get(key))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOver(RunKey key) {
        return state.entries().get(key).isOver();
    }

    /** One step is over when it is taken, and the next one waits for nobody. */
    private boolean isFull() {
        return state.plan().goal() instanceof PlanGoal.RunThrough
                && state.onTheirWay() >= state.plan().options().mostInProgress();
    }

    private boolean sentOne(PlanState.Entry entry) {
        var run = sources.runs().apply(entry.key());
        if (run.isEmpty()) {
            missing(entry);
            return false;
        }
        seen.add(entry.key());
        if (entry.began().isEmpty() && !state.paused()) {
            happened(new PlanEvent.Begun(clock.instant(), entry.key()));
        }
        var look = look(entry, run.get());
        if (look.next() instanceof PlanRules.Next.Take(var action) && mayHaveMoved()) {
            try {
                look = look(entry, sources.reader().apply(entry.key()));
            } catch (FailureException e) {
                notRead(entry, action, e.failure());
                return false;
            }
        }
        return follow(entry, look);
    }

    /** What comes next for a run as it was read. */
    private record Look(Run run, PlanRules.Next next) {}

    private Look look(PlanState.Entry entry, Run run) {
        return new Look(run, PlanRules.next(state.plan().goal(), entry, run, new PlanRules.Circumstances(
                sources.contexts().apply(entry.key()), sources.stalls().apply(entry.key()),
                action -> sources.checks().apply(action, run))));
    }

    /**
     * Open runs are seldom read, and their figures move all the time. In a guided plan they may, as long as no check is
     * worse than accepted; so it is the run of now that is confirmed. One step is confirmed with what was shown.
     */
    private boolean mayHaveMoved() {
        return !state.paused() && state.plan().goal() instanceof PlanGoal.RunThrough;
    }

    private void notRead(PlanState.Entry entry, Action due, Failure failure) {
        LOG.info("{} cannot be read before its step: {}", entry.key(), failure);
        if (failure instanceof Failure.NotFound) {
            end(entry, StopReason.Plain.RUN_GONE);
        } else {
            standings.put(entry.key(), new RunStanding.Held(due, NOT_READ));
        }
    }

    private boolean follow(PlanState.Entry entry, Look look) {
        switch (look.next()) {
            case PlanRules.Next.Reached _ -> happened(new PlanEvent.RunEnded(clock.instant(), entry.key(),
                    RunVerdict.DONE));
            case PlanRules.Next.Stop(var why) -> end(entry, why);
            case PlanRules.Next.Await(var standing) -> standings.put(entry.key(), standing);
            case PlanRules.Next.Take(var action) when state.paused() -> standings.put(entry.key(),
                    new RunStanding.WaitsForOperator(action));
            case PlanRules.Next.Take(var action) -> {
                take(entry, look.run(), action);
                return true;
            }
        }
        return false;
    }

    /** A run that was listed and is not any more is gone; one that was never listed has not been read yet. */
    private void missing(PlanState.Entry entry) {
        if (seen.contains(entry.key())) {
            end(entry, StopReason.Plain.RUN_GONE);
        } else {
            standings.put(entry.key(), new RunStanding.Held(PlanRules.lastStep(state.plan().goal()), NOT_READ));
        }
    }

    private void take(PlanState.Entry entry, Run now, Action action) {
        var sending = new PlanEvent.Sending(clock.instant(), entry.key(), action);
        try {
            keeper.accept(sending);
        } catch (JournalException e) {
            LOG.error("Nothing was sent, because the plan cannot be kept", e);
            end(entry, StopReason.Plain.NOTHING_KEPT);
            return;
        }
        state = state.with(sending);
        standings.put(entry.key(), new RunStanding.Sending(action, sending.time()));
        publish();
        // One step is confirmed with the figures that were shown; what comes after it, with what the steps made of them.
        var confirmed = state.plan().goal() instanceof PlanGoal.OneStep ? entry.planned().shown() : now;
        answered(state.entries().get(entry.key()), action, writes.perform(action, confirmed,
                entry.planned().reason()));
    }

    private void answered(PlanState.Entry entry, Action action, StepWrites.Sent result) {
        switch (result) {
            case StepWrites.Sent.Taken _ -> happened(new PlanEvent.Taken(clock.instant(), entry.key(), action));
            case StepWrites.Sent.NotOut(var why) -> tryAgain(entry, action, why);
            case StepWrites.Sent.Refused(var why) -> end(entry, new RunVerdict(Outcome.REFUSED, why));
            case StepWrites.Sent.Stopped(var why) -> end(entry, why);
        }
    }

    /** It certainly did not go out: once there is a connection, it may. */
    private void tryAgain(PlanState.Entry entry, Action action, StopReason why) {
        if (entry.attempts() + 1 < MOST_ATTEMPTS) {
            happened(new PlanEvent.NotTaken(clock.instant(), entry.key(), action));
        } else {
            end(entry, why);
        }
    }

    /** Finds out what became of a step that an earlier console, or this one, left without an answer. */
    private boolean settle(PlanState.Entry entry) {
        var step = entry.lastSending().orElseThrow();
        switch (trace(step)) {
            case SentSteps.Trace.Open _ -> {
                return false;
            }
            case SentSteps.Trace.NeverBegun _ -> happened(new PlanEvent.NotTaken(clock.instant(), step.run(),
                    step.action()));
            case SentSteps.Trace.Concluded(var finding) when finding == Finding.APPLIED -> happened(
                    new PlanEvent.Taken(clock.instant(), step.run(), step.action()));
            case SentSteps.Trace.Concluded(var finding) -> end(entry, new StopReason.OutcomeUnknown(step.action(),
                    Optional.of(finding)));
        }
        return true;
    }

    private SentSteps.Trace trace(PlanEvent.Sending step) {
        try {
            return sentSteps.of(step);
        } catch (JournalException e) {
            LOG.warn("What became of a step cannot be looked up now: {}", e.getMessage());
            return new SentSteps.Trace.Open();
        }
    }

    /** An outcome that was not known when the run ended may be known by now. */
    private void learnOutcome(PlanState.Entry entry) {
        var open = entry.verdict()
                .flatMap(RunVerdict::why)
                .filter(why -> why instanceof StopReason.OutcomeUnknown(_, var found) && found.isEmpty());
        if (open.isPresent() && !sources.contexts().apply(entry.key()).outcomeUnknown()
                && trace(entry.lastSending().orElseThrow()) instanceof SentSteps.Trace.Concluded(var finding)) {
            end(entry, new StopReason.OutcomeUnknown(entry.lastSending().get().action(), Optional.of(finding)));
        }
    }

    private void end(PlanState.Entry entry, StopReason why) {
        end(entry, entry.verdictFor(why));
    }

    private void end(PlanState.Entry entry, RunVerdict verdict) {
        var first = !entry.isOver();
        happened(new PlanEvent.RunEnded(clock.instant(), entry.key(), verdict));
        if (first && state.plan().options().stopOnFailure() && verdict.needsPerson()) {
            stopRest();
        }
    }

    private void stopRest() {
        state.entries().values().stream().filter(entry -> !entry.isOver()).toList().forEach(
                entry -> end(entry, StopReason.Plain.AFTER_FAILURE));
    }

    /** Takes in what has happened already; where it cannot be kept, it can be found out again from the journal. */
    private void happened(PlanEvent event) {
        try {
            keeper.accept(event);
        } catch (JournalException e) {
            // Once the connection is left, the next console finds it out, as it does after a crash.
            LOG.atLevel(closed ? Level.INFO : Level.ERROR).setCause(e).log("What happened to the plan cannot be kept");
        }
        state = state.with(event);
    }

    private void publish() {
        var now = snapshotNow();
        if (!now.equals(snapshot)) {
            snapshot = now;
            told.accept(now);
        }
    }

    private PlanSnapshot snapshotNow() {
        var phase = stopWanted ? PlanPhase.STOPPING : state.paused() ? PlanPhase.PAUSED : PlanPhase.RUNNING;
        return PlanSnapshots.of(state, phase, sources.runs(), standings, held(phase));
    }

    /** What keeps all of it from going on, whether or not a step is due: what is in progress is not seen to end. */
    private Optional<Reason> held(PlanPhase phase) {
        return state.entries()
                .values()
                .stream()
                .filter(entry -> phase == PlanPhase.RUNNING && !entry.isOver())
                .findFirst()
                .flatMap(entry -> Lifecycle.connectionInTheWay(sources.contexts().apply(entry.key())))
                .filter(PlanRules::holds);
    }
}
