package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.billrunconsole.api.ApiConnection;
import org.billrunconsole.api.NumberFilter;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.UsageSuspenseFilter;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BillingStatus;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.Contract;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the review: as the contract has it, and off in every way in which it can be off. */
class ReviewApiContractTest {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 24);

    private final ApiServer server = new ApiServer();
    private final ApiConnection connection = HttpApi.open(TestClient.options(server.base()),
            TokenSource.fixed(Secrets.TOKEN));
    private final ReviewApi api = connection.review();
    private final List<Object> rows = new ArrayList<>();

    @AfterEach
    void everythingWasAsTheContractHasIt() {
        connection.runs().close();
        server.close();
        assertThat(server.requestProblems()).isEmpty();
    }

    private OptionalAnswer<?> ask(ReviewCall call) {
        return call.ask(api, rows::addAll);
    }

    private static Object sample(ReviewCall call) {
        return switch (call) {
            case SUMMARIES -> new CustomerBillingSummary(1, Optional.of(BillingStatus.Known.ACTIVE),
                    Optional.of("COMPLETE"), money("100"), money("60"), money("40"), money("80"));
            case CUSTOMERS, CUSTOMER_1 -> new Customer(1, Optional.of("string"), Optional.of("A1"),
                    Optional.of("RESIDENTIAL"), Optional.of(DAY), Optional.of(DAY.plusYears(1)), OptionalLong.of(3));
            case RENTAL_SUSPENSE, RENTAL_SUSPENSE_OF -> new RentalSuspenseRecord(OptionalLong.of(1),
                    OptionalLong.of(2), OptionalLong.of(3), OptionalLong.of(4), Optional.of(DAY),
                    Optional.of("Cannot find a rate in the rate card"));
            case DIAL_STRINGS -> new DialStringSuspense(Optional.of("0201"), OptionalLong.of(1), OptionalLong.of(2),
                    OptionalLong.of(3), OptionalLong.of(4), OptionalLong.of(5));
            case BUY_RATES -> new BuyRateSuspense(OptionalLong.of(3), Optional.of(true), OptionalLong.of(6));
            case INVENTORIES, INVENTORY_1 -> new AdhocInventory(1, Optional.of("string"), OptionalLong.of(2),
                    money("12.50"), money("2"), Optional.of(true), Optional.of("Goodwill"), Optional.of(false),
                    OptionalLong.of(7), OptionalLong.of(8));
            case RENTAL_COMBINED -> new RentalCombinedRecord(OptionalLong.of(7), OptionalLong.of(8));
            case PAYMENTS -> new AdhocInvoicePayment(OptionalLong.of(1), OptionalLong.of(2), Optional.of("NEW"),
                    money("12.50"), OptionalLong.of(3), Optional.of("string"), Optional.of("Card expired"),
                    Optional.of("CHEQUE"), Optional.of(DAY), Optional.of("CUSTOMER"), OptionalLong.of(4));
        };
    }

    private static Optional<BigDecimal> money(String amount) {
        return Optional.of(new BigDecimal(amount));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryFieldThatIsUsed(ReviewCall call) {
        server.answer(ApiServer.json(call.good(call.row())));
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Given.class);
        assertThat(rows).containsExactly(sample(call));
        assertThat(server.lines()).containsExactly(call.line());
        assertThat(server.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatComesAsNullIsNotKnownAndNeverZero(ReviewCall call) {
        // Of what a row is about, only its id is left.
        var nulls = call.row().replaceAll("(\"(?!id\"|customerId\")\\w+\":)(\"[^\"]*\"|[^,}\\s]+)", "$1null");
        server.answer(ApiServer.json(call.good(nulls)));
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Given.class);
        assertThat(rows).hasSize(1);
        assertThat(rows.toString()).doesNotContain("[0]").doesNotContain("null").contains("empty");
    }

    static Stream<Arguments> everyCallWithEveryWayToBeOff() {
        return Arrays.stream(ReviewCall.values())
                .flatMap(call -> Stream.of(403, 404, 501).map(status -> Arguments.of(call, status)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void everyCallWithEveryWayToBeOff(ReviewCall call, int status) {
        server.answer(ApiServer.problem(status, "Not for you"));
        var first = ask(call);
        var second = ask(call);

        var expected = switch (status) {
            case 403 -> OptionalAnswer.NotPermitted.class;
            case 404 -> call.isAboutOne() ? OptionalAnswer.NotFound.class : OptionalAnswer.NotOffered.class;
            default -> OptionalAnswer.NotOffered.class;
        };
        assertThat(first).isInstanceOf(expected);
        assertThat(second).isInstanceOf(expected);
        assertThat(rows).isEmpty();
        // That there is no such thing says nothing of the next one.
        assertThat(server.seen()).hasSize(expected == OptionalAnswer.NotFound.class ? 2 : 1);
        assertThat(server.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotPermittedIsAskedAgainForSomebodyElse(ReviewCall call) {
        server.answer(ApiServer.problem(403, "Not for you"));
        ask(call);
        server.answer(ApiServer.json(call.good(call.row())));
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.NotPermitted.class);
        api.forgetRefusals();
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Given.class);
    }

    static Stream<Arguments> everyCallWithEveryBrokenAnswer() {
        return Arrays.stream(ReviewCall.values())
                .flatMap(call -> {
                    var good = call.good(call.row());
                    return Stream.of(ApiServer.json(good.substring(0, good.length() / 2)), ApiServer.json(""),
                            ApiServer.json("null"), ApiServer.json("7"), ApiServer.problem(400, "No"),
                            ApiServer.problem(500, "Broken"), ApiServer.problem(401, "Who?"))
                            .map(answer -> Arguments.of(call, answer));
                });
    }

    @ParameterizedTest
    @MethodSource
    void everyCallWithEveryBrokenAnswer(ReviewCall call, MockResponse answer) {
        server.answer(answer);
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Failed.class);
        assertThat(rows).isEmpty();
        // Trouble that may pass is no refusal.
        server.answer(ApiServer.json(call.good(call.row())));
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Given.class);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatRefusesTheOrderIsAskedWithoutOne(ReviewCall call) {
        server.answer(request -> request.getTarget().contains("&sort=")
                ? ApiServer.problem(400, "Cannot sort by that")
                : ApiServer.json(call.good(call.row())));
        assertThat(ask(call)).isInstanceOf(OptionalAnswer.Given.class);
        assertThat(rows).containsExactly(sample(call));
        assertThat(server.lines().getLast()).isEqualTo(call.line().replaceAll("&sort=\\w+", ""));
    }

    @Test
    void theBillRunsGoOnWithoutIt() {
        server.answer(request -> request.getTarget().contains("/bill-runs/")
                ? ApiServer.json(Samples.BILL_RUN)
                : ApiServer.problem(501, "Not built"));
        for (var call : ReviewCall.values()) {
            assertThat(ask(call)).isInstanceOf(OptionalAnswer.NotOffered.class);
        }
        assertThat(connection.runs().billRun(1).id()).isEqualTo(1);
    }

    @Test
    void fiftyThousandCustomersComePageByPage() {
        server.answer(request -> ApiServer.json(page(request, 50_000)));
        var sizes = new ArrayList<Integer>();
        var answer = api.customerBillingSummaries(page -> sizes.add(page.size()));
        assertThat(answer).isEqualTo(new OptionalAnswer.Given<>(50_000L));
        assertThat(sizes).hasSizeBetween(50, 51).startsWith(1000, 1000).allMatch(size -> size <= 1000);
    }

    @Test
    void whatWasReadBeforeAFailureHasBeenGivenAndTheAnswerSaysThatItIsNotAll() {
        server.answer(request -> number(request) < 3
                ? ApiServer.json(page(request, 50_000))
                : ApiServer.problem(403, "No more"));
        assertThat(api.customerBillingSummaries(rows::addAll)).isInstanceOf(OptionalAnswer.NotPermitted.class);
        assertThat(rows).hasSize(2000);
    }

    @Test
    void readingEndsWhenItsThreadIsInterrupted() throws InterruptedException {
        server.answer(request -> ApiServer.json(page(request, 50_000)));
        var begun = new CountDownLatch(1);
        var answer = new AtomicReference<OptionalAnswer<Long>>();
        var reader = Thread.ofVirtual().start(() -> answer.set(api.customerBillingSummaries(page -> {
            rows.addAll(page);
            begun.countDown();
            // Whoever cancels does so while a page is being looked at.
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        })));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        reader.interrupt();
        assertThat(reader.join(Duration.ofSeconds(20))).isTrue();
        assertThat(answer.get()).isInstanceOfSatisfying(OptionalAnswer.Failed.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.Cancelled.class));
        assertThat(rows).hasSize(1000);
    }

    @Test
    void aServerThatGivesTheSamePageForEverIsStopped() {
        server.answer(ApiServer.json(LongStream.rangeClosed(1, 1000)
                .mapToObj(id -> "{\"customerId\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"))));
        assertThat(api.customerBillingSummaries(rows::addAll)).isInstanceOfSatisfying(OptionalAnswer.Failed.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.ListTooLong.class));
        assertThat(rows).hasSize(1000);
    }

    @Test
    void aRowThatNeedsNoIdIsKeptWithoutOne() {
        server.answer(ApiServer.json("[{\"errorInfo\":\"Card expired\"},{\"errorInfo\":\"Card expired\"}]"));
        assertThat(api.adhocInvoicePayments(8, rows::addAll)).isEqualTo(new OptionalAnswer.Given<>(2L));
        server.answer(ApiServer.json("[{\"openBillRunValue\":1},{\"customerId\":2}]"));
        assertThat(api.customerBillingSummaries(rows::addAll)).isEqualTo(new OptionalAnswer.Given<>(1L));
    }

    @Test
    void moneyThatIsNoNumberMakesTheAnswerUnreadableAndAnUnknownStatusDoesNot() {
        server.answer(ApiServer.json("[{\"customerId\":1,\"openBillRunValue\":\"a lot\"}]"));
        assertThat(api.customerBillingSummaries(rows::addAll)).isInstanceOfSatisfying(OptionalAnswer.Failed.class,
                failed -> assertThat(failed.failure()).isInstanceOf(Failure.MalformedAnswer.class));
        server.answer(ApiServer.json("[{\"customerId\":1,\"billingStatus\":\"MOVED\"}]"));
        var read = new ArrayList<CustomerBillingSummary>();
        api.customerBillingSummaries(read::addAll);
        assertThat(read).extracting(CustomerBillingSummary::billingStatus)
                .containsExactly(Optional.of(new BillingStatus.Other("MOVED")));
    }

    @Test
    void numberFiltersHaveTheFormsOfTheContract() {
        server.answer(ApiServer.json("[]"));
        var two = new BigDecimal("2E+2");
        for (var cost : List.of(new NumberFilter.Is(two), new NumberFilter.In(List.of(two, BigDecimal.ONE)),
                new NumberFilter.Above(two), new NumberFilter.Below(two), new NumberFilter.AtLeast(two),
                new NumberFilter.AtMost(two))) {
            api.dialStringSuspense(new UsageSuspenseFilter(OptionalLong.of(5), OptionalLong.of(6), Optional.of(cost)),
                    rows::addAll);
        }
        var start = "GET /usage-dialstring-suspense-summary?page=1&pageSize=1000&sort=dialString&usageProductId=5"
                + "&supplierId=6&totalSupplierCost=";
        assertThat(server.lines()).containsExactly(start + "200", start + "in%3A200%2C1", start + "gt%3A200",
                start + "lt%3A200", start + "ge%3A200", start + "le%3A200");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void theContractHasEveryCall() {
        assertThat(ReviewCall.values()).allSatisfy(call -> assertThat(Contract.get().statuses(call.id()))
                .contains(200));
    }

    private static int number(RecordedRequest request) {
        return Integer.parseInt(request.getUrl().queryParameter("page"));
    }

    private static String page(RecordedRequest request, long customers) {
        var first = (number(request) - 1) * 1000L + 1;
        return LongStream.rangeClosed(first, Math.min(customers, first + 999))
                .mapToObj(id -> "{\"customerId\":" + id + ",\"openBillRunValue\":1.25}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
