package org.billrunconsole.ui.plan.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.junit.jupiter.api.Test;

class PlanPanelNoticesTest {

    private final PanelParts parts = new PanelParts();
    private final PlanPanelNotices notices = parts.notices();

    private void put(PlanPhase phase, RunInPlan... runs) {
        parts.plans.put(PanelSamples.through(phase, List.of(runs)));
    }

    private static RunInPlan stopped(long id) {
        return PanelSamples.ended(id, "Area " + id, 10, Known.PROPERTIES, Outcome.NOT_SENT,
                StopReason.Plain.RUN_GONE);
    }

    private static RunInPlan waits(long id) {
        return PanelSamples.waiting(id, "Area " + id, 10);
    }

    @Test
    void theFirstRunThatNeedsSomebodyIsToldAtOnceAndThoseThatFollowTogether() {
        put(PlanPhase.RUNNING, waits(1), waits(2), waits(3));
        assertThat(parts.told).isEmpty();
        put(PlanPhase.RUNNING, stopped(1), waits(2), waits(3));
        assertThat(parts.told).containsExactly("1 run needs you | Run through · 3 runs to “full invoices ready”");
        put(PlanPhase.RUNNING, stopped(1), stopped(2), waits(3));
        put(PlanPhase.RUNNING, stopped(1), stopped(2), stopped(3));
        notices.secondPassed();
        assertThat(parts.told).hasSize(1);
        parts.time.advance(PlanPanelNotices.TOGETHER);
        notices.secondPassed();
        notices.secondPassed();
        assertThat(parts.told).hasSize(2).last().asString().startsWith("3 runs need you");
    }

    @Test
    void aRunThatWaitsForAWordNeedsSomebodyToo() {
        put(PlanPhase.RUNNING, PanelSamples.run(1, "One", 10, Known.DRAFT_INVOICES, OptionalInt.empty(),
                new RunStanding.NeedsProof(Known.DRAFT_INVOICES)));
        assertThat(parts.told).hasSize(1);
    }

    @Test
    void theEndIsToldOnceWithHowManyAreDone() {
        put(PlanPhase.RUNNING, waits(1), stopped(2));
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10), stopped(2), PanelSamples.ended(3, "Three", 10,
                Known.PROPERTIES, Outcome.SKIPPED, StopReason.Plain.BY_OPERATOR));
        put(PlanPhase.ENDED, PanelSamples.done(1, "One", 10), stopped(2), PanelSamples.ended(3, "Three", 10,
                Known.PROPERTIES, Outcome.SKIPPED, StopReason.Plain.BY_OPERATOR));
        notices.secondPassed();
        assertThat(parts.told).hasSize(2).last().asString().startsWith("Plan ended: 1 of 2 done");
    }

    @Test
    void whatTheOperatorStoppedIsNoNews() {
        put(PlanPhase.STOPPING, PanelSamples.ended(1, "One", 10, Known.PROPERTIES, Outcome.NOT_SENT,
                StopReason.Plain.BY_OPERATOR), waits(2));
        assertThat(parts.told).isEmpty();
    }

    @Test
    void nothingListensAfterItIsClosed() {
        notices.close();
        assertThat(parts.plans.isListenedTo()).isFalse();
    }
}
