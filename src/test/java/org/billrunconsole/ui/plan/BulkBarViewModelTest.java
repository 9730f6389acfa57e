package org.billrunconsole.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.Test;

class BulkBarViewModelTest {

    private final SheetRuns runs = new SheetRuns();
    private final List<PlanGoal> opened = new ArrayList<>();
    private int cleared;

    private BulkBarViewModel bar(TaskRunner tasks) {
        return new BulkBarViewModel(runs.services.store(), runs.preparation, runs.services.referenceData(),
                runs.runActions, opened::add, () -> cleared++, tasks, Runnable::run);
    }

    private Set<RunKey> stored(Collection<BillRun> some) {
        runs.services.store().put(some);
        return some.stream().map(BillRun::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void eachStepThatARunCanTakeIsCountedAndNoOther() {
        var bar = bar(new InlineTasks());
        bar.choose(stored(List.of(SheetRuns.open(1), SheetRuns.open(2), SheetRuns.invoiced(3, SheetRuns.EUROS))), 1);
        assertThat(bar.countProperty().get()).isEqualTo(new BulkBarViewModel.Count(3, 1));
        assertThat(bar.figuresProperty().get().steps()).isEqualTo(Map.of(Action.CLOSE, 2, Action.DISTRIBUTE, 1));
        assertThat(bar.figuresProperty().get().through()).isEqualTo(2);
        assertThat(runs.words.totals(bar.figuresProperty().get().money())).isEqualTo("£3,000 · €3,000");
        assertThat(bar.problemProperty().get()).isEmpty();
    }

    @Test
    void aReadOnlyConnectionStillLetsPlansBeMade() {
        runs.services.contextProvider().setReadOnlyConnection(true);
        var bar = bar(new InlineTasks());
        bar.choose(stored(SheetRuns.open(1, 3)), 0);
        assertThat(bar.figuresProperty().get().steps()).isEqualTo(Map.of(Action.CLOSE, 3));
    }

    @Test
    void runsThatCanTakeNoStepAreSaidToBeSuch() {
        var bar = bar(new InlineTasks());
        bar.choose(stored(List.of(SheetRuns.run(1, SheetRuns.POUNDS, RunStatus.Known.FINALIZED, Stage.Known.FINISHED,
                5, 0))), 0);
        assertThat(bar.problemProperty().get()).contains(BulkBarViewModel.Problem.NOTHING_TO_DO);
    }

    @Test
    void moreThanASheetCanHoldOpensNone() {
        var bar = bar(new InlineTasks());
        bar.choose(stored(SheetRuns.open(1, BulkBarViewModel.MOST + 1)), 0);
        assertThat(bar.problemProperty().get()).contains(BulkBarViewModel.Problem.TOO_MANY);
        bar.request(PlanGoal.RunThrough.FULL_INVOICES_READY);
        assertThat(opened).isEmpty();
    }

    @Test
    void whatIsReadOfAChosenRunChangesTheFiguresAndNothingElseDoes() {
        var tasks = new HeldTasks();
        var bar = bar(tasks);
        bar.choose(stored(SheetRuns.open(1, 2)), 0);
        tasks.release();
        runs.services.store().put(List.of(SheetRuns.open(7)));
        assertThat(tasks.waiting()).isZero();
        runs.services.store().put(List.of(SheetRuns.invoiced(2, SheetRuns.POUNDS)));
        tasks.release();
        assertThat(bar.figuresProperty().get().steps()).isEqualTo(Map.of(Action.CLOSE, 1, Action.DISTRIBUTE, 1));
    }

    @Test
    void aChoiceThatChangesWhileItIsCountedIsCountedAgain() {
        var tasks = new HeldTasks();
        var bar = bar(tasks);
        bar.choose(stored(SheetRuns.open(1, 2)), 0);
        bar.choose(stored(SheetRuns.open(1, 9)), 0);
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.release();
        assertThat(bar.figuresProperty().get().through()).isEqualTo(9);
    }

    @Test
    void figuresOfAChoiceThatWasClearedMeanwhileAreNotShown() {
        var tasks = new HeldTasks();
        var bar = bar(tasks);
        bar.choose(stored(SheetRuns.open(1, 2)), 0);
        bar.choose(Set.of(), 0);
        tasks.release();
        assertThat(bar.figuresProperty().get()).isEqualTo(BulkBarViewModel.Figures.NONE);
        assertThat(bar.problemProperty().get()).isEqualTo(Optional.empty());
    }

    @Test
    void onceClosedItFollowsNothing() {
        var tasks = new HeldTasks();
        var bar = bar(tasks);
        bar.choose(stored(SheetRuns.open(1, 2)), 0);
        tasks.release();
        bar.close();
        runs.services.store().put(List.of(SheetRuns.invoiced(2, SheetRuns.POUNDS)));
        runs.services.contextProvider().changed();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void twoRunsAndNoOtherNumberOfThemAreCompared() {
        var compared = new ArrayList<Integer>();
        var bar = bar(new InlineTasks());
        bar.compareBy(() -> compared.add(bar.countProperty().get().chosen()));
        for (int each = 1; each <= 3; each++) {
            bar.choose(stored(SheetRuns.open(1, each)), 0);
            bar.compare();
        }
        assertThat(compared).containsExactly(2);
    }

    @Test
    void clearingIsForTheList() {
        var bar = bar(new InlineTasks());
        bar.clear();
        assertThat(cleared).isEqualTo(1);
    }
}
