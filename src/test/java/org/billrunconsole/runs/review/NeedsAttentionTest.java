package org.billrunconsole.runs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.Trends;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class NeedsAttentionTest {

    private static final LocalDate IN_PERIOD = LocalDate.of(2026, 11, 30);
    private static final LocalDate AFTER = LocalDate.of(2026, 12, 1);

    private static BillingCycle cycle(String completion) {
        return new BillingCycle(3, "Business", Optional.empty(), Optional.empty(), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.of(completion), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    private static BillRun with(BillRun run, long suspense, boolean paused) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(),
                OptionalLong.of(suspense), run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(),
                Optional.of(paused));
    }

    private static Set<NeedsAttention> of(Run run, String completion, LocalDate today) {
        return NeedsAttention.of(run, Optional.of(cycle(completion)), false, false, today);
    }

    @Test
    void aRunWhoseStageIsDoneWaitsForAPerson() {
        var ready = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(100));
        assertThat(of(ready, "DISABLED", AFTER)).containsExactly(NeedsAttention.WAITING_FOR_PERSON);
    }

    @Test
    void suspenseCountsOnceTheRunIsDueAndUntilFullInvoices() {
        var open = with(SampleRuns.openRun(1), 12, false);
        assertThat(of(open, "DISABLED", IN_PERIOD)).isEmpty();
        assertThat(of(open, "DISABLED", AFTER)).containsExactly(NeedsAttention.SUSPENSE_ON_DUE_RUN);
        assertThat(of(with(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(5)), 1,
                false), "DISABLED", IN_PERIOD)).containsExactly(NeedsAttention.SUSPENSE_ON_DUE_RUN);
        assertThat(of(with(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES,
                OptionalInt.of(5)), 1, false), "DISABLED", AFTER)).isEmpty();
    }

    @Test
    void anOpenRunThatNobodyPausedMayCloseByItselfOnceItsPeriodIsOver() {
        assertThat(of(SampleRuns.openRun(1), "CLOSE_ONLY", AFTER)).containsExactly(NeedsAttention.MAY_CLOSE_BY_ITSELF);
        assertThat(of(SampleRuns.openRun(1), "CLOSE_ONLY", IN_PERIOD)).isEmpty();
        assertThat(of(SampleRuns.openRun(1), "DISABLED", AFTER)).isEmpty();
        assertThat(of(with(SampleRuns.openRun(1), 0, true), "CLOSE_ONLY", AFTER)).isEmpty();
    }

    /** The sample's period ends on 30 November; without a word of the cycle it may be closed for 15 days after. */
    @Test
    void anOpenRunDeservesALookWhenFewDaysAreLeftToCloseItAndWhenNoneIs() {
        var open = SampleRuns.openRun(1);
        assertThat(of(open, "DISABLED", LocalDate.of(2026, 12, 11))).isEmpty();
        assertThat(of(open, "DISABLED", LocalDate.of(2026, 12, 12))).containsExactly(NeedsAttention.CLOSING_DUE_SOON);
        assertThat(of(open, "DISABLED", LocalDate.of(2026, 12, 15))).containsExactly(NeedsAttention.CLOSING_DUE_SOON);
        assertThat(of(open, "DISABLED", LocalDate.of(2026, 12, 16))).containsExactly(
                NeedsAttention.CLOSING_DEADLINE_PAST);
    }

    @Test
    void whatOthersKnowIsPassedOn() {
        var adhoc = SampleRuns.adhoc(1, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        assertThat(NeedsAttention.of(adhoc, Optional.empty(), true, true, AFTER)).containsExactlyInAnyOrder(
                NeedsAttention.STALLED, NeedsAttention.OUTCOME_UNKNOWN);
        assertThat(NeedsAttention.of(adhoc, Optional.empty(), false, false, AFTER)).isEmpty();
    }

    @Test
    void earlierRunsOfTheCycleAreFoundOldestFirst() {
        var now = SampleRuns.openRun(9);
        var store = new RunStore();
        store.put(List.of(now, ending(2, 8), ending(1, 9), ending(3, 10)));
        assertThat(Trends.comparable(now, store.before(now), 2)).extracting(BillRun::id).containsExactly(1L, 3L);
    }

    private static BillRun ending(long id, int month) {
        var run = SampleRuns.openRun(id);
        return run.updatedBy(new BillRun(id, Optional.empty(), Optional.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.empty(), Optional.of(LocalDate.of(2026, month, 28)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
                Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), Optional.empty()));
    }
}
