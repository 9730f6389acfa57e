package org.billrunconsole.ui.plan.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.plan.Plans.Refusal;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.ui.plan.panel.InterruptedViewModel.Row;
import org.billrunconsole.ui.plan.panel.InterruptedViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptedViewModelTest {

    private final PanelParts parts = new PanelParts();
    private final InterruptedViewModel model = parts.interrupted();

    private State.Left left() {
        return (State.Left) model.stateProperty().get();
    }

    private void leave(PlanPhase phase, RunInPlan... runs) {
        parts.plans.leaveBehind(PanelSamples.through(phase, List.of(runs)));
        model.look();
    }

    private static RunInPlan sent(long id, Action last, Known now, RunStanding standing) {
        var run = PanelSamples.run(id, "Area " + id, 10, now, OptionalInt.of(100), standing);
        return new RunInPlan(run.planned(), run.now(), standing, Optional.of(last), Optional.of(PanelSamples.BEGAN),
                Optional.empty());
    }

    @Test
    void nothingIsSaidWhereNothingWasLeft() {
        model.look();
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
        assertThat(model.kind()).isEmpty();
    }

    @Test
    void aPlanThatWasLeftSaysHowFarItCameAndThatNothingIsSent() {
        leave(PlanPhase.INTERRUPTED, PanelSamples.done(1, "One", 10), PanelSamples.waiting(2, "Two", 10),
                PanelSamples.waiting(3, "Three", 10));
        assertThat(left().text()).isEqualTo("A plan of 3 runs was interrupted; it was begun at 28 Nov 2026 14:52:00: "
                + "1 done, 2 not begun. Nothing is sent until you say so.");
        assertThat(model.kind()).contains(RunKind.REGULAR);
        assertThat(left().canResume()).isTrue();
    }

    @Test
    void aDistributionCanBeLeftAndNotResumed() {
        parts.plans.leaveBehind(PanelSamples.of(new PlanGoal.OneStep(Action.DISTRIBUTE), PlanPhase.INTERRUPTED,
                Optional.empty(), List.of(PanelSamples.waiting(1, "One", 10))));
        model.look();

        assertThat(left().canResume()).isFalse();
        assertThat(left().checking()).contains("distribute them by a new sheet");
        model.resume();
        assertThat(parts.plans.asked()).isEmpty();
        model.leave();
        assertThat(parts.plans.asked()).hasSize(1);
    }

    @Test
    void eachRunSaysWhereItWasLeftWhereItIsAndWhatHappenedMeanwhile() {
        var gone = PanelSamples.waiting(4, "Four", 10);
        leave(PlanPhase.INTERRUPTED, PanelSamples.done(1, "One", 10),
                sent(2, Action.CLOSE, Known.REPORTING, new RunStanding.WaitsForPlace()),
                sent(3, Action.CLOSE, Known.DRAFT_INVOICES, new RunStanding.WaitsForPlace()),
                new RunInPlan(gone.planned(), Optional.empty(), gone.standing(), Optional.empty(), Optional.empty(),
                        Optional.empty()),
                sent(5, Action.DRAFT_INVOICES, Known.REPORTING, new RunStanding.BeingFoundOut(Action.DRAFT_INVOICES)));
        assertThat(left().rows()).containsExactly(new Row("One", "Done", "Full invoices ready", ""),
                new Row("Area 2", "After: Close and report", "Reported", "Where the plan left it"),
                new Row("Area 3", "After: Close and report", "Draft invoices ready",
                        "Moved from Reporting to Draft invoices; the plan stops there when it is resumed"),
                new Row("Four", "Not begun", "—", "Not read yet, or not listed any more"),
                new Row("Area 5", "While sending: Draft invoices", "Reported",
                        "What came of it is known; the plan takes that in first"));
    }

    @Test
    void whatWasBeingWrittenGetsItsVerdictFirst() {
        parts.unknown.add(RunKey.regular(5));
        leave(PlanPhase.INTERRUPTED, sent(5, Action.DRAFT_INVOICES, Known.REPORTING,
                new RunStanding.BeingFoundOut(Action.DRAFT_INVOICES)));
        assertThat(left().checking()).contains("Area 5");
        model.resume();
        assertThat(parts.plans.asked()).isEmpty();
        parts.unknown.clear();
        parts.time.advance(Duration.ofSeconds(3));
        model.secondPassed();
        model.resume();
        assertThat(parts.plans.asked()).containsExactly("resume");
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
    }

    @Test
    void aPlanOfAnotherConsoleIsToldAndLeftAlone() {
        leave(PlanPhase.RUN_ELSEWHERE, PanelSamples.waiting(1, "One", 10));
        assertThat(left().text()).startsWith("Another console on this computer runs a plan of 1 run");
        model.resume();
        model.leave();
        assertThat(parts.plans.asked()).isEmpty();
    }

    @Test
    void aPlanThatIsLeftIsNotToldOfAgain() {
        leave(PlanPhase.INTERRUPTED, PanelSamples.waiting(1, "One", 10));
        model.leave();
        assertThat(parts.plans.asked()).containsExactly("leave");
        assertThat(model.stateProperty().get()).isEqualTo(new State.None());
    }

    @ParameterizedTest
    @EnumSource
    void whyItWasNotTakenOnIsSaid(Refusal why) {
        leave(PlanPhase.INTERRUPTED, PanelSamples.waiting(1, "One", 10));
        parts.plans.refuse(why);
        model.resume();
        assertThat(model.refusedProperty().get()).containsAnyOf("Nothing was sent", "nothing was sent");
        assertThat(left().canResume()).isTrue();
    }

    @Test
    void twoClicksAreOneAnswer() {
        var held = new HeldTasks();
        parts.tasks = held;
        var slow = parts.interrupted();
        parts.plans.leaveBehind(PanelSamples.through(PlanPhase.INTERRUPTED, List.of(PanelSamples.waiting(1, "One",
                10))));
        slow.look();
        held.release();
        slow.resume();
        slow.resume();
        slow.leave();
        held.release();
        assertThat(parts.plans.asked()).containsExactly("resume");
    }
}
