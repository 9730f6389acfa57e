package org.billrunconsole.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.kit.dialog.HoldBack;
import org.billrunconsole.ui.plan.PlanSheetViewModel.Problem;
import org.billrunconsole.ui.plan.PlanSheetViewModel.State;
import org.billrunconsole.ui.plan.PlanSheetViewModel.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanSheetViewModelTest {

    private static final PlanGoal THROUGH = PlanGoal.RunThrough.FULL_INVOICES_READY;
    private static final PlanGoal DISTRIBUTE = new PlanGoal.OneStep(Action.DISTRIBUTE);

    private final SheetRuns runs = new SheetRuns();

    private PlanSheetViewModel sheet(PlanGoal goal, Run... chosen) {
        return runs.sheet(goal, List.of(chosen), ConnectionKind.TEST, 0, new InlineTasks());
    }

    private static List<Optional<StopReason>> skipped(Plan plan) {
        return plan.runs().stream().map(PlannedRun::skipped).toList();
    }

    private Plan started() {
        assertThat(runs.plans.started()).hasSize(1);
        return runs.plans.started().getFirst();
    }

    private void stale() {
        runs.services.contextProvider()
                .readFreshnessFrom(() -> new Freshness.Stale(Optional.empty(),
                        new Failure.TimedOut(StubApi.exchange())));
    }

    private Plan another() {
        return new Plan(UUID.randomUUID(), Instant.EPOCH, new Origin("", "", ""), THROUGH, PlanOptions.DEFAULT,
                List.of());
    }

    @Test
    void whatIsMadeOutComesOffTheWindowsThreadAndNothingStartsBefore() {
        var tasks = new HeldTasks();
        var sheet = runs.sheet(THROUGH, SheetRuns.open(1, 60), ConnectionKind.TEST, 0, tasks);
        assertThat(sheet.stateProperty().get()).isEqualTo(State.PREPARING);
        sheet.start();
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.release();
        assertThat(sheet.stateProperty().get()).isEqualTo(State.OPEN);
        assertThat(sheet.countsProperty().get()).isEqualTo(new PlanSheetRows.Counts(60, 60, 0, 0, 0, 0));
        assertThat(runs.plans.started()).isEmpty();
    }

    @Test
    void theFiguresStayAsTheyWereWhenItWasOpened() {
        runs.services.store().put(List.of(SheetRuns.open(1)));
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        runs.services.store().put(List.of(SheetRuns.invoiced(1, SheetRuns.EUROS)));
        runs.services.contextProvider().changed();
        assertThat(sheet.rows().all()).extracting(PlanSheetRow::run).containsExactly(SheetRuns.open(1));
        sheet.start();
        assertThat(started().runs()).extracting(PlannedRun::shown).containsExactly(SheetRuns.open(1));
    }

    @Test
    void thePlanSaysWhoMadeItHowItGoesAndWhatIsLeftAlone() {
        var sheet = sheet(THROUGH, SheetRuns.open(1), SheetRuns.invoiced(2, SheetRuns.POUNDS), SheetRuns.open(3));
        sheet.rows().all().get(2).setIncluded(false);
        sheet.writeMostInProgress(OptionalInt.of(5));
        sheet.stopOnFailureProperty().set(true);
        assertThat(sheet.countsProperty().get()).isEqualTo(new PlanSheetRows.Counts(3, 1, 0, 0, 1, 1));
        sheet.start();
        assertThat(sheet.stateProperty().get()).isEqualTo(State.CLOSED);
        var plan = started();
        assertThat(plan.origin()).isEqualTo(new Origin("billing.ops", "Elevate EU", "rest.example.com"));
        assertThat(plan.made()).isEqualTo(runs.time.instant());
        assertThat(plan.options()).isEqualTo(new PlanOptions(5, PlanOrder.AS_LISTED, true));
        assertThat(skipped(plan).get(0)).isEmpty();
        assertThat(skipped(plan).get(1)).containsInstanceOf(StopReason.NotAllowed.class);
        assertThat(skipped(plan).get(2)).contains(StopReason.Plain.BY_OPERATOR);
        assertThat(runs.plans.isListenedTo()).isFalse();
    }

    @Test
    void aSkippedRunCannotBeTakenAlong() {
        var sheet = sheet(THROUGH, SheetRuns.invoiced(2, SheetRuns.POUNDS));
        sheet.rows().all().getFirst().setIncluded(true);
        assertThat(sheet.countsProperty().get().included()).isZero();
        assertThat(sheet.problemProperty().get()).contains(Problem.NOTHING_LEFT);
    }

    @Test
    void whatWarnsWantsAReasonOrIsTakenOut() {
        var sheet = sheet(THROUGH, SheetRuns.suspended(1), SheetRuns.open(2));
        assertThat(sheet.problemProperty().get()).contains(Problem.REASON_MISSING);
        sheet.start();
        assertThat(runs.plans.started()).isEmpty();
        sheet.rows().takeOutOpen();
        assertThat(sheet.problemProperty().get()).isEmpty();
        sheet.rows().all().getFirst().setIncluded(true);
        sheet.rows().reasonProperty().set("Agreed");
        assertThat(sheet.problemProperty().get()).isEmpty();
        sheet.start();
        assertThat(started().runs().getFirst().reason()).isEqualTo("Agreed");
        assertThat(started().runs().getFirst().accepted()).extracting(Check::kind).containsExactly(
                Check.Kind.RENTAL_SUSPENSE);
        assertThat(started().runs().getLast().accepted()).isEmpty();
    }

    @Test
    void aReasonOfItsOwnStandsInPlaceOfTheOneForAll() {
        var sheet = sheet(THROUGH, SheetRuns.suspended(1), SheetRuns.suspended(2));
        sheet.rows().reasonProperty().set("Agreed");
        var row = sheet.rows().all().getFirst();
        row.itsOwnReasonProperty().set(true);
        assertThat(sheet.problemProperty().get()).contains(Problem.REASON_MISSING);
        row.reasonProperty().set("Credit note follows");
        sheet.start();
        assertThat(started().runs()).extracting(PlannedRun::reason).containsExactly("Credit note follows", "Agreed");
    }

    @Test
    void anotherGoalIsMadeOutForTheSameRunsAndKeepsWhatWasTakenOutAndWritten() {
        var sheet = sheet(THROUGH, SheetRuns.suspended(1), SheetRuns.open(2));
        sheet.rows().all().get(1).setIncluded(false);
        sheet.rows().reasonProperty().set("Agreed");
        sheet.goalProperty().set(PlanGoal.RunThrough.REPORTED);
        assertThat(sheet.countsProperty().get()).isEqualTo(new PlanSheetRows.Counts(2, 1, 1, 0, 1, 0));
        sheet.start();
        assertThat(started().goal()).isEqualTo(PlanGoal.RunThrough.REPORTED);
    }

    @Test
    void theRunsStandInTheOrderInWhichTheyBegin() {
        var pounds = SheetRuns.open(8);
        var euros = SheetRuns.run(2, SheetRuns.EUROS, org.billrunconsole.domain.RunStatus.Known.OPEN,
                org.billrunconsole.domain.Stage.Known.PROPERTIES, 5, 0);
        var sheet = sheet(THROUGH, euros, pounds);
        sheet.orderProperty().set(PlanOrder.BY_CYCLE);
        assertThat(sheet.rows().all()).extracting(PlanSheetRow::run).containsExactly(pounds, euros);
        sheet.orderProperty().set(PlanOrder.AS_LISTED);
        assertThat(sheet.rows().all()).extracting(PlanSheetRow::run).containsExactly(euros, pounds);
    }

    @Test
    void aNumberThatIsNoneKeepsItFromStarting() {
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        sheet.writeMostInProgress(OptionalInt.empty());
        assertThat(sheet.problemProperty().get()).contains(Problem.AT_A_TIME_OUT_OF_RANGE);
        sheet.start();
        assertThat(runs.plans.started()).isEmpty();
    }

    @Test
    void aReadOnlyOrStaleConnectionIsLookedAtButStartsNothing() {
        runs.services.contextProvider().setReadOnlyConnection(true);
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        assertThat(sheet.countsProperty().get().included()).isEqualTo(1);
        assertThat(sheet.deniedProperty().get().orElseThrow().code()).isEqualTo(
                Reason.Code.READ_ONLY_CONNECTION);
        runs.services.contextProvider().setReadOnlyConnection(false);
        assertThat(sheet.deniedProperty().get()).isEmpty();
        stale();
        assertThat(sheet.deniedProperty().get().orElseThrow().code()).isEqualTo(Reason.Code.STALE);
        sheet.start();
        assertThat(runs.plans.started()).isEmpty();
    }

    @Test
    void whileAnotherPlanRunsItWaits() {
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        runs.plans.run(another());
        assertThat(sheet.problemProperty().get()).contains(Problem.ANOTHER_PLAN);
        runs.plans.putAway();
        assertThat(sheet.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Plans.Refusal.class)
    void aRefusalIsSaidAndItCanBeTriedAgain(Plans.Refusal why) {
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        runs.plans.refuse(why);
        sheet.start();
        assertThat(sheet.stateProperty().get()).isEqualTo(State.OPEN);
        assertThat(sheet.troubleProperty().get()).contains(Trouble.valueOf(why.name()));
    }

    @Test
    void itIsStartedOnceHoweverOftenTheButtonIsPressed() {
        var tasks = new HeldTasks();
        var sheet = runs.sheet(THROUGH, SheetRuns.open(1, 2), ConnectionKind.TEST, 0, tasks);
        tasks.release();
        sheet.start();
        sheet.start();
        sheet.cancel();
        assertThat(sheet.stateProperty().get()).isEqualTo(State.STARTING);
        tasks.release();
        assertThat(runs.plans.started()).hasSize(1);
    }

    @Test
    void aSheetThatIsLeftStartsNothingAndFollowsNothing() {
        var sheet = sheet(THROUGH, SheetRuns.open(1));
        sheet.cancel();
        sheet.start();
        assertThat(runs.plans.started()).isEmpty();
        assertThat(runs.plans.isListenedTo()).isFalse();
    }

    @Test
    void onlyWhatCanBeUndoneOnASystemOfNoConsequenceMayBeConfirmedByEnter() {
        runs.services.store().put(List.of(SheetRuns.open(1)));
        assertThat(sheet(new PlanGoal.OneStep(Action.CLOSE), SheetRuns.open(1)).isGrave()).isFalse();
        assertThat(sheet(PlanGoal.RunThrough.DRAFTS_READY, SheetRuns.open(1)).isGrave()).isFalse();
        assertThat(sheet(THROUGH, SheetRuns.open(1)).isGrave()).isTrue();
        assertThat(sheet(DISTRIBUTE, SheetRuns.open(1)).isGrave()).isTrue();
        assertThat(runs.sheet(new PlanGoal.OneStep(Action.CLOSE), SheetRuns.open(1, 1), ConnectionKind.PRODUCTION, 5,
                new InlineTasks()).isGrave()).isTrue();
    }

    private PlanSheetViewModel heldBack() {
        var sheet = runs.sheet(DISTRIBUTE, List.of(SheetRuns.invoiced(1, SheetRuns.POUNDS)), ConnectionKind.PRODUCTION,
                3, new InlineTasks());
        sheet.start();
        assertThat(sheet.stateProperty().get()).isEqualTo(State.HOLDING);
        return sheet;
    }

    private static void secondsPass(PlanSheetViewModel sheet) {
        for (var second = 0; second < 5; second++) {
            sheet.secondPassed();
        }
    }

    @Test
    void distributionOnAProductionSystemGoesOutOnceItsSecondsArePast() {
        var sheet = heldBack();
        assertThat(runs.plans.started()).isEmpty();
        secondsPass(sheet);
        assertThat(runs.plans.started()).hasSize(1);
        assertThat(sheet.stateProperty().get()).isEqualTo(State.CLOSED);
    }

    @Test
    void whatIsHeldBackStopsWhenItIsCoveredOrStaleOrCalledOff() {
        var covered = heldBack();
        covered.covered();
        secondsPass(covered);
        assertThat(covered.holdBack().stoppedProperty().get()).contains(HoldBack.Stop.COVERED);
        assertThat(covered.stateProperty().get()).isEqualTo(State.OPEN);
        var lost = heldBack();
        stale();
        secondsPass(lost);
        assertThat(lost.holdBack().stoppedProperty().get()).contains(HoldBack.Stop.NOT_FRESH);
        runs.fresh();
        var calledOff = heldBack();
        calledOff.cancel();
        secondsPass(calledOff);
        assertThat(calledOff.stateProperty().get()).isEqualTo(State.CLOSED);
        assertThat(runs.plans.started()).isEmpty();
    }
}
