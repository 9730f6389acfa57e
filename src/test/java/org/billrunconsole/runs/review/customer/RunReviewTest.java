package org.billrunconsole.runs.review.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.customer.BillingStatus;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;
import org.billrunconsole.domain.review.FigureChange.Figure;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.CustomerVariance;
import org.billrunconsole.domain.review.customer.CustomerVariance.Why;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.NotBilled;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.NotChecked.Cause;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.domain.review.customer.SuspenseGroup;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample run's cycle is 3, its period November 2026, its largest invoice customer 90321's. */
class RunReviewTest {

    private static final long CYCLE = 3;

    private final StubReviewApi api = new StubReviewApi();
    private final RunStore store = new RunStore();
    private final BillRun run = SampleRuns.openRun(7);
    private long suspended;
    private final List<ReviewProgress> progress = new ArrayList<>();
    private final RunReviews reviews = new RunReviews(api, store, new CustomerDirectory(api),
            () -> VarianceLimits.DEFAULT, new ManualTime());

    @BeforeEach
    void theRunIsKnown() {
        store.put(List.of(run));
        api.pageSize(2);
    }

    private void refuse(String call) {
        api.answer(call, new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
    }

    /** Has a list break off after two pages of two rows. */
    private void breakOff(String call) {
        api.answer(call, new OptionalAnswer.Failed<>(new Failure.MalformedAnswer(ApiCall.notMade("GET", "/"),
                "cut off")), 2);
    }

    private RunReview review() {
        return reviews.reading(run, progress::add).read();
    }

    private void customer(long id, String name) {
        customer(id, name, Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty(), CYCLE);
    }

    private void customer(long id, String name, Optional<LocalDate> start, Optional<LocalDate> end, long cycle) {
        api.put(new Customer(id, Optional.of(name), Optional.empty(), Optional.empty(), start, end,
                OptionalLong.of(cycle)));
    }

    private void value(long id, BillingStatus status, String now, String before) {
        api.put(new CustomerBillingSummary(id, Optional.of(status), Optional.of("COMPLETE"), money(now),
                money(before), Optional.empty(), Optional.empty()));
    }

    private static Optional<BigDecimal> money(String amount) {
        return amount == null || amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount));
    }

    private static List<Long> ids(List<CustomerVariance> listed) {
        return listed.stream().map(CustomerVariance::customerId).toList();
    }

    @Test
    void twoWrongCustomersAreFoundThoughTheTotalIsRight() {
        customer(1, "Harbour Logistics");
        customer(2, "Meridian Dental");
        customer(3, "Castle Inns");
        value(1, BillingStatus.Known.ACTIVE, "9102.50", "5000.00");
        value(2, BillingStatus.Known.ACTIVE, "0.00", "4102.50");
        value(3, BillingStatus.Known.ACTIVE, "1000.00", "1000.00");
        var found = review().variances();
        assertThat(found.thisRun()).isEqualByComparingTo(found.previous());
        assertThat(found.unexplained().sum()).isEqualByComparingTo("0");
        assertThat(found.unexplained().listed()).extracting(CustomerVariance::name, CustomerVariance::difference,
                CustomerVariance::percent)
                .containsExactly(
                        tuple(Optional.of("Harbour Logistics"), money("4102.50"), money(
                                "82.1")),
                        tuple(Optional.of("Meridian Dental"), money("-4102.50"), money(
                                "-100.0")));
        assertThat(found.withinLimits().count()).isEqualTo(1);
    }

    /** Beyond £100 and 15 %, not beyond one of them. */
    @ParameterizedTest
    @CsvSource({"1200.00, 1000.00, true", "1150.00, 1000.00, false", "1150.01, 1000.00, true", "190.00, 100.00, false",
            "200.00, 100.00, false", "200.01, 100.00, true", "11400.00, 10000.00, false", "100.01, 0.00, true",
            "100.00, 0.00, false", "-300.00, -100.00, true"})
    void onlyWhatIsBeyondBothLimitsIsFlagged(String now, String before, boolean flagged) {
        customer(1, "One");
        value(1, BillingStatus.Known.ACTIVE, now, before);
        assertThat(review().variances().unexplained().count()).isEqualTo(flagged ? 1 : 0);
    }

    /** A status explains what it would bring about and nothing else. */
    @ParameterizedTest
    @CsvSource({"FIRST_INVOICE, 500, 0, FIRST_INVOICE", "FIRST_INVOICE, 500,, FIRST_INVOICE",
            "FIRST_INVOICE, 500, 900, UNEXPLAINED", "CEASED, 0, 900, CEASED", "CEASED,, 900, CEASED",
            "CEASED, 2000, 900, UNEXPLAINED", "RESURRECTED, 900, 0, RESURRECTED", "RESURRECTED, 0, 900, UNEXPLAINED",
            "NEVER_BILLED,,, NEVER_BILLED", "NEVER_BILLED, 500, 0, UNEXPLAINED", "ACTIVE, 0, 900, UNEXPLAINED"})
    void whatTheStatusSaysExplainsADifference(BillingStatus.Known status, String now, String before, Why why) {
        customer(1, "One");
        value(1, status, now, before);
        var found = review().variances();
        var group = why == Why.UNEXPLAINED ? found.unexplained() : found.explained();
        assertThat(group.listed()).extracting(CustomerVariance::why).containsExactly(why);
        assertThat(found.explainedBy()).isEqualTo(why == Why.UNEXPLAINED ? Map.of() : Map.of(why, 1L));
    }

    @Test
    void aStatusOfANewerServerExplainsNothing() {
        customer(1, "One");
        value(1, BillingStatus.of("MERGED"), "900", "0");
        assertThat(review().variances().unexplained().count()).isEqualTo(1);
    }

    @Test
    void aValueThatWasNotSentIsNotKnownAndNever0() {
        customer(1, "One");
        value(1, BillingStatus.Known.ACTIVE, "", "900");
        value(1 + 1, BillingStatus.Known.ACTIVE, "900", "900");
        customer(2, "Two");
        var found = review().variances();
        assertThat(found.unexplained().count()).isZero();
        assertThat(found.notCompared().withoutDifference()).isEqualTo(1);
        assertThat(found.notCompared().listed()).extracting(CustomerVariance::difference).containsExactly(
                Optional.empty());
        assertThat(found.thisRun()).isEqualByComparingTo("900");
    }

    @Test
    void countsAndSumsAreExactHoweverManyAreListed() {
        LongStream.rangeClosed(1, 2_500).forEach(id -> {
            customer(id, "Customer " + id);
            value(id, BillingStatus.Known.ACTIVE, Long.toString(1_000 + id), "500");
        });
        var found = review().variances().unexplained();
        assertThat(found.count()).isEqualTo(2_500);
        assertThat(found.sum()).isEqualByComparingTo(BigDecimal.valueOf(2_500L * 500 + 2_500L * 2_501 / 2));
        assertThat(found.listed()).hasSize(1_000);
        assertThat(found.unlisted()).isEqualTo(1_500);
        assertThat(found.listed().getFirst().customerId()).as("most money first").isEqualTo(2_500);
    }

    @Test
    void customersOfOtherCyclesAreLeftOut() {
        customer(1, "One");
        customer(2, "Other", Optional.empty(), Optional.empty(), 4);
        value(1, BillingStatus.Known.ACTIVE, "900", "0");
        value(2, BillingStatus.Known.ACTIVE, "90000", "0");
        var found = review();
        assertThat(found.variances().scope()).isEqualTo(Scope.CYCLE);
        assertThat(ids(found.variances().unexplained().listed())).containsExactly(1L);
        assertThat(found.isWhole()).isTrue();
    }

    @Test
    void aCustomerThatIsActiveInThePeriodAndHasNoValueIsNamedWithItsDates() {
        customer(1, "Billed");
        customer(2, "Missing", day(2026, 11, 30), Optional.empty(), CYCLE);
        customer(3, "Not sent", Optional.empty(), day(2026, 11, 1), CYCLE);
        customer(4, "Gone before", day(2020, 1, 1), day(2026, 10, 31), CYCLE);
        customer(5, "Comes later", day(2026, 12, 1), Optional.empty(), CYCLE);
        value(1, BillingStatus.Known.ACTIVE, "0", "0");
        value(3, BillingStatus.Known.ACTIVE, "", "0");
        var found = review().completeness();
        assertThat(found.active()).isEqualTo(3);
        assertThat(found.listed()).containsExactly(
                new NotBilled(2, Optional.of("Missing"), day(2026, 11, 30), Optional.empty(),
                        NotBilled.How.NOT_LISTED),
                new NotBilled(3, Optional.of("Not sent"), Optional.empty(), day(2026, 11, 1),
                        NotBilled.How.VALUE_NOT_SENT));
        assertThat(found.extent()).isEqualTo(Extent.whole(5));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }

    @Test
    void whoMayNotListCustomersIsToldThatNothingWasCheckedOfThem() {
        refuse("customers");
        value(1, BillingStatus.Known.ACTIVE, "900", "0");
        var found = review();
        assertThat(found.completeness().extent().isWhole()).isFalse();
        assertThat(found.completeness().extent().missing()).map(NotChecked::cause).contains(Cause.NOT_PERMITTED);
        assertThat(found.variances().scope()).isEqualTo(Scope.EVERY_CYCLE);
        assertThat(found.variances().unexplained().count()).isEqualTo(1);
        assertThat(found.isWhole()).isFalse();
    }

    @Test
    void whereCustomersAreNotListedThoseFoundAreAskedForByName() {
        customer(1, "Harbour Logistics");
        api.answer("customers", new OptionalAnswer.NotOffered<>(StubReviewApi.failure(501)));
        value(1, BillingStatus.Known.ACTIVE, "900", "0");
        assertThat(review().variances().unexplained().listed()).extracting(CustomerVariance::name).containsExactly(
                Optional.of("Harbour Logistics"));
    }

    @Test
    void valuesThatBreakOffLeaveCompletenessUnchecked() {
        LongStream.rangeClosed(1, 6).forEach(id -> {
            customer(id, "Customer " + id);
            value(id, BillingStatus.Known.ACTIVE, "900", "0");
        });
        breakOff("summaries");
        var found = review();
        assertThat(found.variances().unexplained().count()).as("of what was read").isEqualTo(4);
        assertThat(found.variances().extent().read()).isEqualTo(4);
        assertThat(found.variances().extent().missing()).map(NotChecked::cause).contains(Cause.UNREADABLE);
        assertThat(found.completeness().extent().missing()).map(NotChecked::cause).contains(Cause.NEEDS_VALUES);
        assertThat(found.completeness().count()).isZero();
    }

    @Test
    void customersThatBreakOffMakeTheValuesAPart() {
        LongStream.rangeClosed(1, 6).forEach(id -> {
            customer(id, "Customer " + id);
            value(id, BillingStatus.Known.ACTIVE, "900", "0");
        });
        breakOff("customers");
        var found = review();
        assertThat(found.customers().read()).isEqualTo(4);
        assertThat(found.variances().extent().read()).isEqualTo(4);
        assertThat(found.variances().extent().missing()).map(NotChecked::cause).contains(Cause.NEEDS_CUSTOMERS);
        assertThat(found.completeness().extent().read()).isEqualTo(4);
        assertThat(found.completeness().extent().isWhole()).isFalse();
    }

    @Test
    void aCycleOfWhichNobodyIsShownIsNotTakenForComplete() {
        value(1, BillingStatus.Known.ACTIVE, "900", "0");
        var found = review();
        assertThat(found.completeness().extent().missing()).map(NotChecked::cause).contains(Cause.NONE_VISIBLE);
    }

    @Test
    void eachPartThatIsOffLeavesTheOthers() {
        List.of("summaries", "rentalSuspense", "dialStrings", "buyRates").forEach(this::refuse);
        customer(1, "One");
        var found = review();
        assertThat(found.customers()).isEqualTo(Extent.whole(1));
        assertThat(List.of(found.variances().extent(), found.rentalSuspense().extent(),
                found.usageSuspense().dialStrings(), found.usageSuspense().buyRates())).allSatisfy(
                        extent -> assertThat(extent.missing()).map(NotChecked::cause).contains(Cause.NOT_PERMITTED));
    }

    @Test
    void rentalSuspenseOfTheCyclesCustomersIsGroupedByReasonBiggestFirst() {
        customer(1, "One");
        customer(2, "Two");
        customer(3, "Other", Optional.empty(), Optional.empty(), 4);
        suspended(1, "No tax band");
        suspended(1, "No rate");
        suspended(2, "No rate");
        suspended(2, "No rate");
        suspended(3, "No rate");
        api.put(new RentalSuspenseRecord(OptionalLong.empty(), OptionalLong.of(1),
                OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), Optional.of("No rate")));
        var found = review().rentalSuspense();
        assertThat(found.records()).isEqualTo(4);
        assertThat(found.withoutCustomer()).isEqualTo(1);
        assertThat(found.extent()).isEqualTo(Extent.whole(6));
        assertThat(found.groups()).containsExactly(
                new SuspenseGroup(Optional.of("No rate"), 3, 2, List.of(
                        new SuspenseGroup.Held(2, Optional.of("Two"), 2),
                        new SuspenseGroup.Held(1, Optional.of("One"), 1))),
                new SuspenseGroup(Optional.of("No tax band"), 1, 1, List.of(
                        new SuspenseGroup.Held(1, Optional.of("One"), 1))));
    }

    private void suspended(long customer, String reason) {
        api.put(new RentalSuspenseRecord(OptionalLong.of(++suspended),
                OptionalLong.of(77), OptionalLong.of(customer), OptionalLong.empty(), Optional.empty(), Optional.of(
                        reason)));
    }

    @Test
    void aReasonThatIsWordedAnewEachTimeDoesNotFillTheList() {
        customer(1, "One");
        LongStream.range(0, 1_000).forEach(each -> suspended(1, "Record " + each + " is wrong"));
        var found = review().rentalSuspense();
        assertThat(found.groups()).hasSize(200);
        assertThat(found.unlisted()).isEqualTo(800);
        assertThat(found.records()).isEqualTo(1_000);
    }

    @Test
    void usageSuspenseIsListedAsFarAsDocumented() {
        var number = new DialStringSuspense(Optional.of("0870"), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
        var rate = new BuyRateSuspense(OptionalLong.of(4), Optional.empty(), OptionalLong.empty());
        api.put(number);
        api.put(rate);
        var found = review().usageSuspense();
        assertThat(found.numbers()).containsExactly(number);
        assertThat(found.rates()).containsExactly(rate);
        assertThat(found.dialStrings()).isEqualTo(Extent.whole(1));
    }

    @Test
    void cancellingGivesWhatWasReadAndSaysThatItIsAPart() {
        LongStream.rangeClosed(1, 6).forEach(id -> {
            customer(id, "Customer " + id);
            value(id, BillingStatus.Known.ACTIVE, "900", "0");
        });
        var reading = new ReviewReading[1];
        reading[0] = reviews.reading(run, now -> {
            if (now.part() == ReviewProgress.Part.VALUES && now.read() == 4) {
                assertThat(now.of()).hasValue(6);
                reading[0].cancel();
            }
        });
        var found = reading[0].read();
        assertThat(Thread.currentThread().isInterrupted()).as("the thread goes on").isFalse();
        assertThat(found.variances().unexplained().count()).isEqualTo(4);
        assertThat(found.variances().extent().missing()).map(NotChecked::cause).contains(Cause.CANCELLED);
        assertThat(found.rentalSuspense().extent()).isEqualTo(Extent.none(Cause.CANCELLED));
        assertThat(api.calls()).containsExactly("customers 3", "summaries");
    }

    @Test
    void cancelledBeforeItBeginsItAsksNothing() {
        var reading = reviews.reading(run, progress::add);
        reading.cancel();
        assertThat(reading.read().customers().isNothing()).isTrue();
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void theCustomerOfTheLargestInvoiceHasAName() {
        customer(90321, "Pennine Print Works");
        assertThat(review().largest()).contains(new RunReview.LargestInvoice(90321, Optional.of(
                "Pennine Print Works"), run.maxInvoiceValue()));
    }

    @Test
    void figuresThatChangeWhileItIsReadAreSaid() {
        customer(1, "One");
        customer(2, "Two");
        var found = reviews.reading(run, _ -> store.put(List.of(SampleRuns.withRevenue(run, OptionalLong.of(5)))))
                .read();
        assertThat(found.changedWhileRead()).extracting(change -> change.figure()).containsExactly(Figure.REVENUE);
        assertThat(found.stillOpen()).isTrue();
    }

    @Test
    void aRunThatIsClosedMeanwhileIsSaid() {
        customer(1, "One");
        var found = reviews.reading(run, _ -> store.put(List.of(SampleRuns.with(run, RunStatus.Known.CLOSED,
                Stage.Known.REPORTING, OptionalLong.empty())))).read();
        assertThat(found.stillOpen()).isFalse();
    }

    @Test
    void furtherOpenRunsOfTheCycleAreNamedSinceTheApiDoesNotSayWhichOneItMeans() {
        store.put(List.of(SampleRuns.named(SampleRuns.openRun(8), "Parallel"), SampleRuns.regular(9,
                RunStatus.Known.CLOSED, Stage.Known.REPORTING)));
        assertThat(review().otherOpenRuns()).containsExactly("Parallel");
    }

    @Test
    void thereIsNoReviewOfARunThatIsNotOpen() {
        var closed = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING);
        assertThat(RunReviews.isPossible(closed)).isFalse();
        assertThatThrownBy(() -> reviews.reading(closed, progress::add)).isInstanceOf(IllegalArgumentException.class);
    }
}
