package org.billrunconsole.ui.plan.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.plan.PlanEstimate;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Mark;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.Step;
import org.billrunconsole.ui.plan.panel.PlanPanelLine.StepState;
import org.billrunconsole.ui.plan.panel.PlanPanelViewModel.Question;
import org.billrunconsole.ui.plan.panel.PlanPanelViewModel.View;
import org.junit.jupiter.api.Test;

class PlanPanelViewModelTest {

    private final PanelParts parts = new PanelParts();
    private final PlanPanelViewModel model = parts.panel(Runnable::run);

    private PlanPanelHead head() {
        return model.headProperty().get().orElseThrow();
    }

    private PlanPanelLine line(int at) {
        return model.rows().get(at).line();
    }

    private void put(PlanPhase phase, RunInPlan... runs) {
        parts.plans.put(PanelSamples.through(phase, List.of(runs)));
    }

    private static RunInPlan proof(long id) {
        return PanelSamples.run(id, "Area " + id, 10, Known.DRAFT_INVOICES, OptionalInt.empty(),
                new RunStanding.NeedsProof(Known.DRAFT_INVOICES));
    }

    @Test
    void thereIsNoPanelWithoutAPlan() {
        assertThat(model.viewProperty().get()).isEqualTo(View.NONE);
        assertThat(model.headProperty().get()).isEmpty();
        assertThat(model.stepBack()).isFalse();
    }

    @Test
    void aPlanThatBeginsOpensAndSaysWhatItDoes() {
        parts.end = PanelParts.designedEnd(parts.time.instant());
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        assertThat(model.viewProperty().get()).isEqualTo(View.LINES);
        assertThat(head().title()).isEqualTo("Run through · 10 runs to “full invoices ready”");
        assertThat(head().counts()).isEqualTo("2 done · 3 running · 2 stopped · 3 waiting");
        assertThat(head().end()).isEqualTo("ends between 15:40 and 16:25");
        assertThat(head().steps()).isEqualTo("11 of 30 steps");
        assertThat(head().money()).isEqualTo("£8,109,944 · €96,040 · US$12,900");
        assertThat(head().options()).startsWith("2 runs in progress at a time · shortest first").endsWith(
                "stops before distribution, always");
        assertThat(head().columns()).containsExactly("Close and report", "Draft invoices", "Full invoices");
    }

    @Test
    void anEndIsSaidOnlyWhereSomethingIsKnownOfIt() {
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        assertThat(head().end()).isEmpty();
        parts.end = Optional.of(new PlanEstimate.Range(parts.time.instant().plus(Duration.ofDays(2)),
                parts.time.instant().plus(Duration.ofDays(2))));
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        assertThat(head().end()).matches("ends about \\d+ \\w+ \\d{4} \\d\\d:\\d\\d");
    }

    @Test
    void eachRunStandsAsItIs() {
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        assertThat(model.rows()).extracting(row -> row.line().mark()).containsExactly(Mark.DONE, Mark.DONE,
                Mark.RUNNING, Mark.RUNNING, Mark.STOPPED, Mark.STOPPED, Mark.UNKNOWN, Mark.WAITING, Mark.WAITING,
                Mark.WAITING);
        assertThat(model.rows()).extracting(row -> row.line().where()).containsExactly(
                "Full invoices ready · 33 min", "Full invoices ready · 33 min",
                "Full invoices 62\u00a0% · about 9 min left", "Draft invoices 28\u00a0% · about 14 min left",
                "Stopped: 37 rental records are in suspense and will not be billed.",
                "Refused: The server refused the request; nothing was changed. It says: “run is paused”",
                "Draft invoices: outcome unknown, being checked", "Waits for a place (2 at a time)",
                "Waits for a place (2 at a time)", "Waits for a place (2 at a time)");
        assertThat(line(2).steps()).containsExactly(Step.DONE, Step.DONE, Step.running(OptionalDouble.of(0.62)));
        assertThat(line(4).steps()).extracting(Step::state).containsExactly(StepState.DONE, StepState.STOPPED,
                StepState.AHEAD);
        assertThat(line(5).steps()).extracting(Step::state).containsExactly(StepState.STOPPED, StepState.AHEAD,
                StepState.AHEAD);
        assertThat(line(6).steps()).containsExactly(Step.DONE, Step.STOPPED, Step.AHEAD);
        assertThat(line(7).steps()).containsExactly(Step.AHEAD, Step.AHEAD, Step.AHEAD);
        assertThat(line(2).accessible()).isEqualTo("Nov 2026 Business, running, Close and report: done, Draft "
                + "invoices: done, Full invoices: 62\u00a0%, Revenue: £1,284,350, Full invoices 62\u00a0% · about 9 min left");
        assertThat(line(5).whole()).contains("Look at the run");
    }

