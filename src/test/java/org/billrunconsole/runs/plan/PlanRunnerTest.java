package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.WriteFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanRunnerTest {

    private static final PlanOptions TWO = PlanOptions.DEFAULT;
    private static final Check SUSPENSE_37 = Check.of(Check.Kind.RENTAL_SUSPENSE, Severity.WARNING, 37L);

    private Optional<PlanWorld> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(PlanWorld::close);
    }

    private PlanWorld world(PlanWorld made) {
        open = Optional.of(made);
        return made;
    }

    private PlanWorld through(int runs) {
        return world(new PlanWorld(PlanGoal.RunThrough.FULL_INVOICES_READY, TWO, runs));
    }

    @Test
    void runsGoThroughStepAfterStepAsTheServerShowsEachAsDone() {
        var world = through(1).run();

        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.REPORTING));
        world.progress(1, 40);
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.InProgress(Stage.Known.REPORTING,
                OptionalInt.of(40)));
        assertThat(world.sendings()).isEqualTo(1);
        world.progress(1, 100);
        assertThat(world.server().run(RunKey.regular(1)).stage()).contains(Stage.Known.DRAFT_INVOICES);
        world.progress(1, 100);
        assertThat(world.server().run(RunKey.regular(1)).stage()).contains(Stage.Known.FULL_INVOICES);
        assertThat(world.at(1).verdict()).isEmpty();
        world.progress(1, 100);

        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
        assertThat(world.snapshot().phase()).isEqualTo(PlanPhase.ENDED);
        assertThat(world.sendings()).as("never distribution").isEqualTo(3);
        world.holdAtTheEnd();
    }

    @Test
    void noMoreRunsThanAgreedAreOnTheirWay() {
        var world = through(5).run();

        assertThat(world.snapshot().inProgress()).isEqualTo(2);
        assertThat(world.at(3).standing()).isEqualTo(new RunStanding.WaitsForPlace());
        world.progress(1, 100);
        world.progress(1, 100);
        assertThat(world.at(3).standing()).isEqualTo(new RunStanding.WaitsForPlace());
        world.progress(1, 100);

        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
        assertThat(world.at(3).began()).isPresent();
        assertThat(world.snapshot().inProgress()).isEqualTo(2);
    }

    @Test
    void aStepIsOnTheDiskBeforeItIsSent() {
        var world = through(1).run();

        assertThat(world.kept()).filteredOn(PlanEvent.Sending.class::isInstance).hasSize(1);
        assertThat(world.kept()).last().isInstanceOf(PlanEvent.Taken.class);
    }

    @Test
    void withoutAPercentageOnlyTheOperatorsWordOrALaterStageProvesAStepDone() {
        var world = through(1).run();
        world.pass(Duration.ofHours(5));
        assertThat(world.sendings()).isEqualTo(1);

        world.sayDone(1);

        assertThat(world.sendings()).isEqualTo(2);
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.DRAFT_INVOICES));
        assertThat(world.kept()).filteredOn(PlanEvent.SaidDone.class::isInstance).hasSize(1);
        world.sayDone(1);
        world.sayDone(1);
        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
    }

    @Test
    void theOperatorsWordCountsForTheStageTheyLookedAtAlone() {
        var world = through(1).run();
        world.progress(1, 100);
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.DRAFT_INVOICES));

        world.sayDone(1, Stage.Known.REPORTING);

        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.DRAFT_INVOICES));
        assertThat(world.sendings()).isEqualTo(2);
    }

    @Test
    void aRunThatSomebodyElseTakesBeyondTheGoalIsDone() {
        var world = world(new PlanWorld(PlanGoal.RunThrough.REPORTED, TWO, 1)).run();

        world.another(new Command.DraftInvoices(RunKey.regular(1)));

        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
    }

    @Test
    void aRunThatSomebodyElseMovesOnTheWayIsStoppedAndTheOthersGoOn() {
        var world = through(3).run();

        world.another(new Command.DraftInvoices(RunKey.regular(1)));

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.STOPPED, new StopReason.MovedOn(
                Optional.of(Stage.Known.REPORTING), Optional.of(Stage.Known.DRAFT_INVOICES))));
        assertThat(world.at(3).began()).isPresent();
    }

    @Test
    void aRunThatIsReopenedIsStopped() {
        var world = through(1).run();

        world.another(new Command.Reopen(RunKey.regular(1)));

        assertThat(world.verdict(1).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(world.verdict(1).why()).get().isInstanceOf(StopReason.MovedOn.class);
    }

    @Test
    void aDateThatSomebodyChangesBetweenTwoStepsStopsTheRun() {
        var world = through(1).run();

        world.another(new Command.ChangeInvoiceDate(RunKey.regular(1), LocalDate.of(2026, 12, 9)));
        world.sayDone(1);

        assertThat(world.verdict(1).why()).get().isInstanceOf(StopReason.Changed.class);
        assertThat(world.sendings()).isEqualTo(1);
    }

    @Test
    void aCheckThatNobodyAcceptedStopsTheRunBeforeTheStep() {
        var world = through(2);
        world.warn(1, SUSPENSE_37);
        world.run();

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.NOT_SENT,
                new StopReason.Warned(Action.CLOSE, List.of(SUSPENSE_37))));
        assertThat(world.at(2).verdict()).isEmpty();
        assertThat(world.sendings()).isEqualTo(1);
    }

    @Test
    void anAcceptedCheckHoldsNobodyUpUntilItGetsWorse() {
        var world = world(new PlanWorld(PlanGoal.RunThrough.FULL_INVOICES_READY, TWO, List.of(SampleRuns.openRun(1)),
                Map.of(RunKey.regular(1), List.of(SUSPENSE_37))));
        world.warn(1, SUSPENSE_37);
        world.run();
        world.warn(1, Check.of(Check.Kind.RENTAL_SUSPENSE, Severity.WARNING, 12L));
        world.progress(1, 100);
        assertThat(world.sendings()).as("fewer than accepted").isEqualTo(2);

        world.warn(1, Check.of(Check.Kind.RENTAL_SUSPENSE, Severity.WARNING, 38L));
        world.progress(1, 100);

        assertThat(world.verdict(1).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(world.sendings()).isEqualTo(2);
    }

    @Test
    void figuresThatMovedWithinWhatWasAcceptedHoldNobodyUp() {
        var shown = SampleRuns.withSuspense(SampleRuns.openRun(1), 37);
        var world = world(new PlanWorld(PlanGoal.RunThrough.REPORTED, TWO, List.of(shown),
                Map.of(RunKey.regular(1), List.of(SUSPENSE_37))));
        world.pauseFirst();
        world.run();
        // Since the console read it last; open runs are read seldom.
        world.server().put(SampleRuns.withSuspense(shown, 12));
        world.goOn();

        assertThat(world.at(1).verdict()).isEmpty();
        assertThat(world.sendings()).isEqualTo(1);
    }

    @Test
    void aRunThatCannotBeReadBeforeItsStepIsHeld() {
        var world = through(1).run();
        world.server().put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100)));
        world.readsFail(true);
        world.refresh();
        assertThat(world.at(1).standing()).isInstanceOf(RunStanding.Held.class);

        world.readsFail(false);
        world.refresh();

        assertThat(world.sendings()).isEqualTo(2);
    }

    @Test
    void aRefusalStopsItsRunAlone() {
        var world = through(3);
        world.next(WriteFault.REFUSED);
        world.run();

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.REFUSED, new StopReason.Failed(Action.CLOSE,
                "Rejected", "out of the closeable window")));
        assertThat(world.snapshot().inProgress()).isEqualTo(2);
    }

    @Test
    void afterAFailureNothingMoreIsSentIfThatWasChosen() {
        var world = world(new PlanWorld(new PlanGoal.OneStep(Action.CLOSE), new PlanOptions(1, PlanOrder.AS_LISTED,
                true), 3));
        world.next(WriteFault.NONE);
        world.next(WriteFault.REFUSED);
        world.run();

        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
        assertThat(world.verdict(2).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(world.verdict(3)).isEqualTo(new RunVerdict(Outcome.NOT_SENT, StopReason.Plain.AFTER_FAILURE));
        assertThat(world.sendings()).isEqualTo(2);
        world.holdAtTheEnd();
    }

    @Test
    void anUnknownOutcomeStopsTheRunAndIsToldOnceItIsFound() {
        var world = through(2);
        world.next(WriteFault.ANSWER_LOST);
        world.run();
        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.UNKNOWN,
                new StopReason.OutcomeUnknown(Action.CLOSE, Optional.empty())));

        world.pass(Duration.ofMinutes(5));

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.UNKNOWN,
                new StopReason.OutcomeUnknown(Action.CLOSE, Optional.of(Finding.APPLIED))));
        assertThat(world.sendings()).as("of both runs").isEqualTo(2);
    }

    @Test
    void aStalledRunIsStoppedAndItsPlaceIsFree() {
        var world = through(3).run();
        world.progress(1, 30);

        world.stall(1);

        assertThat(world.verdict(1).why()).get().isInstanceOf(StopReason.Stalled.class);
        assertThat(world.at(3).began()).isPresent();
    }

    @Test
    void aPauseHoldsWhatIsDueAndWatchesOn() {
        var world = through(3).run();
        world.pause();

        world.progress(1, 100);

        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.WaitsForOperator(Action.DRAFT_INVOICES));
        assertThat(world.snapshot().phase()).isEqualTo(PlanPhase.PAUSED);
        assertThat(world.sendings()).isEqualTo(2);
        world.goOn();
        assertThat(world.sendings()).isEqualTo(3);
    }

    @Test
    void withoutASignInThePlanIsHeldAndGoesOnByItself() {
        var world = through(2).run();
        world.online(false);

        world.server().put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100)));
        world.refresh();
        assertThat(world.sendings()).isEqualTo(2);
        world.online(true);

        assertThat(world.sendings()).isEqualTo(3);
        assertThat(world.snapshot().held()).isEmpty();
    }

    @Test
    void aStepThatIsDueWithoutAConnectionSaysThatItIsHeld() {
        var world = through(1);
        world.run();
        world.server().put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100)));
        world.next(WriteFault.NEVER_LEFT);
        world.whileSendingFails(() -> world.online(false));
        world.refresh();

        assertThat(world.at(1).standing()).isInstanceOf(RunStanding.Held.class);
        assertThat(world.snapshot().held()).get().extracting(Reason::code).isEqualTo(Reason.Code.STALE);
        world.online(true);
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.DRAFT_INVOICES));
    }

    @Test
    void withoutAConnectionThePlanIsHeldEvenWhileNoStepIsDue() {
        var world = through(1).run();
        world.progress(1, 40);
        assertThat(world.snapshot().held()).isEmpty();

        world.online(false);

        assertThat(world.at(1).standing()).isInstanceOf(RunStanding.InProgress.class);
        assertThat(world.snapshot().held()).map(Reason::code).contains(Reason.Code.STALE);
        world.online(true);
        assertThat(world.snapshot().held()).isEmpty();
    }

    @Test
    void aPlanThatIsResumedBeforeTheRunsAreReadWaitsForThem() {
        var world = through(1);
        world.online(false);
        world.run();
        assertThat(world.at(1).standing()).isInstanceOf(RunStanding.Held.class);

        world.online(true);

        assertThat(world.sendings()).isEqualTo(1);
    }

    @Test
    void aRunThatTheServerNoLongerListsIsGone() {
        var world = through(2).run();

        world.forget(1);

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.STOPPED, StopReason.Plain.RUN_GONE));
    }

    @Test
    void aStepThatNeverLeftIsTriedAgain() {
        var world = through(1);
        world.next(WriteFault.NEVER_LEFT);
        world.run();

        assertThat(world.kept()).filteredOn(PlanEvent.NotTaken.class::isInstance).hasSize(1);
        assertThat(world.sendings()).isEqualTo(1);
        assertThat(world.at(1).verdict()).isEmpty();
    }

    @Test
    void aStepThatNeverLeavesIsGivenUp() {
        var world = through(1);
        for (int i = 0; i < 9; i++) {
            world.next(WriteFault.NEVER_LEFT);
        }
        world.run();

        assertThat(world.verdict(1).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(world.verdict(1).why()).get().isInstanceOf(StopReason.Failed.class);
        assertThat(world.sendings()).isZero();
    }

    @Test
    void stoppingEndsWhatWasNotSentAndSaysOfTheRestThatItWasLeft() {
        var world = through(3).run();

        world.stop();

        assertThat(world.verdict(1)).isEqualTo(new RunVerdict(Outcome.STOPPED, StopReason.Plain.BY_OPERATOR));
        assertThat(world.verdict(3)).isEqualTo(new RunVerdict(Outcome.NOT_SENT, StopReason.Plain.BY_OPERATOR));
        world.holdAtTheEnd();
    }

    @Test
    void oneStepIsConfirmedWithTheFiguresThatWereShown() {
        var shown = SampleRuns.openRun(1);
        var world = world(new PlanWorld(new PlanGoal.OneStep(Action.CLOSE), TWO, List.of(shown,
                SampleRuns.openRun(2))));
        // Moves between the last look of the console and its own reading before sending.
        world.server().put(SampleRuns.named(shown, "Renamed by somebody"));
        world.run();

        assertThat(world.verdict(1).outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(world.verdict(1).why()).get().isInstanceOf(StopReason.Changed.class);
        assertThat(world.verdict(2)).isEqualTo(RunVerdict.DONE);
    }

    @Test
    void distributionOfManyIsOneStepEach() {
        var runs = List.of(ready(1), ready(2));
        var world = world(new PlanWorld(new PlanGoal.OneStep(Action.DISTRIBUTE), TWO, runs)).run();

        assertThat(world.verdict(1)).isEqualTo(RunVerdict.DONE);
        assertThat(world.sendings()).isEqualTo(2);
    }

    @Test
    void whatAKilledConsoleWasSendingGetsItsVerdictBeforeAnythingElseHappensToTheRun() {
        var world = through(2);
        world.next(WriteFault.KILLED_AFTER);
        world.run();
        assertThat(world.isKilled()).isTrue();
        assertThat(world.kept()).last().isInstanceOf(PlanEvent.Sending.class);

        world.run();
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.BeingFoundOut(Action.CLOSE));
        world.pass(Duration.ofMinutes(3));

        assertThat(world.kept()).filteredOn(PlanEvent.Taken.class::isInstance).hasSize(2);
        assertThat(world.at(1).standing()).isEqualTo(new RunStanding.NeedsProof(Stage.Known.REPORTING));
        assertThat(world.sendings()).isEqualTo(2);
    }

    @Test
    void whatAKilledConsoleMayHaveSentIsNotSentAgain() {
        var world = through(1);
        world.next(WriteFault.KILLED_BEFORE);
        world.run();
        assertThat(world.isKilled()).isTrue();

        world.run();
        world.pass(Duration.ofMinutes(5));

        assertThat(world.verdict(1)).as("nobody can tell what a killed console sent until the run stays as it is")
                .isEqualTo(new RunVerdict(Outcome.UNKNOWN, new StopReason.OutcomeUnknown(Action.CLOSE,
                        Optional.of(Finding.NOT_APPLIED))));
        assertThat(world.sendings()).isZero();
    }

    @Test
    void aRunThatWasClosedWhileThePlanWaitedIsNotTouched() {
        var world = through(3);
        world.another(new Command.Close(RunKey.regular(3), Optional.empty(), Optional.empty()));
        world.run();
        world.progress(1, 100);
        world.progress(1, 100);
        world.progress(1, 100);

        assertThat(world.verdict(3)).isEqualTo(new RunVerdict(Outcome.NOT_SENT, new StopReason.MovedOn(
                Optional.of(Stage.Known.PROPERTIES), Optional.of(Stage.Known.REPORTING))));
    }

    @Test
    void aStepThatIsNotAllowedSaysWhy() {
        var world = world(new PlanWorld(new PlanGoal.OneStep(Action.FULL_INVOICES), TWO, 1)).run();

        assertThat(world.verdict(1).why()).get().isInstanceOfSatisfying(StopReason.NotAllowed.class,
                why -> assertThat(why.reason().code()).isEqualTo(Reason.Code.NOT_CLOSED));
    }

    private static BillRun ready(long id) {
        return SampleRuns.regular(id, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(100));
    }
}
