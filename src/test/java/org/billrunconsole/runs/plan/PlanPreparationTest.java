package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanGoal.RunThrough;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.DraftWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.UnansweredWrites;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class PlanPreparationTest {

    private static final RunStatus CLOSED = RunStatus.Known.CLOSED;

    private final ManualTime time = new ManualTime();
    private final ActionContextProvider contexts = new ActionContextProvider(true, false);
    private final PlanPreparation preparation = new PlanPreparation(new RunActions(contexts, new UnansweredWrites()),
            new RunAnalysis(new RunStore(), new RunHistoryRecorder(time, _ -> false), new ReferenceData(new StubApi(),
                    Optional.empty()), _ -> Optional.empty(), _ -> false, new Checks(() -> CheckThresholds.DEFAULT),
                    new DraftWatch(time), new Acknowledgements(() -> "billing.ops", time, _ -> {}),
                    new RunNotes(Optional.empty(), () -> "billing.ops", time), time,
                    ZoneOffset.UTC));

    PlanPreparationTest() {
        time.advance(Duration.between(time.instant(), Instant.parse("2026-12-01T09:00:00Z")));
    }

    private Candidate candidate(PlanGoal goal, Run run) {
        return preparation.candidates(goal, List.of(run)).getFirst();
    }

    private static Optional<Reason.Code> whyNot(Candidate candidate) {
        return candidate.skipped().map(why -> ((StopReason.NotAllowed) why).reason().code());
    }

    @Test
    void aReadOnlyConnectionLetsAPlanBeMade() {
        assertThat(candidate(RunThrough.FULL_INVOICES_READY, SampleRuns.openRun(1)).skipped()).isEmpty();
    }

    @Test
    void aRunThatCannotTakeTheStepIsSkippedWithTheReason() {
        assertThat(whyNot(candidate(new PlanGoal.OneStep(Action.DRAFT_INVOICES), SampleRuns.openRun(1)))).contains(
                Reason.Code.NOT_CLOSED);
        assertThat(whyNot(candidate(new PlanGoal.OneStep(Action.DRAFT_INVOICES), SampleRuns.adhoc(1, CLOSED,
                Stage.Known.REPORTING, OptionalInt.of(100))))).contains(Reason.Code.NO_DRAFTS_FOR_ADHOC);
    }

    @Test
    void anAdhocRunGoesThroughWithoutDrafts() {
        var run = SampleRuns.adhoc(1, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());

        assertThat(candidate(RunThrough.FULL_INVOICES_READY, run).skipped()).isEmpty();
        assertThat(PlanRules.stepsTo(run, RunThrough.FULL_INVOICES_READY)).containsExactly(Action.CLOSE,
                Action.FULL_INVOICES);
    }

    @Test
    void aRunThatIsInTheMiddleOfAnEarlierStageComesToItsTurnByItself() {
        var reporting = SampleRuns.regular(1, CLOSED, Stage.Known.REPORTING, OptionalInt.of(40));

        assertThat(candidate(RunThrough.FULL_INVOICES_READY, reporting).skipped()).isEmpty();
        assertThat(whyNot(candidate(new PlanGoal.OneStep(Action.DRAFT_INVOICES), reporting))).contains(
                Reason.Code.STAGE_RUNNING);
    }

    @Test
    void aRunThatIsThereAlreadyOrPastItIsSkipped() {
        var drafts = SampleRuns.regular(1, CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(100));

        assertThat(whyNot(candidate(RunThrough.DRAFTS_READY, drafts))).contains(Reason.Code.ALREADY_PAST);
        assertThat(whyNot(candidate(RunThrough.REPORTED, drafts))).contains(Reason.Code.ALREADY_CLOSED);
        assertThat(whyNot(candidate(RunThrough.FULL_INVOICES_READY, SampleRuns.regular(1, RunStatus.Known.FINALIZED,
                Stage.Known.FINISHED)))).contains(Reason.Code.FINALIZED);
    }

    @Test
    void aRunWhoseStageNobodyCallsDoneHasToBeAccepted() {
        var silent = candidate(RunThrough.FULL_INVOICES_READY, SampleRuns.regular(1, CLOSED, Stage.Known.REPORTING));

        assertThat(silent.unproven()).isTrue();
        assertThat(silent.needsReason()).isTrue();
        assertThat(silent.planned(true, "seen in the vendor's own window").acceptsUnproven()).isTrue();
        assertThat(silent.planned(false, "").acceptsUnproven()).isFalse();
    }

    @Test
    void whatWarnsOfAnyOfTheStepsHasToBeAccepted() {
        var run = SampleRuns.openRun(1);
        time.advance(Duration.ofDays(-3));

        var early = candidate(RunThrough.FULL_INVOICES_READY, run);

        assertThat(early.warnings()).extracting(Check::kind).contains(Check.Kind.PERIOD_NOT_OVER);
        assertThat(early.planned(true, "agreed").accepted()).isEqualTo(early.warnings());
        assertThat(early.takenOut().skipped()).contains(StopReason.Plain.BY_OPERATOR);
    }

    @Test
    void theOrderIsTheOneThatWasChosen() {
        var slow = new Candidate(SampleRuns.openRun(1), Optional.empty(), List.of(), false, Optional.of(
                Duration.ofMinutes(9)));
        var quick = new Candidate(SampleRuns.openRun(2), Optional.empty(), List.of(), false, Optional.of(
                Duration.ofMinutes(3)));
        var unknown = new Candidate(SampleRuns.with(SampleRuns.openRun(3), RunStatus.Known.OPEN,
                Stage.Known.PROPERTIES, OptionalLong.empty()), Optional.empty(), List.of(), false, Optional.empty());
        var listed = List.of(unknown, slow, quick);

        assertThat(PlanPreparation.inOrder(PlanOrder.AS_LISTED, listed)).isEqualTo(listed);
        assertThat(PlanPreparation.inOrder(PlanOrder.SHORTEST_FIRST, listed)).containsExactly(quick, slow, unknown);
        assertThat(PlanPreparation.inOrder(PlanOrder.BY_CYCLE, listed)).isEqualTo(listed);
    }
}
