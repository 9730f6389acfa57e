package org.billrunconsole.ui.plan;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.work.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with the runs that are chosen in a list: how many they are, what they bill, which steps they take. */
public final class BulkBarViewModel implements AutoCloseable {

    /** More runs at a time nobody can look through in a sheet. */
    public static final int MOST = 500;

    /** The steps of a run's way to the end, in their order. */
    static final List<Action> STEPS = List.of(Action.CLOSE, Action.DRAFT_INVOICES, Action.FULL_INVOICES,
            Action.DISTRIBUTE);

    /**
     * How many runs are chosen.
     *
     * @param hidden how many of them the list does not show
     */
    public record Count(int chosen, int hidden) {}

    /**
     * What was made out about the chosen runs.
     *
     * @param steps   how many can take a step now; only steps that at least one can take
     * @param through how many can be run through
     */
    public record Figures(MoneyTotals money, Map<Action, Integer> steps, int through) {

        static final Figures NONE = new Figures(MoneyTotals.NONE, Map.of(), 0);
    }

    /** Why nothing is offered. */
    public enum Problem {
        /** No chosen run can take any step now. */
        NOTHING_TO_DO,
        /** More than {@link #MOST}. */
        TOO_MANY
    }

    private static final Logger LOG = LoggerFactory.getLogger(BulkBarViewModel.class);

    private final RunStore store;
    private final PlanPreparation preparation;
    private final ReferenceData referenceData;
    private final RunActions runActions;
    private final Consumer<PlanGoal> open;
    private final Runnable clear;
    private final TaskRunner tasks;
    private final Executor window;
    private final Consumer<RunStore.Change> storeListener = this::arrived;
    private final Runnable contextListener;
    private volatile Set<RunKey> keys = Set.of();
    private Runnable compare = () -> {};
    private boolean counting;
    private boolean again;

    private final ReadOnlyObjectWrapper<Count> count = new ReadOnlyObjectWrapper<>(new Count(0, 0));
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param open  opens the sheet of a goal for the runs that are chosen then
     * @param clear chooses nothing any more
     */
    public BulkBarViewModel(RunStore store, PlanPreparation preparation, ReferenceData referenceData,
            RunActions runActions, Consumer<PlanGoal> open, Runnable clear, TaskRunner tasks, Executor window) {
        this.store = store;
        this.preparation = preparation;
        this.referenceData = referenceData;
        this.runActions = runActions;
        this.open = open;
        this.clear = clear;
        this.tasks = tasks;
        this.window = window;
        contextListener = () -> {
            if (!keys.isEmpty()) {
                window.execute(this::recount);
            }
        };
        store.addListener(storeListener);
        runActions.addListener(contextListener);
        referenceData.addListener(contextListener);
    }

    // ---- Properties

    /** How many runs are chosen; known at once. */
    public ReadOnlyObjectProperty<Count> countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What they bill and which steps they can take; of the choice before while that is being made out. */
    public ReadOnlyObjectProperty<Figures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    // ---- Commands

    /**
     * These runs are chosen now, and no others.
     *
     * @param hidden how many of them the list does not show
     */
    public void choose(Set<RunKey> chosen, int hidden) {
        keys = chosen;
        count.set(new Count(chosen.size(), hidden));
        recount();
    }

    /** Asks for the sheet of a goal. */
    public void request(PlanGoal goal) {
        if (!keys.isEmpty() && keys.size() <= MOST) {
            open.accept(goal);
        }
    }

    /** Connects what compares the two runs that are chosen. */
    public void compareBy(Runnable opens) {
        compare = opens;
    }

    /** Opens the comparison of the two runs that are chosen, if two are. */
    void compare() {
        if (keys.size() == 2) {
            compare.run();
        }
    }

    /** Chooses nothing any more. */
    public void clear() {
        clear.run();
    }

    @Override
    public void close() {
        store.removeListener(storeListener);
        runActions.removeListener(contextListener);
        referenceData.removeListener(contextListener);
    }

    // ---- Inside

    private void arrived(RunStore.Change change) {
        var chosen = keys;
        if (!chosen.isEmpty() && change.updated().stream().map(Run::key).anyMatch(chosen::contains)) {
            window.execute(this::recount);
        }
    }

    /** Away from the window's thread, since as many runs as the list has may be chosen. */
    private void recount() {
        var now = keys;
        if (now.isEmpty()) {
            show(Figures.NONE);
        } else if (counting) {
            again = true;
        } else {
            counting = true;
            tasks.run("count what can be done with the chosen runs", () -> figures(now), this::counted, e -> {
                LOG.error("What can be done with the chosen runs cannot be told", e);
                counted(Figures.NONE);
            });
        }
    }

    private void counted(Figures found) {
        counting = false;
        // Runs of which none is chosen any more have no figures.
        show(keys.isEmpty() ? Figures.NONE : found);
        if (again) {
            again = false;
            recount();
        }
    }

    private void show(Figures now) {
        figures.set(now);
        problem.set(keys.size() > MOST ? Optional.of(Problem.TOO_MANY)
                : !keys.isEmpty() && now.steps().isEmpty() && now.through() == 0
                        ? Optional.of(Problem.NOTHING_TO_DO)
                        : Optional.empty());
    }

    private Figures figures(Set<RunKey> chosen) {
        var runs = chosen.stream().flatMap(key -> store.find(key).stream()).toList();
        var money = MoneyTotals.of(runs, referenceData::knownCurrencyOf);
        if (chosen.size() > MOST) {
            return new Figures(money, Map.of(), 0);
        }
        var steps = new EnumMap<Action, Integer>(Action.class);
        for (var step : STEPS) {
            var able = count(new PlanGoal.OneStep(step), runs);
            if (able > 0) {
                steps.put(step, able);
            }
        }
        return new Figures(money, steps, count(PlanGoal.RunThrough.FULL_INVOICES_READY, runs));
    }

    private int count(PlanGoal goal, List<Run> runs) {
        return (int) runs.stream().filter(run -> preparation.canServe(goal, run)).count();
    }
}
