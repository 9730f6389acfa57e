package org.billrunconsole.runs.plan;

import java.time.Duration;
import java.time.Instant;
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
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a plan out: sends one step at a time through the write path, watches what the server makes of it, and gives
 * each run its verdict. Whatever may let a run go on calls {@link #wake}; the work is done on the scheduler's threads,
 * one at a time. What it does is kept before it is done.
 */
final class PlanRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PlanRunner.class);

    /** A step that did not leave the machine is tried again once there is a connection; not for ever. */
    private static final int MOST_ATTEMPTS = 5;

    /** Where the runner looks up what it has to know of a run. */
    record Sources(Function<RunKey, Optional<Run>> runs, Function<RunKey, ActionContext> contexts,
            Function<RunKey, Optional<Stall>> stalls, BiFunction<Action, Run, List<Check>> checks) {}

    private final Sources sources;
    private final RequestFactory requests;
    private final Writes writes;
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
    PlanRunner(PlanState state, Sources sources, RequestFactory requests, Writes writes, SentSteps sentSteps,
            Consumer<PlanEvent> keeper, Scheduler scheduler, InstantSource clock, Consumer<PlanSnapshot> told) {
        this.state = state;
        this.sources = sources;
        this.requests = requests;
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
        var next = PlanRules.next(state.plan().goal(), entry, run.get(), new PlanRules.Circumstances(
                sources.contexts().apply(entry.key()), sources.stalls().apply(entry.key()),
                action -> sources.checks().apply(action, run.get())));
        switch (next) {
            case PlanRules.Next.Reached _ -> happened(new PlanEvent.RunEnded(clock.instant(), entry.key(),
                    RunVerdict.DONE));
            case PlanRules.Next.Stop(var why) -> end(entry, why);
            case PlanRules.Next.Await(var standing) -> standings.put(entry.key(), standing);
            case PlanRules.Next.Take(var action) when state.paused() -> standings.put(entry.key(),
                    new RunStanding.WaitsForOperator(action));
            case PlanRules.Next.Take(var action) -> {
                take(entry, run.get(), action);
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
            standings.put(entry.key(), new RunStanding.Held(PlanRules.lastStep(state.plan().goal()),
                    new Reason(Reason.Code.STALE, List.of())));
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
        var command = command(action, entry.key());
        answered(state.entries().get(entry.key()), action, perform(new ConfirmedWrite(command, confirmed,
                requests.request(command, confirmed), entry.planned().reason())));
    }

    private WriteResult perform(ConfirmedWrite write) {
        try {
            return writes.perform(write);
        } catch (RuntimeException e) {
            // The write path reports everything it expects; what it does not may have happened after sending.
            LOG.error("The write path failed unexpectedly", e);
            return new WriteResult.Unknown(Optional.empty());
        }
    }

    private void answered(PlanState.Entry entry, Action action, WriteResult result) {
        switch (result) {
            case WriteResult.Done _ -> happened(new PlanEvent.Taken(clock.instant(), entry.key(), action));
            case WriteResult.Unknown _ -> end(entry, new StopReason.OutcomeUnknown(action, Optional.empty()));
            case WriteResult.Refused(var failure) -> end(entry, new RunVerdict(Outcome.REFUSED,
                    failed(action, failure)));
            case WriteResult.NotSent(var failure) -> tryAgain(entry, action, failed(action, failure));
            case WriteResult.ChangedMeanwhile(_, var differences) -> end(entry, new StopReason.Changed(differences));
            case WriteResult.NotAllowed(var reason) when PlanRules.holds(reason) -> tryAgain(entry, action,
                    new StopReason.NotAllowed(action, reason));
            case WriteResult.NotAllowed(var reason) -> end(entry, new StopReason.NotAllowed(action, reason));
            case WriteResult.AlreadyUnderWay _ -> end(entry, StopReason.Plain.ANOTHER_CHANGE);
            case WriteResult.JournalFailed _ -> end(entry, StopReason.Plain.NOTHING_KEPT);
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
        end(entry, verdict(entry, why));
    }

    private void end(PlanState.Entry entry, RunVerdict verdict) {
        var first = !entry.isOver();
        happened(new PlanEvent.RunEnded(clock.instant(), entry.key(), verdict));
        if (first && state.plan().options().stopOnFailure() && verdict.needsPerson()) {
            stopRest();
        }
    }

    /** The verdict of a run that is not taken any further. */
    static RunVerdict verdict(PlanState.Entry entry, StopReason why) {
        // What may have arrived is not called unsent because somebody stopped waiting for the word on it.
        return entry.sending()
                .filter(_ -> why instanceof StopReason.Plain plain && plain != StopReason.Plain.ANOTHER_CHANGE
                        && plain != StopReason.Plain.NOTHING_KEPT)
                .map(step -> new RunVerdict(Outcome.UNKNOWN, new StopReason.OutcomeUnknown(step, Optional.empty())))
                .orElseGet(() -> new RunVerdict(why instanceof StopReason.OutcomeUnknown ? Outcome.UNKNOWN
                        : entry.lastTaken().isPresent() ? Outcome.STOPPED : Outcome.NOT_SENT, why));
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
            LOG.error("What happened to the plan cannot be kept", e);
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
        return snapshot(state, phase, sources.runs(), standings, held(phase));
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

    /**
     * A plan that does not run here, as it is.
     *
     * @param open where it stands if it has not ended
     */
    static PlanSnapshot snapshot(PlanState state, PlanPhase open, Function<RunKey, Optional<Run>> runs) {
        var left = new HashMap<RunKey, RunStanding>();
        state.entries().forEach((run, entry) -> entry.sending()
                .ifPresent(step -> left.put(run, new RunStanding.BeingFoundOut(step))));
        return snapshot(state, open, runs, left, Optional.empty());
    }

    private static PlanSnapshot snapshot(PlanState state, PlanPhase open, Function<RunKey, Optional<Run>> runs,
            Map<RunKey, RunStanding> standings, Optional<Reason> held) {
        var all = state.entries().values().stream().map(entry -> new RunInPlan(entry.planned(),
                runs.apply(entry.key()), entry.verdict().<RunStanding>map(RunStanding.Ended::new)
                        .orElseGet(() -> standings.getOrDefault(entry.key(), new RunStanding.WaitsForPlace())),
                entry.sending().or(entry::lastTaken), entry.began(), entry.ended())).toList();
        return new PlanSnapshot(state.plan(), state.ended().isPresent() ? PlanPhase.ENDED : open,
                held.or(() -> held(all)),
                state.began(), state.ended(), all);
    }

    private static Optional<Reason> held(List<RunInPlan> runs) {
        return runs.stream()
                .map(RunInPlan::standing)
                .filter(RunStanding.Held.class::isInstance)
                .map(standing -> ((RunStanding.Held) standing).reason())
                .findFirst();
    }

    private static StopReason.Failed failed(Action action, Failure failure) {
        return new StopReason.Failed(action, failure.getClass().getSimpleName(), said(failure));
    }

    private static String said(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden(_, var words) -> said(words);
            case Failure.Rejected(_, var words) -> said(words);
            case Failure.Conflict(_, var words) -> said(words);
            case Failure.ServerError(_, var words) -> said(words);
            case Failure.Unreachable(_, _, var detail) -> detail;
            case Failure.Unauthorised _,Failure.NotSignedIn _,Failure.NotFound _,Failure.RateLimited _,Failure.TimedOut _,Failure.MalformedAnswer _,Failure.TooLarge _,Failure.ListTooLong _,Failure.Cancelled _,Failure.Unexpected _ ->
                    "";
        };
    }

    private static String said(Failure.ServerWords words) {
        return words.message().or(words::error).orElse("");
    }

    private static Command command(Action step, RunKey run) {
        return switch (step) {
            case CLOSE -> new Command.Close(run, Optional.empty(), Optional.empty());
            case DRAFT_INVOICES -> new Command.DraftInvoices(run);
            case FULL_INVOICES -> new Command.FullInvoices(run);
            case DISTRIBUTE -> new Command.Distribute(run);
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> throw new IllegalArgumentException(
                    "Not a step of a plan: " + step);
        };
    }
}
