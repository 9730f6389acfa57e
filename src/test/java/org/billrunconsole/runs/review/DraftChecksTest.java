package org.billrunconsole.runs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Acknowledgement.Subject;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Check.Kind;
import org.billrunconsole.domain.review.Check.Money;
import org.billrunconsole.domain.review.DraftFigures;
import org.billrunconsole.domain.review.DraftFigures.Basis;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftChecksTest {

    private static final RunKey KEY = RunKey.regular(7);
    private static final BillRun REPORTED = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING);
    private static final BillRun BEGUN = drafts(OptionalInt.empty());
    private static final BillRun HALF = drafts(OptionalInt.of(50));
    private static final BillRun READY = drafts(OptionalInt.of(100));

    private final ManualTime time = new ManualTime();
    private final RunStore store = new RunStore();
    private final DraftWatch watch = new DraftWatch(time);
    private final List<DraftFigures> told = new ArrayList<>();
    private final Acknowledgements acknowledgements = new Acknowledgements(() -> "billing.ops", time, _ -> {});

    private static BillRun drafts(OptionalInt percent) {
        return SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, percent);
    }

    private static BillRun suspended(BillRun run, long usage) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(), OptionalLong.of(usage),
                run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(), run.paused());
    }

    @BeforeEach
    void watchTheStore() {
        store.addListener(watch::onChange);
        watch.addListener(told::addAll);
    }

    private void read(BillRun... readings) {
        for (var reading : readings) {
            time.advance(Duration.ofMinutes(1));
            store.put(List.of(reading));
        }
    }

    private List<Check> checks() {
        var run = store.find(KEY).orElseThrow();
        return DraftChecks.of(run, watch.of(KEY), acknowledgements.of(KEY));
    }

    private static BillRun earning(BillRun run, long revenue) {
        return SampleRuns.withRevenue(run, OptionalLong.of(revenue));
    }

    @Test
    void whatTheDraftsShowIsKeptWhenTheyBecomeReadyAndComparedFromThenOn() {
        read(REPORTED, earning(HALF, 900), earning(READY, 1_000));
        var ready = time.instant();
        assertThat(checks()).isEmpty();
        read(earning(READY, 1_200));
        assertThat(checks()).containsExactly(Check.of(Kind.DRAFT_REVENUE_CHANGED, Severity.WARNING,
                new Money(BigDecimal.valueOf(1_000)), new Money(BigDecimal.valueOf(1_200)), ready, 0L));
        read(suspended(earning(READY, 1_000), 3));
        assertThat(checks()).extracting(Check::kind).containsExactly(Kind.DRAFT_USAGE_SUSPENSE_CHANGED);
        assertThat(told).extracting(DraftFigures::basis).containsExactly(Basis.BEGUN, Basis.READY);
    }

    @Test
    void withoutAPercentageTheyAreThoseWithWhichTheDraftsWereBegun() {
        read(REPORTED, earning(BEGUN, 1_000), earning(BEGUN, 1_200));
        assertThat(watch.of(KEY)).map(DraftFigures::basis).contains(Basis.BEGUN);
        assertThat(checks()).extracting(Check::kind).containsExactly(Kind.DRAFT_REVENUE_CHANGED);
    }

    @Test
    void whatAnEarlierSessionKeptIsComparedWithWhatIsReadFirst() {
        read(REPORTED, earning(READY, 1_000));
        var later = new DraftWatch(time);
        told.forEach(later::restore);
        later.onChange(new RunStore.Change(List.of(new RunStore.Update(Optional.empty(), earning(READY, 1_200))),
                Set.of()));
        assertThat(DraftChecks.of(earning(READY, 1_200), later.of(KEY), List.of())).extracting(Check::kind)
                .containsExactly(Kind.DRAFT_REVENUE_CHANGED);
    }

    @Test
    void draftsThatWereThereBeforeAreComparedFromWhenTheyWereFirstSeen() {
        read(earning(READY, 1_000));
        assertThat(watch.of(KEY)).map(DraftFigures::basis).contains(Basis.FIRST_SEEN);
        read(earning(READY, 1_100));
        assertThat(checks()).hasSize(1);
    }

    @Test
    void newDraftsAreOtherDrafts() {
        read(REPORTED, earning(READY, 1_000), earning(READY, 1_200), earning(REPORTED, 1_200),
                earning(READY, 1_200));
        assertThat(checks()).isEmpty();
    }

    @Test
    void theyHoldFullInvoicesBackAndNothingElse() {
        read(REPORTED, earning(READY, 1_000), earning(READY, 1_200));
        assertThat(Checks.needReason(Action.FULL_INVOICES, checks())).isTrue();
        assertThat(Checks.concerning(Action.DISTRIBUTE, checks())).isEmpty();
        assertThat(Checks.needReason(Action.DISTRIBUTE, checks())).isFalse();
    }

    @Test
    void onceSomebodyHasLookedTheyDoNotUntilTheFiguresChangeAgain() {
        read(REPORTED, earning(READY, 1_000), earning(READY, 1_200));
        acknowledgements.give(KEY, new Subject.OfCheck(checks().getFirst()), "Credit of Harbour Logistics");
        assertThat(checks()).extracting(Check::severity).containsExactly(Severity.INFO);
        assertThat(Checks.needReason(Action.FULL_INVOICES, checks())).isFalse();
        read(earning(READY, 1_300));
        assertThat(checks()).extracting(Check::severity).containsExactly(Severity.WARNING);
        assertThat(Checks.needReason(Action.FULL_INVOICES, checks())).isTrue();
    }

    @Test
    void whatWasNotKnownThenIsNotCompared() {
        read(REPORTED, SampleRuns.withRevenue(READY, OptionalLong.empty()), earning(READY, 1_300));
        assertThat(checks()).isEmpty();
    }

    @Test
    void afterTheDraftsTheyAreOver() {
        read(REPORTED, earning(READY, 1_000), earning(SampleRuns.regular(7, RunStatus.Known.CLOSED,
                Stage.Known.FULL_INVOICES), 1_200));
        assertThat(checks()).isEmpty();
    }
}