    @Test
    void adHocRunsHaveNoDraftsAndSkippedOnesNoSteps() {
        var adhoc = SampleRuns.adhoc(31, RunStatus.Known.CLOSED, Known.FULL_INVOICES,
                OptionalInt.of(40));
        var planned = new PlannedRun(adhoc, List.of(), "", false, Optional.empty());
        var run = new RunInPlan(planned, Optional.of(adhoc), new RunStanding.InProgress(Known.FULL_INVOICES,
                OptionalInt.of(40)), Optional.empty(), Optional.of(PanelSamples.BEGAN), Optional.empty());
        put(PlanPhase.RUNNING, run, PanelSamples.ended(2, "Two", 10, Known.PROPERTIES, Outcome.SKIPPED,
                StopReason.Plain.BY_OPERATOR));
        assertThat(line(0).steps()).containsExactly(Step.DONE, Step.NONE, Step.running(OptionalDouble.of(0.4)));
        assertThat(line(1).steps()).containsOnly(Step.NONE);
        assertThat(line(1).where()).isEqualTo("Skipped: Taken out by the operator.");
        assertThat(head().steps()).isEqualTo("1 of 2 steps");
        assertThat(head().counts()).isEqualTo("0 done · 1 running · 1 skipped");
        put(PlanPhase.RUNNING, run);
        assertThat(head().columns()).as("as the plan was made").hasSize(2);
    }

    @Test
    void onePlansStepIsOneSegment() {
        parts.plans.put(PanelSamples.of(new PlanGoal.OneStep(Action.DISTRIBUTE), PlanPhase.RUNNING, Optional.empty(),
                List.of(PanelSamples.done(1, "One", 10),
                        PanelSamples.run(2, "Two", 20, Known.FULL_INVOICES, OptionalInt.of(100),
                                new RunStanding.Sending(Action.DISTRIBUTE, PanelSamples.BEGAN)),
                        PanelSamples.waiting(3, "Three", 30),
                        PanelSamples.ended(4, "Four", 40, Known.FULL_INVOICES, Outcome.NOT_SENT, new StopReason.MovedOn(
                                Optional.of(Known.FULL_INVOICES), Optional.of(Known.DISTRIBUTION))))));
        assertThat(head().title()).isEqualTo("Distribute and finalise · 4 runs");
        assertThat(head().columns()).containsExactly("Distribution");
        assertThat(model.rows()).extracting(row -> row.line().steps().getFirst().state()).containsExactly(
                StepState.DONE, StepState.RUNNING, StepState.AHEAD, StepState.STOPPED);
        assertThat(model.rows()).extracting(row -> row.line().where()).containsExactly(
                "Distribute and finalise: taken by the server · 33 min", "Distribute and finalise: being sent",
                "Waits for its turn",
                "Not sent: Somebody else, or the server by itself, has moved it from Full invoices to Distribution.");
    }

    @Test
    void whatNeedsSomebodyIsNamedAndWhatIsBeingCheckedIsNot() {
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        var needs = head().needs().orElseThrow();
        assertThat(needs.title()).isEqualTo("3 runs need you");
        assertThat(needs.text()).isEqualTo("Each has stopped alone; the others go on.");
        assertThat(needs.links()).extracting(PlanPanelHead.Link::text).containsExactly("Look at Nov 2026 Wholesale",
                "Look at Nov 2026 Partners");
        assertThat(needs.checking()).isEqualTo("Being checked, nothing to do: Week 48 Payphones.");
        put(PlanPhase.RUNNING, PanelSamples.done(1, "One", 10), PanelSamples.ended(2, "Two", 10, Known.PROPERTIES,
                Outcome.NOT_SENT, StopReason.Plain.BY_OPERATOR));
        assertThat(head().needs()).as("nobody has to look at what they stopped themselves").isEmpty();
    }

    @Test
    void ofManyThatNeedSomebodyTheFirstAreNamed() {
        var stopped = new ArrayList<RunInPlan>();
        for (int i = 1; i <= 9; i++) {
            stopped.add(PanelSamples.ended(i, "Area " + i, 10, Known.PROPERTIES, Outcome.NOT_SENT,
                    StopReason.Plain.RUN_GONE));
        }
        parts.plans.put(PanelSamples.through(PlanPhase.ENDED, stopped));
        var needs = head().needs().orElseThrow();
        assertThat(needs.links()).hasSize(6);
        assertThat(needs.more()).isEqualTo("and 3 more");
        assertThat(needs.text()).isEqualTo("Each has stopped alone; it held no other.");
    }

