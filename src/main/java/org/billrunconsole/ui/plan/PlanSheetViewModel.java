package org.billrunconsole.ui.plan;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.ActionContext;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.plan.Candidate;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.dialog.HoldBack;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sheet of a plan: the chosen runs with their figures as they were when it was opened, what the operator accepts and
 * takes out, and the start. Nothing in it follows the list any more; what changes meanwhile stops that run in the plan.
 */
public final class PlanSheetViewModel implements AutoCloseable {

    /** Where the sheet stands. */
    public enum State {
        /** What concerns the runs is being made out. */
        PREPARING,
        /** It could not be made out. */
        FAILED,
        /** The operator is looking and filling in. */
        OPEN,
        /** Confirmed, but held back for a few seconds in which it can still be cancelled. */
        HOLDING,
        /** The plan is being written to the disk. */
        STARTING,
        /** It is over. */
        CLOSED
    }

    /** What keeps the plan from being started, besides the connection. */
    public enum Problem {
        NOTHING_LEFT, ANOTHER_PLAN, AT_A_TIME_OUT_OF_RANGE, REASON_MISSING, COUNT_NOT_TYPED, TOTAL_NOT_TYPED
    }

    /** What came of the attempt to start it. */
    public enum Trouble {
        ONE_IS_RUNNING, TAKEN, NO_CHANGES, NOT_KEPT, UNREADABLE, IRREVERSIBLE,
        /** Nobody knows whether it has begun. */
        UNEXPECTED
    }

    /** What came of saving the sheet in a file. */
    public record Saved(ChosenFile file, boolean done) {}

    private static final Logger LOG = LoggerFactory.getLogger(PlanSheetViewModel.class);

    private final List<Run> chosen;
    private final Connection connection;
    private final PlanPreparation preparation;
    private final Plans plans;
    private final RunActions runActions;
    private final Supplier<Origin> origin;
    private final int holdSeconds;
    private final InstantSource clock;
    private final TaskRunner tasks;
    private final Runnable contextListener;
    private final Consumer<Optional<PlanSnapshot>> plansListener;
    private final PlanSheetRows rows;
    private final HoldBack holdBack;
    private Supplier<Optional<Problem>> more = Optional::empty;
    private Optional<Cancellable> preparing = Optional.empty();
    private Optional<Plan> confirmed = Optional.empty();

