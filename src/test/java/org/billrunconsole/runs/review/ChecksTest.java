package org.billrunconsole.runs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Check.Money;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");

    /** November, over since yesterday, with nothing to be said about it. */
    private static final RunBuilder CLEAN = new RunBuilder();

    private final Checks checks = new Checks(() -> CheckThresholds.DEFAULT);

    private List<Check> check(Run run) {
        return checks.of(input(run, List.of(), TODAY));
    }

    private static CheckInput input(Run run, List<BillRun> earlier, LocalDate today) {
        return new CheckInput(run, Optional.of(FakeServer.CYCLE), earlier, today, NOW, Optional.empty());
    }

    private static List<BillRun> earlier(long... revenues) {
        var runs = new ArrayList<BillRun>();
        for (var revenue : revenues) {
            runs.add(CLEAN.status(RunStatus.Known.FINALIZED).revenue(revenue).build());
        }
        return runs;
    }

    @Test
    void aCleanRunGivesNothing() {
        assertThat(check(CLEAN.build())).isEmpty();
        assertThat(checks.of(input(CLEAN.build(), earlier(1_000_000, 1_300_000, 1_200_000), TODAY))).isEmpty();
    }

    @Test
    void anyFinalisedRunGivesNothing() {
        assertThat(check(CLEAN.status(RunStatus.Known.FINALIZED).suspense(900, 900).revenue(0).build())).isEmpty();
    }

    @Test
    void suspenseIsToldByKind() {
        assertThat(check(CLEAN.suspense(3, 100).build())).containsExactly(
                Check.of(Kind.RENTAL_SUSPENSE, Severity.SERIOUS, 100L),
                Check.of(Kind.USAGE_SUSPENSE, Severity.WARNING, 3L));
    }

    @Test
    void aPeriodIsOverTheDayAfterItsLast() {
        var run = CLEAN.build();
        assertThat(checks.of(input(run, List.of(), LocalDate.of(2026, 11, 30)))).containsExactly(
                Check.of(Kind.PERIOD_NOT_OVER, Severity.WARNING, LocalDate.of(2026, 11, 30)));
    }

    @Test
    void theCloseableWindowHasTwoEnds() {
        assertThat(checks.of(input(CLEAN.build(), List.of(), LocalDate.of(2026, 11, 14)))).first()
                .isEqualTo(Check.of(Kind.NOT_CLOSEABLE_YET, Severity.SERIOUS, LocalDate.of(2026, 11, 15)));
        assertThat(checks.of(input(CLEAN.build(), List.of(), LocalDate.of(2026, 12, 16)))).first()
                .isEqualTo(Check.of(Kind.NOT_CLOSEABLE_ANY_MORE, Severity.SERIOUS, LocalDate.of(2026, 12, 15)));
        for (var inside : List.of(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 15))) {
            assertThat(checks.of(input(CLEAN.build(), List.of(), inside))).extracting(Check::kind)
                    .doesNotContain(Kind.NOT_CLOSEABLE_YET, Kind.NOT_CLOSEABLE_ANY_MORE);
        }
    }

    @Test
    void theWindowIsNotGuessedNorAskedOfAClosedRun() {
        var late = LocalDate.of(2027, 3, 1);
        assertThat(checks.of(new CheckInput(CLEAN.build(), Optional.empty(), List.of(), late, NOW, Optional.empty())))
                .extracting(Check::kind).doesNotContain(Kind.NOT_CLOSEABLE_ANY_MORE);
        assertThat(checks.of(input(CLEAN.status(RunStatus.Known.CLOSED).build(), List.of(), late)))
                .extracting(Check::kind).doesNotContain(Kind.NOT_CLOSEABLE_ANY_MORE);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01, ''", "2026-12-05, INVOICE_DATE_WEEKEND", "2026-12-06, INVOICE_DATE_WEEKEND",
            "2026-12-30, ''", "2026-12-31, INVOICE_DATE_FAR", "2026-11-30, INVOICE_DATE_FAR INVOICE_DATE_PAST",
            "2026-11-28, INVOICE_DATE_FAR INVOICE_DATE_PAST INVOICE_DATE_WEEKEND"})
    void invoiceDatesAreHeldAgainstTodayAndThePeriod(LocalDate date, String kinds) {
        assertThat(check(CLEAN.invoiceDate(date).build())).extracting(check -> check.kind().name())
                .containsExactly(kinds.isEmpty() ? new String[0] : kinds.split(" "));
    }

    @Test
    void aPastInvoiceDateOfMadeInvoicesIsOnlyGoodToKnow() {
        var made = CLEAN.status(RunStatus.Known.CLOSED).stage(Stage.Known.FULL_INVOICES)
                .invoiceDate(LocalDate.of(2026, 11, 27)).build();
        assertThat(check(made)).hasSize(2).allMatch(check -> check.severity() == Severity.INFO);
        assertThat(Checks.needReason(Action.DISTRIBUTE, check(made))).isFalse();
    }

    @Test
    void noRevenueIsSeriousWhereThereUsuallyIsSome() {
        var none = CLEAN.revenue(0).build();
        assertThat(check(none)).containsExactly(Check.of(Kind.REVENUE_ZERO, Severity.WARNING));
        assertThat(checks.of(input(none, earlier(5, 5), TODAY))).containsExactly(
                Check.of(Kind.REVENUE_ZERO, Severity.SERIOUS));
    }

    @Test
    void revenueIsComparedWithTheMedianOfTheLastRuns() {
        var last = earlier(1_000_000, 1_100_000, 900_000, 1_000_000, 9, 1_000_000, 1, 1, 1);
        assertThat(checks.of(input(CLEAN.revenue(1_310_000).build(), last, TODAY))).containsExactly(
                Check.of(Kind.REVENUE_HIGH, Severity.WARNING, new Money(new BigDecimal(1_310_000)),
                        new Money(new BigDecimal(1_000_000)), 31L, 6L));
        assertThat(checks.of(input(CLEAN.revenue(690_000).build(), last, TODAY))).extracting(Check::kind)
                .containsExactly(Kind.REVENUE_LOW);
        assertThat(checks.of(input(CLEAN.revenue(1_300_000).build(), last, TODAY))).isEmpty();
        assertThat(checks.of(input(CLEAN.revenue(9_000_000).build(), earlier(1_000_000), TODAY))).isEmpty();
    }

    @Test
    void lessRevenueInTheMiddleOfAPeriodIsNatural() {
        assertThat(checks.of(input(CLEAN.revenue(100).build(), earlier(1_000_000, 1_000_000),
                LocalDate.of(2026, 11, 20)))).extracting(Check::kind).containsExactly(Kind.PERIOD_NOT_OVER);
    }

    @Test
    void aLargestInvoiceTwiceTheUsualStandsOut() {
        var last = earlier(1_284_350, 1_284_350);
        assertThat(checks.of(input(CLEAN.largest("96420.01").build(), last, TODAY))).containsExactly(
                Check.of(Kind.LARGEST_INVOICE_HIGH, Severity.WARNING, new Money(new BigDecimal("96420.01")),
                        new Money(new BigDecimal("48210.00")), 2L));
        assertThat(checks.of(input(CLEAN.largest("96420.00").build(), last, TODAY))).isEmpty();
    }

    @Test
    void anEarlierRunThatIsStillOpenIsToldAndNotComparedWith() {
        var open = CLEAN.revenue(3).build();
        var last = new ArrayList<>(List.of(open));
        last.addAll(earlier(1_284_350, 1_284_350));
        assertThat(checks.of(input(CLEAN.build(), last, TODAY))).containsExactly(Check.of(Kind.PREVIOUS_NOT_FINALISED,
                Severity.WARNING, open.label(), RunStatus.Known.OPEN));
    }

    @Test
    void usageThatIsCutOffEarlyIsTold() {
        assertThat(check(CLEAN.usageUntil(LocalDate.of(2026, 11, 29)).build())).containsExactly(
                Check.of(Kind.USAGE_CUT_OFF_EARLY, Severity.WARNING, LocalDate.of(2026, 11, 29),
                        LocalDate.of(2026, 11, 30)));
    }

    @Test
    void pausedAndParallelAreGoodToKnow() {
        assertThat(check(CLEAN.flags(true, true).build())).containsExactly(Check.of(Kind.PAUSED, Severity.INFO),
                Check.of(Kind.PARALLEL, Severity.INFO));
    }

    @Test
    void aChangeByAnotherIsToldForAnHour() {
        var lately = NOW.minus(Duration.ofHours(1));
        var input = new CheckInput(CLEAN.build(), Optional.empty(), List.of(), TODAY, NOW, Optional.of(lately));
        assertThat(checks.of(input)).containsExactly(Check.of(Kind.CHANGED_BY_OTHERS, Severity.WARNING, lately));
        assertThat(checks.of(new CheckInput(CLEAN.build(), Optional.empty(), List.of(), TODAY, NOW,
                Optional.of(lately.minusSeconds(1))))).isEmpty();
    }

    @Test
    void anAdhocRunHasNoPeriodToBeHeldAgainst() {
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        assertThat(check(adhoc)).extracting(Check::kind).containsExactly(Kind.INVOICE_DATE_PAST);
    }

    @Test
    void anActionIsToldWhatConcernsIt() {
        var all = checks.of(input(CLEAN.suspense(1, 0).invoiceDate(LocalDate.of(2026, 11, 27)).build(), List.of(),
                LocalDate.of(2026, 12, 20)));
        assertThat(Checks.concerning(Action.CLOSE, all)).isEqualTo(all);
        assertThat(Checks.concerning(Action.DISTRIBUTE, all)).extracting(Check::kind)
                .contains(Kind.USAGE_SUSPENSE)
                .doesNotContain(Kind.NOT_CLOSEABLE_ANY_MORE);
        assertThat(Checks.concerning(Action.CHANGE_INVOICE_DATE, all)).extracting(Check::kind)
                .containsExactlyInAnyOrder(Kind.INVOICE_DATE_PAST, Kind.INVOICE_DATE_FAR);
        assertThat(Checks.concerning(Action.CHANGE_NICKNAME, all)).isEmpty();
        assertThat(Checks.needReason(Action.DISTRIBUTE, all)).isTrue();
        assertThat(Checks.needReason(Action.CLOSE, all)).isFalse();
    }

    @Test
    void earlierRunsAreLookedAtLatestFirstWithoutParallelOnes() {
        var run = CLEAN.build();
        var october = SampleRuns.withPeriod(run, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        var september = SampleRuns.withPeriod(run, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30));
        var parallel = SampleRuns.withPeriod(CLEAN.flags(false, true).build(), LocalDate.of(2026, 8, 1),
                LocalDate.of(2026, 8, 31));
        assertThat(CheckInput.earlier(Stream.of(october, september, parallel))).containsExactly(october, september);
    }

    /** A November run with a field or two different. */
    private record RunBuilder(BillRun run) {

        private RunBuilder() {
            this(SampleRuns.openRun(7));
        }

        private RunBuilder status(RunStatus status) {
            return new RunBuilder(SampleRuns.with(run, status, run.stage().orElseThrow(), OptionalLong.empty()));
        }

        private RunBuilder stage(Stage stage) {
            return new RunBuilder(SampleRuns.with(run, run.status().orElseThrow(), stage, OptionalLong.empty()));
        }

        private RunBuilder invoiceDate(LocalDate date) {
            return new RunBuilder((BillRun) SampleRuns.withInvoiceDate(run, date));
        }

        private RunBuilder revenue(long revenue) {
            return new RunBuilder(SampleRuns.withRevenue(run, OptionalLong.of(revenue)));
        }

        private RunBuilder suspense(long usage, long rental) {
            return figures(OptionalLong.of(usage), OptionalLong.of(rental), run.maxInvoiceValue(), run.paused(),
                    run.parallel(), run.includeUsageUntil());
        }

        private RunBuilder largest(String value) {
            return figures(run.usageSuspense(), run.rentalSuspense(), Optional.of(new BigDecimal(value)),
                    run.paused(), run.parallel(), run.includeUsageUntil());
        }

        private RunBuilder flags(boolean paused, boolean parallel) {
            return figures(run.usageSuspense(), run.rentalSuspense(), run.maxInvoiceValue(), Optional.of(paused),
                    Optional.of(parallel), run.includeUsageUntil());
        }

        private RunBuilder usageUntil(LocalDate day) {
            return figures(run.usageSuspense(), run.rentalSuspense(), run.maxInvoiceValue(), run.paused(),
                    run.parallel(), Optional.of(day));
        }

        private RunBuilder figures(OptionalLong usage, OptionalLong rental, Optional<BigDecimal> largest,
                Optional<Boolean> paused, Optional<Boolean> parallel, Optional<LocalDate> usageUntil) {
            return new RunBuilder(new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(),
                    run.created(), run.periodStart(), run.periodEnd(), run.invoiceDate(), usageUntil, run.status(),
                    run.stage(), run.percentage(), run.closedBy(), parallel, run.revenue(), usage, rental, largest,
                    run.maxInvoiceCustomerId(), paused));
        }

        private BillRun build() {
            return run;
        }
    }
}
