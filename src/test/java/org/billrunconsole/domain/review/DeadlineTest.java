package org.billrunconsole.domain.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Deadline.Completion;
import org.billrunconsole.domain.review.Deadline.Phase;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

/** The sample run's period ends on 30 November 2026. */
class DeadlineTest {

    private static final LocalDate END = LocalDate.of(2026, 11, 30);

    private static BillingCycle cycle(OptionalInt before, OptionalInt after, Optional<String> completion,
            OptionalInt hour, OptionalInt offset) {
        return new BillingCycle(3, "Business", Optional.empty(), Optional.empty(), OptionalInt.empty(), before, after,
                completion, hour, OptionalInt.of(59), offset, Optional.empty());
    }

    private static BillingCycle cycle(Optional<String> completion) {
        return cycle(OptionalInt.of(2), OptionalInt.of(5), completion, OptionalInt.of(23), OptionalInt.of(1));
    }

    private static Deadline on(LocalDate today) {
        return Deadline.of(SampleRuns.openRun(1), Optional.of(cycle(Optional.of("DISABLED"))), today).orElseThrow();
    }

    @Test
    void itIsCountedInDaysFromThePeriodsEnd() {
        var deadline = on(END.plusDays(2));
        assertThat(deadline.from()).isEqualTo(END.minusDays(2));
        assertThat(deadline.until()).isEqualTo(END.plusDays(5));
        assertThat(deadline.daysLeft()).isEqualTo(3);
        assertThat(deadline.assumed()).isFalse();
    }

    @Test
    void itPassesAtTheEndOfItsLastDay() {
        assertThat(on(END.minusDays(3)).phase()).isEqualTo(Phase.NOT_YET);
        assertThat(on(END.minusDays(2)).phase()).isEqualTo(Phase.CLOSEABLE);
        assertThat(on(END.plusDays(5)).phase()).isEqualTo(Phase.CLOSEABLE);
        assertThat(on(END.plusDays(5)).daysLeft()).isZero();
        assertThat(on(END.plusDays(6)).phase()).isEqualTo(Phase.PAST);
        assertThat(on(END.plusDays(6)).daysLeft()).isEqualTo(-1);
    }

    @Test
    void dueWithinCountsTheDaysThatAreLeftAndNotThoseThatArePast() {
        assertThat(on(END.plusDays(2)).isDueWithin(3)).isTrue();
        assertThat(on(END.plusDays(1)).isDueWithin(3)).isFalse();
        assertThat(on(END.plusDays(5)).isDueWithin(0)).isTrue();
        assertThat(on(END.plusDays(6)).isDueWithin(30)).isFalse();
    }

    @Test
    void theVendorsDefaultStandsForWhatTheCycleDoesNotSayAndIsToldApart() {
        var deadline = Deadline.of(SampleRuns.openRun(1), Optional.of(cycle(OptionalInt.of(2), OptionalInt.empty(),
                Optional.empty(), OptionalInt.empty(), OptionalInt.empty())), END).orElseThrow();
        assertThat(deadline.daysAfter()).isEqualTo(15);
        assertThat(deadline.assumed()).isTrue();
        assertThat(deadline.completion()).isEqualTo(Completion.NOT_KNOWN);
    }

    @Test
    void itSaysWhenTheRunClosesByItselfAndThatAPausedOneDoesNot() {
        var automatic = Optional.of(cycle(Optional.of("CLOSE_ONLY")));
        var deadline = Deadline.of(SampleRuns.openRun(1), automatic, END).orElseThrow();
        assertThat(deadline.completion()).isEqualTo(Completion.BY_ITSELF);
        assertThat(deadline.closesOn()).contains(END.plusDays(1));
        assertThat(deadline.closesAt()).contains(LocalTime.of(23, 59));
        var paused = Deadline.of(paused(SampleRuns.openRun(1)), automatic, END).orElseThrow();
        assertThat(paused.completion()).isEqualTo(Completion.PAUSED);
        assertThat(paused.closesOn()).isEmpty();
        assertThat(on(END).completion()).isEqualTo(Completion.NOT);
    }

    private static BillRun paused(BillRun run) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(), run.usageSuspense(),
                run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(), Optional.of(true));
    }

    @Test
    void aTimeThatIsNoneIsLeftOut() {
        var deadline = Deadline.of(SampleRuns.openRun(1), Optional.of(cycle(OptionalInt.of(2), OptionalInt.of(2),
                Optional.of("CLOSE_ONLY"), OptionalInt.of(24), OptionalInt.empty())), END).orElseThrow();
        assertThat(deadline.closesAt()).isEmpty();
        assertThat(deadline.closesOn()).isEmpty();
    }

    @Test
    void nothingIsGuessedForRunsThatAreNotOpenOrOfAnUnknownCycle() {
        assertThat(Deadline.of(SampleRuns.openRun(1), Optional.empty(), END)).isEmpty();
        assertThat(Deadline.of(SampleRuns.bare(1), Optional.of(cycle(Optional.empty())), END)).isEmpty();
        assertThat(Deadline.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING), Optional.of(cycle(
                Optional.empty())), END)).isEmpty();
    }
}
