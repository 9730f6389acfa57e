package org.billrunconsole.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.StepRail.Entry;
import org.billrunconsole.domain.lifecycle.StepRail.State;
import org.billrunconsole.domain.lifecycle.StepRail.Step;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class StepRailTest {

    private static StepRail regular(RunStatus.Known status, Stage.Known stage, int percent) {
        return StepRail.of(SampleRuns.regular(1, status, stage, OptionalInt.of(percent)));
    }

    @Test
    void aRunningStageIsCurrentAndWhatLiesBehindIsDone() {
        assertThat(regular(RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, 62).steps()).startsWith(
                new Entry(Step.CLOSE_AND_REPORT, State.DONE), new Entry(Step.DRAFT_INVOICES, State.CURRENT),
                new Entry(Step.REVIEW_DRAFTS, State.AHEAD));
    }

    @Test
    void finishedDraftsWaitForAPerson() {
        assertThat(regular(RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, 100).steps()).contains(
                new Entry(Step.DRAFT_INVOICES, State.DONE), new Entry(Step.REVIEW_DRAFTS, State.WAITING));
    }

    @Test
    void anAdhocRunHasNoDrafts() {
        var rail = StepRail.of(SampleRuns.adhoc(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING,
                OptionalInt.of(100)));
        assertThat(rail.steps()).extracting(Entry::step).doesNotContain(Step.DRAFT_INVOICES, Step.REVIEW_DRAFTS);
        assertThat(rail.steps()).contains(new Entry(Step.FULL_INVOICES, State.WAITING));
    }

    @Test
    void aFinishedRunIsDoneThroughout() {
        assertThat(regular(RunStatus.Known.FINALIZED, Stage.Known.FINISHED, 100).steps()).extracting(Entry::state)
                .containsOnly(State.DONE);
    }
}