    @Test
    void aHeldPlanSaysWhyAndThatItGoesOnByItself() {
        parts.plans.put(PanelSamples.of(PlanGoal.RunThrough.REPORTED, PlanPhase.RUNNING, Optional.of(new Reason(
                Reason.Code.STALE, List.of())), List.of(
                        PanelSamples.run(1, "One", 10, Known.PROPERTIES,
                                OptionalInt.empty(), new RunStanding.Held(Action.CLOSE, new Reason(Reason.Code.STALE,
                                        List.of()))))));
        assertThat(head().held().orElseThrow()).startsWith("Nothing is sent at the moment").contains("by itself");
        assertThat(line(0).where()).startsWith("Close and report is due; waits because there is no fresh data");
    }

    @Test
    void pauseAndGoOnAreOneButton() {
        put(PlanPhase.RUNNING, PanelSamples.waiting(1, "One", 10));
        model.pauseOrGoOn();
        put(PlanPhase.PAUSED, PanelSamples.run(1, "One", 10, Known.PROPERTIES, OptionalInt.empty(),
                new RunStanding.WaitsForOperator(Action.CLOSE)));
        assertThat(head().end()).isEqualTo("paused by you: what runs is watched, nothing is sent");
        assertThat(line(0).where()).isEqualTo("Close and report is due; the plan is paused");
        model.pauseOrGoOn();
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10));
        model.pauseOrGoOn();
        assertThat(parts.plans.asked()).containsExactly("pause", "go on");
    }

    @Test
    void aPlanIsStoppedOnceTheOperatorHasSaidItTwice() {
        put(PlanPhase.RUNNING, PanelSamples.waiting(1, "One", 10));
        model.askToStop();
        assertThat(parts.plans.asked()).isEmpty();
        assertThat(model.questionProperty().get()).contains(new Question.Stop());
        assertThat(model.stepBack()).as("Esc takes the question back first").isTrue();
        assertThat(model.questionProperty().get()).isEmpty();
        assertThat(model.viewProperty().get()).isEqualTo(View.LINES);
        model.askToStop();
        model.confirm();
        assertThat(parts.plans.asked()).containsExactly("stop");
        assertThat(model.questionProperty().get()).isEmpty();
    }

    @Test
    void theOperatorsWordIsAskedForOncePerRun() {
        put(PlanPhase.RUNNING, proof(1), PanelSamples.waiting(2, "Two", 10));
        assertThat(line(0).mark()).isEqualTo(Mark.NEEDS_WORD);
        assertThat(line(0).where()).isEqualTo("Draft invoices: waits for your word, or for a later stage; "
                + "the server does not say when they are done");
        assertThat(head().needs().orElseThrow().title()).isEqualTo("1 run needs you");
        model.askWhetherDone(line(1));
        assertThat(model.questionProperty().get()).isEmpty();
        model.askWhetherDone(line(0));
        assertThat(model.questionProperty().get()).contains(new Question.IsDone(RunKey.regular(1), "Area 1",
                Stage.Known.DRAFT_INVOICES));
        model.confirm();
        assertThat(parts.plans.asked()).containsExactly("say done 1");
    }

    @Test
    void aQuestionThatHasAnsweredItselfIsGone() {
        put(PlanPhase.RUNNING, proof(1));
        model.askWhetherDone(line(0));
        put(PlanPhase.RUNNING, PanelSamples.done(1, "Area 1", 10));
        assertThat(model.questionProperty().get()).isEmpty();
        model.askToStop();
        put(PlanPhase.ENDED, PanelSamples.done(1, "Area 1", 10));
        assertThat(model.questionProperty().get()).isEmpty();
        model.confirm();
        assertThat(parts.plans.asked()).isEmpty();
    }

    @Test
    void thePanelFoldsAndStaysFoldedAsTheOperatorLeftIt() {
        put(PlanPhase.RUNNING, PanelSamples.waiting(1, "One", 10));
        assertThat(model.stepBack()).isTrue();
        assertThat(model.viewProperty().get()).isEqualTo(View.FOLDED);
        assertThat(model.stepBack()).as("Esc is the table's again").isFalse();
        put(PlanPhase.RUNNING, PanelSamples.done(1, "One", 10));
        assertThat(model.viewProperty().get()).isEqualTo(View.FOLDED);
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10));
        assertThat(model.viewProperty().get()).isEqualTo(View.FOLDED);
    }

    @Test
    void aPlanThatEndsShowsItsResultsUntilItIsPutAway() {
        put(PlanPhase.RUNNING, PanelSamples.waiting(1, "One", 10));
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10));
        assertThat(model.viewProperty().get()).isEqualTo(View.RESULTS);
        assertThat(head().end()).isEqualTo("ended 28 Nov 2026 15:58 after 1 h 6 min");
        assertThat(model.results().rows()).hasSize(1);
        model.show(View.LINES);
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10));
        assertThat(model.viewProperty().get()).as("the operator's own choice").isEqualTo(View.LINES);
        model.putAway();
        assertThat(parts.plans.asked()).containsExactly("put away");
        assertThat(model.viewProperty().get()).isEqualTo(View.NONE);
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void rowsStayWhereTheyAreAndOnlyThoseThatSaySomethingElseChange() {
        parts.plans.put(PanelSamples.many(200, 1));
        var rows = List.copyOf(model.rows());
        var changes = new ArrayList<PlanPanelLine>();
        rows.getFirst().lineProperty().addListener((_, _, now) -> changes.add(now));
        parts.plans.put(PanelSamples.many(200, 1));
        assertThat(changes).isEmpty();
        parts.plans.put(PanelSamples.many(200, 2));
        assertThat(changes).hasSize(1);
        assertThat(model.rows()).containsExactlyElementsOf(rows);
    }

    @Test
    void ofSeveralChangesBeforeTheWindowComesToItOnlyTheNewestIsShown() {
        var window = new ArrayList<Runnable>();
        var busy = parts.panel(window::add);
        window.removeFirst().run();
        for (int round = 1; round <= 50; round++) {
            parts.plans.put(PanelSamples.many(20, round));
        }
        assertThat(window).hasSize(1);
        window.removeFirst().run();
        assertThat(busy.rows().getFirst().line().steps().get(1)).isEqualTo(Step.running(OptionalDouble.of(
                (50 * 7 + 13) % 100 / 100.0)));
    }

    @Test
    void wordsOfTimeGrowOldAndAreSaidAnewAwayFromTheWindow() {
        var held = new HeldTasks();
        parts.tasks = held;
        var panel = parts.panel(Runnable::run);
        parts.plans.put(PanelSamples.through(PlanPhase.RUNNING, PanelSamples.designed()));
        panel.secondPassed();
        assertThat(held.waiting()).isZero();
        parts.time.advance(Duration.ofSeconds(5));
        parts.end = PanelParts.designedEnd(parts.time.instant());
        panel.secondPassed();
        panel.secondPassed();
        assertThat(held.waiting()).isEqualTo(1);
        held.release();
        assertThat(panel.headProperty().get().orElseThrow().end()).isEqualTo("ends between 15:40 and 16:25");
    }

    @Test
    void anotherPlanBeginsWithItsOwnRuns() {
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10));
        var other = PanelSamples.through(PlanPhase.RUNNING, List.of(PanelSamples.waiting(2, "Two", 10),
                PanelSamples.waiting(3, "Three", 10)));
        parts.plans.put(new PlanSnapshot(new Plan(UUID.randomUUID(),
                PanelSamples.BEGAN, other.plan().origin(), other.plan().goal(), other.plan().options(),
                other.plan().runs()), PlanPhase.RUNNING, Optional.empty(), PanelSamples.BEGAN, Optional.empty(),
                other.runs()));
        assertThat(model.viewProperty().get()).isEqualTo(View.LINES);
        assertThat(model.rows()).extracting(row -> row.line().name()).containsExactly("Two", "Three");
    }

    @Test
    void anEndedVerdictIsSaidInFullWithWhatToDo() {
        put(PlanPhase.RUNNING, PanelSamples.run(1, "One", 10, Known.REPORTING, OptionalInt.of(100),
                new RunStanding.Ended(new RunVerdict(Outcome.UNKNOWN, new StopReason.OutcomeUnknown(
                        Action.DRAFT_INVOICES, Optional.empty())))));
        assertThat(line(0).whole()).contains("Do not make this change again");
        assertThat(line(0).mark()).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void nothingListensAfterItIsClosed() {
        model.close();
        assertThat(parts.plans.isListenedTo()).isFalse();
    }
}
