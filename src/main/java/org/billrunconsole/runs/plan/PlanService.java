package org.billrunconsole.runs.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.domain.write.RequestFactory;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.journal.plans.Kept;
import org.billrunconsole.journal.plans.PlanFiles;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.work.Listeners;
import org.billrunconsole.work.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the plans of a connection on the disk and runs one of them at a time. */
public final class PlanService implements Plans, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlanService.class);

    /** Kinds of the notes in the activity; each names its plan under {@link #PLAN}. */
    private static final String STARTED = "plan-started";
    private static final String RESUMED = "plan-resumed";
    private static final String ENDED = "plan-ended";

    /** The detail of a note that holds the plan's id. */
    public static final String PLAN = "plan";

    private final PlanFiles files;
    private final UUID lease;
    private final Supplier<Origin> operator;
    private final RunStore store;
    private final Function<RunKey, Run> reader;
    private final RunActions actions;
    private final RunAnalysis analysis;
    private final StepWrites writes;
    private final SentSteps sentSteps;
    private final ActivityLog log;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private final Listeners<Consumer<Optional<PlanSnapshot>>> listeners = new Listeners<>("plans");
    private final ReentrantLock starting = new ReentrantLock();
    private final Runnable analysisListener = this::wake;
    private final Consumer<RunStore.Change> storeListener = _ -> wake();
    private volatile Optional<PlanRunner> runner = Optional.empty();

    /**
     * @param lease    by which other consoles tell that this one is alive
     * @param operator who is signed in, and where
     * @param reader   reads a run now, for the store too; throws {@link org.billrunconsole.domain.FailureException}
     * @param log      where what came of sent steps is looked up, and where it stands that a plan began and ended
     */
    public PlanService(PlanFiles files, UUID lease, Supplier<Origin> operator, RunStore store,
            Function<RunKey, Run> reader, RunActions actions,
            RunAnalysis analysis, RequestFactory requests, Writes writes, ActivityLog log, Scheduler scheduler,
            InstantSource clock) {
        this.files = files;
        this.lease = lease;
        this.operator = operator;
        this.store = store;
        this.reader = reader;
        this.actions = actions;
        this.analysis = analysis;
        this.writes = new StepWrites(requests, writes);
        this.sentSteps = new SentSteps(log);
        this.log = log;
        this.scheduler = scheduler;
        this.clock = clock;
        store.addListener(storeListener);
        // Stalls, freshness, rights and unknown outcomes are told by it too.
        analysis.addListener(analysisListener);
    }

    @Override
    public Optional<PlanSnapshot> current() {
        return runner.map(PlanRunner::snapshot);
    }

    @Override
    public void addListener(Consumer<Optional<PlanSnapshot>> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Optional<PlanSnapshot>> listener) {
        listeners.remove(listener);
    }

    @Override
    public Optional<Refusal> start(Plan plan) {
        return begin(() -> {
            var claim = claim();
            files.create(plan, claim);
            note(STARTED, plan, Map.of());
            run(PlanState.of(plan).with(claim));
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> resume(UUID plan) {
        return begin(() -> {
            if (files.read(plan).filter(kept -> kept.plan().goal().isIrreversible()).isPresent()) {
                return Optional.of(Refusal.IRREVERSIBLE);
            }
            if (!files.claim(plan, claim())) {
                return Optional.of(whyNot(plan));
            }
            var kept = files.read(plan).orElseThrow(() -> new JournalException("The plan is gone"));
            note(RESUMED, kept.plan(), Map.of());
            run(PlanState.of(kept.plan(), kept.events()));
            return Optional.empty();
        });
    }

    @Override
    public Optional<Refusal> leave(UUID plan) {
        try {
            if (!files.claim(plan, claim())) {
                return Optional.of(whyNot(plan));
            }
            files.read(plan).ifPresent(kept -> endAll(PlanState.of(kept.plan(), kept.events()),
                    StopReason.Plain.BY_OPERATOR));
            return Optional.empty();
        } catch (JournalException e) {
            LOG.error("An interrupted plan cannot be ended", e);
            return Optional.of(Refusal.NOT_KEPT);
        }
    }

    /**
     * For a server that keeps nothing when it ends: ends the plans that were made for those before it. Blocks on the
     * disk.
     *
     * @param isBefore whether a plan was made for an earlier one
     * @throws JournalException if they cannot be read or written
     */
    public void concludeLost(Predicate<Plan> isBefore) {
        for (var kept : files.open()) {
            if (isBefore.test(kept.plan()) && files.claim(kept.plan().id(), claim())) {
                endAll(PlanState.of(kept.plan(), kept.events()), StopReason.Plain.SERVER_GONE);
            }
        }
    }

    @Override
    public void pause() {
        runner.ifPresent(PlanRunner::pause);
    }

    @Override
    public void goOn() {
        runner.ifPresent(PlanRunner::goOn);
    }

    @Override
    public void stop() {
        runner.ifPresent(PlanRunner::stop);
    }

    @Override
    public void sayDone(RunKey run, Stage.Known stage) {
        runner.ifPresent(now -> now.sayDone(run, stage, operator.get()));
    }

    @Override
    public void putAway() {
        if (runner.filter(PlanRunner::isOver).isPresent()) {
            runner.ifPresent(PlanRunner::close);
            runner = Optional.empty();
            tell(Optional.empty());
        }
    }

    @Override
    public List<PlanSnapshot> unfinished() {
        try {
            return files.open()
                    .stream()
                    .filter(kept -> !isHere(kept.plan().id()))
                    .map(kept -> snapshot(kept, kept.claimedByLiving()
                            ? PlanPhase.RUN_ELSEWHERE
                            : PlanPhase.INTERRUPTED))
                    .toList();
        } catch (JournalException e) {
            LOG.warn("Unfinished plans cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    @Override
    public Optional<PlanSnapshot> kept(UUID plan) {
        return files.read(plan).map(kept -> snapshot(kept, kept.claimedByLiving()
                ? PlanPhase.RUN_ELSEWHERE
                : PlanPhase.INTERRUPTED));
    }

    /** Sends nothing more; what is being sent comes to its end. The plan can be resumed by the next console. */
    @Override
    public void close() {
        store.removeListener(storeListener);
        analysis.removeListener(analysisListener);
        runner.ifPresent(PlanRunner::close);
    }

    private Refusal whyNot(UUID plan) {
        return files.read(plan).filter(kept -> !kept.resumable()).isPresent() ? Refusal.UNREADABLE : Refusal.TAKEN;
    }

    /** True if the plan that runs here has still to do with a run, so that what becomes of it is told by the plan. */
    public boolean moves(RunKey run) {
        return current().filter(plan -> plan.ended().isEmpty()).stream().flatMap(plan -> plan.runs().stream()).anyMatch(
                each -> each.planned().key().equals(run) && each.verdict().isEmpty());
    }

    private interface Beginning {
        Optional<Refusal> begin();
    }

    private Optional<Refusal> begin(Beginning beginning) {
        starting.lock();
        try {
            if (runner.filter(now -> !now.isOver()).isPresent()) {
                return Optional.of(Refusal.ONE_IS_RUNNING);
            }
            if (!mayChange()) {
                return Optional.of(Refusal.NO_CHANGES);
            }
            return beginning.begin();
        } catch (JournalException e) {
            LOG.error("The plan cannot be kept, so it was not begun", e);
            return Optional.of(Refusal.NOT_KEPT);
        } finally {
            starting.unlock();
        }
    }

    /** Rights are the connection's, the same for each run. */
    private boolean mayChange() {
        var context = actions.contextOf(RunKey.regular(1));
        return !context.noJournal() && context.changes() == ActionContext.Changes.ON;
    }

    private void run(PlanState state) {
        runner.ifPresent(PlanRunner::close);
        var made = runner(state);
        runner = Optional.of(made);
        tell(Optional.of(made.snapshot()));
        made.wake();
    }

    private PlanRunner runner(PlanState state) {
        var plan = state.plan().id();
        var before = new AtomicReference<>(state.ended());
        return new PlanRunner(state, new PlanRunner.Sources(store::find, reader, actions::contextOf, analysis::stall,
                (action, run) -> analysis.checks(action, run, 0)), writes, sentSteps,
                event -> files.append(plan, event), scheduler, clock, now -> {
                    if (now.ended().isPresent() && !now.ended().equals(before.getAndSet(now.ended()))) {
                        noteEnd(now);
                    }
                    if (isHere(plan)) {
                        tell(Optional.of(now));
                    }
                });
    }

    private PlanEvent.Claimed claim() {
        return new PlanEvent.Claimed(clock.instant(), lease, operator.get());
    }

    private boolean isHere(UUID plan) {
        return runner.filter(now -> now.snapshot().plan().id().equals(plan)).isPresent();
    }

    private void endAll(PlanState left, StopReason why) {
        var state = left;
        for (var entry : left.entries().values()) {
            if (!entry.isOver()) {
                state = settle(state, entry);
                state = append(state, new PlanEvent.RunEnded(clock.instant(), entry.key(), verdict(state, entry.key(),
                        why)));
            }
        }
        noteEnd(PlanSnapshots.of(append(state, new PlanEvent.Ended(clock.instant())), PlanPhase.ENDED,
                store::find));
    }

    /** Takes in what is known by now of a step that was being sent when the console ended. */
    private PlanState settle(PlanState state, PlanState.Entry entry) {
        if (entry.sending().isEmpty()) {
            return state;
        }
        var step = entry.lastSending().orElseThrow();
        return switch (sentSteps.of(step)) {
            case SentSteps.Trace.Concluded(var finding) when finding == Finding.APPLIED -> append(state,
                    new PlanEvent.Taken(clock.instant(), step.run(), step.action()));
            case SentSteps.Trace.NeverBegun _ -> append(state, new PlanEvent.NotTaken(clock.instant(), step.run(),
                    step.action()));
            case SentSteps.Trace.Concluded _,SentSteps.Trace.Open _ -> state;
        };
    }

    private static RunVerdict verdict(PlanState state, RunKey run, StopReason why) {
        var entry = state.entries().get(run);
        return state.plan().goal() instanceof PlanGoal.OneStep && entry.lastTaken().isPresent()
                ? RunVerdict.DONE
                : entry.verdictFor(why);
    }

    private PlanState append(PlanState state, PlanEvent event) {
        files.append(state.plan().id(), event);
        return state.with(event);
    }

    private void noteEnd(PlanSnapshot ended) {
        var counts = new TreeMap<String, String>();
        for (var outcome : RunVerdict.Outcome.values()) {
            counts.put(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), Long.toString(ended.count(outcome)));
        }
        note(ENDED, ended.plan(), counts);
    }

    /** The plan's own file says it all; a note that cannot be kept stops nothing. */
    private void note(String kind, Plan plan, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put(PLAN, plan.id().toString());
        details.put("runs", Integer.toString(plan.runs().size()));
        details.put("goal", switch (plan.goal()) {
            case PlanGoal.OneStep(var action) -> action.name();
            case PlanGoal.RunThrough until -> until.name();
        });
        try {
            log.record(clock.instant(), kind, details);
        } catch (JournalException e) {
            LOG.warn("That a plan began or ended cannot be noted: {}", e.getMessage());
        }
    }

    private PlanSnapshot snapshot(Kept kept, PlanPhase open) {
        return PlanSnapshots.of(PlanState.of(kept.plan(), kept.events()), open, store::find);
    }

    private void wake() {
        runner.ifPresent(PlanRunner::wake);
    }

    private void tell(Optional<PlanSnapshot> now) {
        listeners.tell(listener -> listener.accept(now));
    }
}
