package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.runs.plan.PlanEstimate.Range;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.DraftWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class PlanEstimateTest {

    private static final RunStanding WAITS = new RunStanding.WaitsForPlace();

    private final ManualTime time = new ManualTime();
    private final RunStore store = new RunStore();
    private final RunHistoryRecorder recorder = new RunHistoryRecorder(time, _ -> false);
    private final PlanEstimate estimate = new PlanEstimate(new RunAnalysis(store, recorder,
            new ReferenceData(new StubApi(), Optional.empty()), _ -> Optional.empty(), _ -> false,
            new Checks(() -> CheckThresholds.DEFAULT), new DraftWatch(time),
            new Acknowledgements(() -> "billing.ops", time, _ -> {}),
            new RunNotes(Optional.empty(), () -> "billing.ops", time), time, ZoneOffset.UTC));
    private long earlierRuns = 900;

    PlanEstimateTest() {
        store.addListener(recorder::onChange);
    }

    /** The console has seen a run of the cycle go through reporting in a time. */
    private void reportingTook(Duration length) {
        var id = earlierRuns++;
        read(SampleRuns.openRun(id));
        read(SampleRuns.regular(id, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(1)));
        time.advance(length);
        read(SampleRuns.regular(id, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100)));
    }

    private void read(BillRun run) {
        recorder.onChange(new Freshness.Live(time.instant()));
        store.put(List.of(run));
    }

    private PlanSnapshot plan(PlanPhase phase, PlanGoal goal, int places, RunStanding... standings) {
        var runs = new ArrayList<RunInPlan>();
        for (int i = 0; i < standings.length; i++) {
            var run = SampleRuns.openRun(i + 1);
            var began = standings[i].equals(WAITS) ? Optional.<Instant>empty() : Optional.of(time.instant());
            runs.add(new RunInPlan(new PlannedRun(run, List.of(), "", false, Optional.empty()), Optional.of(run),
                    standings[i], Optional.empty(), began, Optional.empty()));
        }
        return new PlanSnapshot(new Plan(UUID.randomUUID(), time.instant(), JournalEntries.ORIGIN, goal,
                new PlanOptions(places, PlanOrder.AS_LISTED, false), runs.stream().map(RunInPlan::planned).toList()),
                phase, Optional.empty(), time.instant(), Optional.empty(), runs);
    }

    private Optional<Range> of(PlanSnapshot plan) {
        return estimate.of(plan, time.instant());
    }

    @Test
    void withoutAHistoryThereIsNone() {
        assertThat(of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 2, WAITS))).isEmpty();
    }

    @Test
    void runsThatWaitTakeThePlacesThatBecomeFree() {
        reportingTook(Duration.ofMinutes(10));

        var range = of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 2, WAITS, WAITS, WAITS)).orElseThrow();

        assertThat(range.earliest()).isEqualTo(time.instant().plus(Duration.ofMinutes(20)));
        assertThat(range.latest()).isEqualTo(range.earliest());
    }

    @Test
    void theLastTimeAndTheUsualOneMakeARange() {
        reportingTook(Duration.ofMinutes(10));
        reportingTook(Duration.ofMinutes(12));
        reportingTook(Duration.ofMinutes(30));

        var range = of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 1, WAITS, WAITS)).orElseThrow();

        assertThat(range.earliest()).isEqualTo(time.instant().plus(Duration.ofMinutes(24)));
        assertThat(range.latest()).isEqualTo(time.instant().plus(Duration.ofMinutes(60)));
    }

    @Test
    void aStepThatWasNeverSeenLeavesItOpen() {
        reportingTook(Duration.ofMinutes(10));

        assertThat(of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.DRAFTS_READY, 2, WAITS))).isEmpty();
    }

    @Test
    void whatWaitsForAPersonHasNoEndInSight() {
        reportingTook(Duration.ofMinutes(10));

        assertThat(of(plan(PlanPhase.PAUSED, PlanGoal.RunThrough.REPORTED, 2, WAITS))).isEmpty();
        assertThat(of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 2,
                new RunStanding.NeedsProof(Stage.Known.REPORTING), WAITS))).isEmpty();
        var held = plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 2, WAITS);
        assertThat(of(new PlanSnapshot(held.plan(), held.phase(), Optional.of(new Reason(Reason.Code.STALE,
                List.of())), held.began(), held.ended(), held.runs()))).isEmpty();
    }

    @Test
    void onceAllHaveTheirVerdictThereIsNothingToEstimate() {
        reportingTook(Duration.ofMinutes(10));

        assertThat(of(plan(PlanPhase.RUNNING, PlanGoal.RunThrough.REPORTED, 2,
                new RunStanding.Ended(RunVerdict.DONE)))).isEmpty();
    }
}
