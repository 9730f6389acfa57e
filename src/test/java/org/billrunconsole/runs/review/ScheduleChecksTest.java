package org.billrunconsole.runs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class ScheduleChecksTest {

    private static final BillRun RUN = SampleRuns.openRun(7);

    private static final Optional<BillingCycle> MONTHLY = Optional.of(new BillingCycle(5, "Monthly Business",
            Optional.of("GBP"), Optional.of("MONTHLY"), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(),
            Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));

    @Test
    void aMoveThatLeavesTheInvoiceDateBehindIsToldOf() {
        var date = RUN.invoiceDate().orElseThrow();
        var last = RUN.periodEnd().orElseThrow().plusDays(1).plusMonths(1).minusDays(1);
        assertThat(ScheduleChecks.of(RUN, 1, MONTHLY, List.of(RUN)))
                .containsExactly(Check.of(Kind.SCHEDULE_DATE_BEHIND, Severity.WARNING, date, last));
        assertThat(ScheduleChecks.of(RUN, -1, MONTHLY, List.of(RUN))).isEmpty();
        assertThat(ScheduleChecks.of(RUN, 0, MONTHLY, List.of(RUN))).isEmpty();
    }

    @Test
    void aMoveIntoAPeriodThatTheCycleHasIsToldOf() {
        var other = SampleRuns.openRun(8);
        // From a month before onto the period of the other one.
        var earlier = ScheduleChecks.moved(RUN, -1, MONTHLY).orElseThrow();
        assertThat(earlier.last()).isBefore(other.periodStart().orElse(LocalDate.MIN));
        assertThat(ScheduleChecks.of(RUN, -1, MONTHLY, List.of(RUN, other))).isEmpty();
        assertThat(ScheduleChecks.of(SampleRuns.withPeriod(RUN, earlier.first(), earlier.last()), 1, MONTHLY,
                List.of(RUN, other)))
                .contains(Check.of(Kind.SCHEDULE_PERIOD_TAKEN, Severity.WARNING, other.label()));
    }

    @Test
    void nothingIsGuessedWhereTheCycleIsNotKnown() {
        assertThat(ScheduleChecks.of(RUN, 1, Optional.empty(), List.of(SampleRuns.openRun(8)))).isEmpty();
    }
}
