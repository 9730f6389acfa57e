package org.billrunconsole.runs.review.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.api.ApiConnection;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.CustomerVariance;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.ItemRuns;
import org.billrunconsole.domain.review.customer.NotBilled;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.NotChecked.Cause;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review over HTTP: what it finds in the sandbox, and what it says where the server does not answer. */
class RunReviewContractTest {

    private static final Map<Integer, Cause> REFUSALS = Map.of(403, Cause.NOT_PERMITTED, 404, Cause.NOT_OFFERED, 501,
            Cause.NOT_OFFERED);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults()
            .withDrift(false)
            .withClock(SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"))));
    private final ApiConnection connection = HttpApi.open(ClientOptions.of(sandbox.baseUri())
            .withRetries(new ReadRetries(0, Duration.ZERO, Duration.ZERO)),
            TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)));
    private final RunStore store = new RunStore();
    private final RunReviews reviews = new RunReviews(connection.review(), store, new CustomerDirectory(connection
            .review()), () -> VarianceLimits.DEFAULT, new ManualTime());

    @BeforeEach
    void loadTheRuns() {
        new Catalogue(connection.runs(), store).load(RunKind.REGULAR, ListReading.unwatched());
    }

    @AfterEach
    void close() {
        connection.runs().close();
    }

    private RunReview review(String name) {
        return reviews.reading((BillRun) run(name), _ -> {}).read();
    }

    private Run run(String name) {
        return store.all(RunKind.REGULAR).stream().filter(each -> each.label().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void twoWrongCustomersBehindATotalThatLooksRightAreFoundByName() {
        var found = review("Nov 2026 Wholesale");
        var unexplained = found.variances().unexplained().listed();
        assertThat(unexplained).hasSize(2).allSatisfy(each -> assertThat(each.name()).isPresent());
        assertThat(unexplained).extracting(each -> each.difference().orElseThrow().signum())
                .containsExactlyInAnyOrder(1, -1);
        assertThat(found.variances().explained().listed()).extracting(CustomerVariance::why)
                .contains(CustomerVariance.Why.CEASED, CustomerVariance.Why.FIRST_INVOICE);
        assertThat(found.variances().thisRun()).isEqualByComparingTo(
                BigDecimal.valueOf(found.run().revenue().orElseThrow()));
        assertThat(found.largest().flatMap(RunReview.LargestInvoice::name)).isPresent();
        assertThat(found.isWhole()).isTrue();
    }

    @Test
    void whoIsNotBilledIsNamed() {
        assertThat(review("Nov 2026 Residential").completeness().listed()).isNotEmpty()
                .allSatisfy(each -> assertThat(each.name()).isPresent())
                .extracting(NotBilled::how)
                .containsOnly(NotBilled.How.NOT_LISTED);
    }

    @ParameterizedTest
    @CsvSource({"GET_CUSTOMERS, 403", "GET_CUSTOMERS, 404", "GET_CUSTOMERS, 501", "GET_CUSTOMER_BILLING_SUMMARY, 403",
            "GET_CUSTOMER_BILLING_SUMMARY, 404", "GET_CUSTOMER_BILLING_SUMMARY, 501", "GET_RENTAL_SUSPENSE, 403",
            "GET_RENTAL_SUSPENSE, 404", "GET_RENTAL_SUSPENSE, 501", "GET_DIAL_STRING_SUSPENSE, 403",
            "GET_DIAL_STRING_SUSPENSE, 404", "GET_DIAL_STRING_SUSPENSE, 501", "GET_BUY_RATE_SUSPENSE, 403",
            "GET_BUY_RATE_SUSPENSE, 404", "GET_BUY_RATE_SUSPENSE, 501"})
    void whatIsOffIsSaidNotToBeCheckedAndTheRestIs(Operation operation, int status) {
        sandbox.faults().order(Fault.of(new FaultEffect.ErrorStatus(status, Moment.BEFORE)).on(operation));
        var found = review("Nov 2026 Wholesale");
        assertThat(extent(found, operation).missing()).map(NotChecked::cause).contains(REFUSALS.get(status));
        assertThat(extents(found).entrySet()).filteredOn(each -> each.getKey() != operation)
                .allSatisfy(each -> assertThat(each.getValue().isWhole()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"GET_CUSTOMERS", "GET_CUSTOMER_BILLING_SUMMARY", "GET_RENTAL_SUSPENSE", "GET_DIAL_STRING_SUSPENSE",
            "GET_BUY_RATE_SUSPENSE"})
    void aBodyThatIsCutOffIsNoAnswer(Operation operation) {
        sandbox.faults().order(Fault.of(new FaultEffect.BrokenJson()).on(operation));
        assertThat(extent(review("Nov 2026 Wholesale"), operation).missing()).map(NotChecked::cause)
                .contains(Cause.UNREADABLE);
    }

    @Test
    void valuesThatAreNullAreNotKnown() {
        sandbox.faults().order(Fault.of(new FaultEffect.NullFields(Set.of())).on(
                Operation.GET_CUSTOMER_BILLING_SUMMARY));
        var found = review("Nov 2026 Wholesale");
        assertThat(found.variances().unexplained().count()).isZero();
        assertThat(found.variances().withinLimits().count()).isZero();
        assertThat(found.variances().notCompared().count()).isPositive().isEqualTo(found.variances().extent().read());
        assertThat(found.completeness().listed()).extracting(NotBilled::how).contains(NotBilled.How.VALUE_NOT_SENT);
    }

    private static Map<Operation, Extent> extents(RunReview found) {
        return Map.of(Operation.GET_CUSTOMERS, found.customers(), Operation.GET_CUSTOMER_BILLING_SUMMARY,
                found.variances().extent(), Operation.GET_RENTAL_SUSPENSE, found.rentalSuspense().extent(),
                Operation.GET_DIAL_STRING_SUSPENSE, found.usageSuspense().dialStrings(),
                Operation.GET_BUY_RATE_SUSPENSE, found.usageSuspense().buyRates());
    }

    private static Extent extent(RunReview found, Operation operation) {
        return extents(found).get(operation);
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForOnceItIsCancelled() throws Exception {
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(Moment.BEFORE)).on(
                Operation.GET_CUSTOMER_BILLING_SUMMARY));
        var reading = reviews.reading((BillRun) run("Nov 2026 Wholesale"), _ -> {});
        var review = new CompletableFuture<RunReview>();
        Thread.ofVirtual().start(() -> review.complete(reading.read()));
        await().until(() -> sandbox.faults().held() > 0);
        reading.cancel();
        var found = review.get(10, TimeUnit.SECONDS);
        assertThat(found.customers().isWhole()).isTrue();
        assertThat(found.variances().extent().missing()).map(NotChecked::cause).contains(Cause.CANCELLED);
        assertThat(found.rentalSuspense().extent()).isEqualTo(Extent.none(Cause.CANCELLED));
        sandbox.faults().lift();
    }

    @Test
    void anItemOfARunThatIsNotLoadedIsFound() {
        var adhoc = new RunStore();
        new Catalogue(connection.runs(), adhoc).load(RunKind.ADHOC, ListReading.unwatched());
        var run = adhoc.all(RunKind.ADHOC).stream().map(AdhocBillRun.class::cast)
                .filter(each -> !each.adhocProductInventoryIds().isEmpty()).findFirst().orElseThrow();
        var item = run.adhocProductInventoryIds().getFirst();
        assertThat(new ItemSearch(connection.review(), store).find(item).found()).extracting(ItemRuns.Found::run)
                .contains(run.key());
        assertThat(new ItemSearch(connection.review(), store).find(999_999_999).isNowhere()).isTrue();
    }

    @Test
    void paymentsOfADistributedRunHaveErrors() {
        var adhoc = new RunStore();
        new Catalogue(connection.runs(), adhoc).load(RunKind.ADHOC, ListReading.unwatched());
        var paid = adhoc.all(RunKind.ADHOC).stream()
                .filter(each -> each.isInStage(Stage.Known.FINISHED))
                .map(each -> new AdhocPaymentReviews(connection.review()).read(each.key()))
                .toList();
        assertThat(paid).isNotEmpty().allSatisfy(each -> assertThat(each.extent().isWhole()).isTrue());
        assertThat(paid).anySatisfy(each -> assertThat(each.listed()).isNotEmpty());
    }
}