    private final ObjectProperty<PlanGoal> goal;
    private final ObjectProperty<PlanOrder> order = new SimpleObjectProperty<>(PlanOptions.DEFAULT.order());
    private final BooleanProperty stopOnFailure = new SimpleBooleanProperty(PlanOptions.DEFAULT.stopOnFailure());
    private OptionalInt mostInProgress = OptionalInt.of(PlanOptions.DEFAULT.mostInProgress());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.PREPARING);
    private final ReadOnlyObjectWrapper<PlanSheetRows.Counts> counts = new ReadOnlyObjectWrapper<>(
            PlanSheetRows.Counts.NONE);
    private final ReadOnlyObjectWrapper<MoneyTotals> totals = new ReadOnlyObjectWrapper<>(MoneyTotals.NONE);
    private final ReadOnlyObjectWrapper<Optional<Reason>> denied = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Saved>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param chosen      as they are now, in the order of the list; at least one
     * @param origin      who starts it, asked then
     * @param holdSeconds how long what cannot be undone is held back after it was confirmed; 0 for not at all
     */
    PlanSheetViewModel(PlanGoal goal, List<Run> chosen, Connection connection, PlanPreparation preparation, Plans plans,
            ReferenceData referenceData, RunActions runActions, Supplier<Origin> origin, int holdSeconds,
            InstantSource clock, TaskRunner tasks, Executor window) {
        this.chosen = List.copyOf(chosen);
        this.connection = connection;
        this.preparation = preparation;
        this.plans = plans;
        this.runActions = runActions;
        this.origin = origin;
        this.holdSeconds = holdSeconds;
        this.clock = clock;
        this.tasks = tasks;
        this.goal = new SimpleObjectProperty<>(goal);
        rows = new PlanSheetRows(referenceData::knownCurrencyOf, this::derive);
        holdBack = new HoldBack(() -> inTheWay().isPresent(), () -> state.set(State.OPEN), this::send);
        contextListener = () -> window.execute(this::derive);
        plansListener = _ -> window.execute(this::derive);
        this.goal.addListener(_ -> prepare());
        order.addListener((_, _, now) -> rows.sort(now));
        runActions.addListener(contextListener);
        plans.addListener(plansListener);
        prepare();
    }

    // ---- Properties

    public Connection connection() {
        return connection;
    }

    /** How many runs were chosen. */
    int chosen() {
        return chosen.size();
    }

    /** What is to be done; of a guided plan the operator may choose how far it goes. */
    ObjectProperty<PlanGoal> goalProperty() {
        return goal;
    }

    ObjectProperty<PlanOrder> orderProperty() {
        return order;
    }

    BooleanProperty stopOnFailureProperty() {
        return stopOnFailure;
    }

    PlanSheetRows rows() {
        return rows;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PlanSheetRows.Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** What the runs that the plan will touch bill. */
    ReadOnlyObjectProperty<MoneyTotals> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** Why nothing can be started on this connection now; the sheet can be looked at and saved all the same. */
    ReadOnlyObjectProperty<Optional<Reason>> deniedProperty() {
        return denied.getReadOnlyProperty();
    }

    /** What is missing, or in the way. */
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Why the last attempt to start it failed. */
    ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Saved>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** What holds back the gravest. */
    HoldBack holdBack() {
        return holdBack;
    }

    /** The first step that cannot be undone, or else the last step. */
    Action gravest() {
        return switch (goal.get()) {
            case PlanGoal.OneStep(var action) -> action;
            case PlanGoal.RunThrough.REPORTED -> Action.CLOSE;
            case PlanGoal.RunThrough.DRAFTS_READY -> Action.DRAFT_INVOICES;
            case PlanGoal.RunThrough.FULL_INVOICES_READY -> Action.FULL_INVOICES;
        };
    }

    /** True if it cannot be undone, or is done to a production system: then the Enter key never starts it. */
    boolean isGrave() {
        return !gravest().isUndoable(canReopen()) || connection.kind() == ConnectionKind.PRODUCTION;
    }

    /** True if this connection can take back what reopening takes back. */
    boolean canReopen() {
        return context().reopenConfigured();
    }

    // ---- Commands

    /** Asks besides what else is missing; {@link #derive} has to be called when that changes. */
    void require(Supplier<Optional<Problem>> missing) {
        more = missing;
        derive();
    }

    /** Makes out what concerns the runs, at first or for another goal. */
    void prepare() {
        preparing.ifPresent(Cancellable::cancel);
        state.set(State.PREPARING);
        derive();
        var wanted = goal.get();
        preparing = Optional.of(tasks.run("make out what concerns the chosen runs",
                () -> preparation.candidates(wanted, chosen), this::prepared, this::notPrepared));
    }

    /** So many runs are written to be in progress at a time; empty if the text is no number within the range. */
    void writeMostInProgress(OptionalInt written) {
        mostInProgress = written;
        derive();
    }

    /** Starts the plan as the sheet shows it, once, if nothing is missing. */
    void start() {
        derive();
        if (state.get() != State.OPEN || problem.get().isPresent() || denied.get().isPresent()) {
            return;
        }
        trouble.set(Optional.empty());
        confirmed = Optional.of(plan());
        holdBack.begin(gravest().isIrreversible() ? holdSeconds : 0);
        if (holdBack.isHolding()) {
            state.set(State.HOLDING);
        } else {
            send();
        }
    }

    /** A second of the holding back has passed. */
    void secondPassed() {
        holdBack.secondPassed();
    }

    /** Another card lies over the sheet. */
    void covered() {
        holdBack.covered();
    }

    /** Leaves the sheet, unless the plan is being started already. */
    public void cancel() {
        if (state.get() != State.STARTING) {
            holdBack.cancel();
            leave();
        }
    }

    /** Saves the sheet in a file; {@link #savedProperty} says what came of it. */
    void save(ChosenFile file, ChosenFile.Content content) {
        tasks.run("save the sheet of a plan", () -> {
            file.write(content);
            return file;
        }, _ -> saved.set(Optional.of(new Saved(file, true))), e -> {
            LOG.warn("Cannot save the sheet as {}", file, e);
            saved.set(Optional.of(new Saved(file, false)));
        });
    }

    @Override
    public void close() {
        preparing.ifPresent(Cancellable::cancel);
        runActions.removeListener(contextListener);
        plans.removeListener(plansListener);
    }

    /** Makes out anew what follows from what is filled in. */
    void derive() {
        counts.set(rows.counts());
        totals.set(rows.totals());
        denied.set(Lifecycle.connectionInTheWay(context()));
        problem.set(missing());
    }

    // ---- Inside

    private Optional<Problem> missing() {
        if (isAnotherRunning()) {
            return Optional.of(Problem.ANOTHER_PLAN);
        }
        if (counts.get().included() == 0) {
            return Optional.of(Problem.NOTHING_LEFT);
        }
        if (mostInProgress.isEmpty()) {
            return Optional.of(Problem.AT_A_TIME_OUT_OF_RANGE);
        }
        return counts.get().open() > 0 ? Optional.of(Problem.REASON_MISSING) : more.get();
    }

    private boolean isAnotherRunning() {
        return plans.current().filter(plan -> plan.phase() != PlanPhase.ENDED).isPresent();
    }

    /** Of all that bears on runs, what is the same for each. */
    private ActionContext context() {
        return runActions.contextOf(chosen.getFirst().key());
    }

    private Optional<Reason> inTheWay() {
        return Lifecycle.connectionInTheWay(context());
    }

    private void prepared(List<Candidate> candidates) {
        rows.show(candidates, order.get());
        state.set(State.OPEN);
    }

    private void notPrepared(Exception e) {
        LOG.error("What concerns the chosen runs cannot be made out", e);
        state.set(State.FAILED);
    }

    private Plan plan() {
        var options = new PlanOptions(mostInProgress.orElseThrow(), order.get(), stopOnFailure.get());
        return new Plan(UUID.randomUUID(), clock.instant(), origin.get(), goal.get(), options, rows.planned());
    }

    private void send() {
        var plan = confirmed.orElseThrow();
        state.set(State.STARTING);
        tasks.run("start a plan", () -> plans.start(plan), this::answered, e -> {
            LOG.error("The plan could not be started, or its start not be told", e);
            stay(Trouble.UNEXPECTED);
        });
    }

    private void answered(Optional<Plans.Refusal> refusal) {
        refusal.ifPresentOrElse(why -> stay(switch (why) {
            case ONE_IS_RUNNING -> Trouble.ONE_IS_RUNNING;
            case TAKEN -> Trouble.TAKEN;
            case NO_CHANGES -> Trouble.NO_CHANGES;
            case NOT_KEPT -> Trouble.NOT_KEPT;
            case UNREADABLE -> Trouble.UNREADABLE;
            case IRREVERSIBLE -> Trouble.IRREVERSIBLE;
        }), this::leave);
    }

    private void stay(Trouble why) {
        trouble.set(Optional.of(why));
        derive();
        state.set(State.OPEN);
    }

    private void leave() {
        close();
        state.set(State.CLOSED);
    }
}
