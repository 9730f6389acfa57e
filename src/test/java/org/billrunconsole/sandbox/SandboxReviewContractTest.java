package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.billrunconsole.api.ApiConnection;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.sandbox.faults.FaultEffect.Moment;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** The operations beside the bill-run API: as believable as the runs, and of a piece with them. */
class SandboxReviewContractTest {

    private static final String PAGE = "?page=1&pageSize=1000";
    private static final long RESIDENTIAL = 2;
    private static final long WHOLESALE = 3;
    private static final long SME = 5;

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);

    private RunSnapshot run(String name) {
        return sandbox.runs(RunKind.REGULAR).stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }

    private List<JsonNode> rows(String path) {
        var answer = client.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().spliterator(), false).toList();
    }

    /** Summaries by customer id, of those in a cycle. */
    private Map<Long, JsonNode> summaries(long cycle) {
        var customers = rows("/customers" + PAGE + "&billingCycleId=" + cycle).stream()
                .map(row -> row.path("id").asLong())
                .collect(Collectors.toSet());
        var found = new HashMap<Long, JsonNode>();
        for (int page = 1; page <= 4; page++) {
            rows("/customer-billing-summaries?pageSize=1000&sort=customerId&page=" + page).stream()
                    .filter(row -> customers.contains(row.path("customerId").asLong()))
                    .forEach(row -> found.put(row.path("customerId").asLong(), row));
        }
        return found;
    }

    private static BigDecimal sum(Map<Long, JsonNode> summaries, String member) {
        return summaries.values()
                .stream()
                .map(row -> row.path(member).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({"2,Nov 2026 Residential", "3,Nov 2026 Wholesale", "4,Nov 2026 Partners", "6,Week 48 Payphones",
            "7,IoT 24 Nov 2026", "1,Nov 2026 Hosted PBX"})
    void whatTheCustomersOfACyclePayIsTheOpenRunsRevenueAndItsLargestInvoiceIsTheLargest(long cycle, String name) {
        var summaries = summaries(cycle);
        var run = client.get(run(name).key().path()).json();
        assertThat(sum(summaries, "openBillRunValue")).isEqualByComparingTo(
                run.path("revenueInMajorCurrency").decimalValue());
        var largest = summaries.values()
                .stream()
                .max(Comparator.comparing(row -> row.path("openBillRunValue").decimalValue()))
                .orElseThrow();
        assertThat(largest.path("openBillRunValue").decimalValue()).isEqualByComparingTo(
                run.path("maxInvoiceValue").decimalValue());
        assertThat(largest.path("customerId").asLong()).isEqualTo(run.path("maxInvoiceCustomerId").asLong());
    }

    @Test
    void theValuesFollowTheRunAndEndWithIt() {
        var before = sum(summaries(WHOLESALE), "openBillRunValue");
        clock.advance(Duration.ofDays(2));
        var after = sum(summaries(WHOLESALE), "openBillRunValue");
        assertThat(after).isGreaterThan(before)
                .isEqualByComparingTo(BigDecimal.valueOf(run("Nov 2026 Wholesale").revenue()));

        assertThat(client.close(run("Nov 2026 Wholesale").key().path()).status()).isEqualTo(200);
        assertThat(summaries(WHOLESALE).values()).noneMatch(row -> row.has("openBillRunValue"));
    }

    @Test
    void aTotalThatLooksRightHidesTwoWrongCustomers() {
        var summaries = summaries(WHOLESALE);
        var total = sum(summaries, "openBillRunValue")
                .subtract(BigDecimal.valueOf(run("Oct 2026 Wholesale").revenue()));
        assertThat(total.abs().doubleValue() / run("Oct 2026 Wholesale").revenue()).isLessThan(0.05);
        var wrong = summaries.values()
                .stream()
                .filter(row -> row.path("billingStatus").asText().equals("ACTIVE"))
                .filter(row -> row.path("valueDifference").decimalValue().abs().intValue() > 100
                        && row.path("percentageDifference").decimalValue().abs().intValue() > 15)
                .map(row -> row.path("valueDifference").decimalValue().signum())
                .toList();
        assertThat(wrong).containsExactlyInAnyOrder(1, -1);
    }

    @Test
    void somebodyIsACustomerInThePeriodAndNotBilled() {
        var summaries = summaries(RESIDENTIAL);
        var missing = rows("/customers" + PAGE + "&billingCycleId=" + RESIDENTIAL).stream()
                .filter(row -> row.path("startDate").asText().compareTo("2026-11-30") <= 0
                        && (!row.has("endDate") || row.path("endDate").asText().compareTo("2026-11-01") >= 0))
                .filter(row -> !summaries.containsKey(row.path("id").asLong())
                        || summaries.get(row.path("id").asLong()).path("openBillRunValue").decimalValue().signum() == 0)
                .toList();
        assertThat(missing).hasSize(2).allMatch(row -> row.path("customerName").asText().contains(" "));
        assertThat(missing).anyMatch(row -> !summaries.containsKey(row.path("id").asLong()));
    }

    @Test
    void whoCameLeftOrCameBackIsSaidSo() {
        var summaries = summaries(RESIDENTIAL);
        var byStatus = summaries.values()
                .stream()
                .collect(Collectors.groupingBy(row -> row.path("billingStatus").asText()));
        assertThat(byStatus.keySet()).containsExactlyInAnyOrder("ACTIVE", "FIRST_INVOICE", "CEASED", "RESURRECTED",
                "NEVER_BILLED");
        assertThat(byStatus.get("FIRST_INVOICE")).hasSizeGreaterThan(2)
                .allMatch(row -> row.path("previousBillRunValue").decimalValue().signum() == 0
                        && row.path("openBillRunValue").decimalValue().signum() > 0
                        && !row.has("percentageDifference"));
        assertThat(byStatus.get("CEASED")).hasSizeGreaterThan(2)
                .allMatch(row -> row.path("openBillRunValue").decimalValue().signum() == 0)
                .allMatch(row -> client.get("/customers/" + row.path("customerId").asLong())
                        .text("endDate")
                        .equals("2026-10-31"));
        assertThat(byStatus.get("NEVER_BILLED")).singleElement()
                .matches(row -> !row.has("openBillRunValue") && !row.has("previousBillRunValue"));
        assertThat(summaries.values()).anyMatch(row -> row.path("ratingStatus").asText().equals("INCOMPLETE"));
    }

    @Test
    void rentalSuspenseHasAsManyRecordsAsTheRunsCount() {
        var counted = sandbox.runs(RunKind.REGULAR).stream().mapToLong(RunSnapshot::rentalSuspense).sum();
        var records = rows("/rental-suspense-records" + PAGE + "&sort=id");
        assertThat(records).hasSize((int) counted).hasSizeGreaterThan(30);
        var reasons = records.stream()
                .collect(Collectors.groupingBy(row -> row.path("suspenseReason").asText(), Collectors.counting()));
        assertThat(reasons).hasSizeGreaterThan(1);
        assertThat(reasons.get("Cannot find a rate in the rate card")).isEqualTo(
                reasons.values().stream().max(Comparator.naturalOrder()).orElseThrow());
        var sme = rows("/customers" + PAGE + "&billingCycleId=" + SME).stream()
                .map(row -> row.path("id").asLong())
                .collect(Collectors.toSet());
        var ofSme = records.stream().filter(row -> sme.contains(row.path("customerId").asLong())).toList();
        assertThat(ofSme).hasSize((int) run("Nov 2026 SME North").rentalSuspense()).isNotEmpty();
        var one = ofSme.getFirst().path("customerId").asLong();
        assertThat(rows("/rental-suspense-records" + PAGE + "&customerId=" + one)).isNotEmpty()
                .allMatch(row -> row.path("customerId").asLong() == one);
    }

    @Test
    void paymentsAddUpToTheirRunAndSomeFailed() {
        var finished = sandbox.runs(RunKind.ADHOC)
                .stream()
                .filter(run -> run.stage() == Stage.Known.FINISHED)
                .max(Comparator.comparing(RunSnapshot::revenue))
                .orElseThrow();
        var payments = rows("/adhoc-invoice-payments" + PAGE + "&sort=id&adhocBillRunId=" + finished.key().id());
        assertThat(payments.stream()
                .map(row -> row.path("amountInMajorCurrency").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(BigDecimal.valueOf(finished.revenue()));
        assertThat(payments.stream().filter(row -> row.path("thirdPartyPaymentStatus").asText().equals("FAILED")))
                .isNotEmpty()
                .allMatch(row -> !row.path("errorInfo").asText().isEmpty());
        assertThat(payments).anyMatch(row -> row.path("thirdPartyPaymentStatus").asText().equals("PAID"));
        var open = sandbox.runs(RunKind.ADHOC)
                .stream()
                .filter(run -> run.stage() == Stage.Known.PROPERTIES)
                .findFirst()
                .orElseThrow();
        assertThat(rows("/adhoc-invoice-payments" + PAGE + "&adhocBillRunId=" + open.key().id())).isEmpty();
    }

    @Test
    void everyItemIsBilledByTheOneRunThatNamesIt() {
        var items = new ArrayList<Long>();
        for (var run : rows("/adhoc-bill-runs" + PAGE + "&sort=id")) {
            var id = run.path("id").asLong();
            var named = StreamSupport.stream(run.path("adhocProductInventoryIds").spliterator(), false)
                    .map(JsonNode::asLong)
                    .toList();
            items.addAll(named);
            assertThat(rows("/adhoc-inventories" + PAGE + "&sort=id&adhocBillRunId=" + id))
                    .extracting(row -> row.path("id").asLong())
                    .containsExactlyElementsOf(named);
            for (var rental : run.path("rentalProductInventoryIds")) {
                assertThat(rows("/rental-combined-records" + PAGE + "&rentalProductInventoryId=" + rental))
                        .extracting(row -> row.path("adhocBillRunId").asLong())
                        .containsExactly(id);
            }
        }
        assertThat(items).doesNotHaveDuplicates();
        assertThat(rows("/rental-combined-records" + PAGE + "&rentalProductInventoryId=1")).isEmpty();
    }

    @Test
    void inventory4711IsBilledByARunThatIsInNoList() {
        assertThat(rows("/adhoc-bill-runs" + PAGE)).extracting(row -> row.path("id").asLong()).doesNotContain(512L);
        var item = client.get("/adhoc-inventories/4711").json();
        assertThat(item.path("adhocBillRunId").asLong()).isEqualTo(512);
        var run = client.get("/adhoc-bill-runs/512").json();
        assertThat(run.path("adhocProductInventoryIds")).anyMatch(id -> id.asLong() == 4711);
        assertThat(run.path("summaryStatus").asText()).isEqualTo("FINISHED");
        assertThat(client.get("/adhoc-inventories/4712").status()).isEqualTo(404);
        assertThat(client.get("/customers/1").status()).isEqualTo(404);
    }

    @Test
    void filtersOfNumbersAndPatterns() {
        var all = rows("/usage-dialstring-suspense-summary" + PAGE + "&sort=dialString");
        var costly = rows("/usage-dialstring-suspense-summary" + PAGE + "&totalSupplierCost=ge:200").size();
        assertThat(costly).isBetween(1, all.size() - 1);
        assertThat(rows("/usage-dialstring-suspense-summary" + PAGE + "&totalSupplierCost=lt:200"))
                .hasSize(all.size() - costly);
        assertThat(rows("/usage-dialstring-suspense-summary" + PAGE + "&totalSupplierCost=in:12.50,43.25")).hasSize(2);
        assertThat(rows("/usage-dialstring-suspense-summary" + PAGE + "&totalSupplierCost=12.5")).hasSize(1);
        assertThat(rows("/usage-buy-rate-suspense-summary" + PAGE + "&totalSupplierCost=gt:12.5").size()
                + rows("/usage-buy-rate-suspense-summary" + PAGE + "&totalSupplierCost=le:12.5").size())
                .isEqualTo(rows("/usage-buy-rate-suspense-summary" + PAGE).size());
        var large = rows("/customer-billing-summaries" + PAGE + "&valueDifference=ge:5000");
        assertThat(large).isNotEmpty()
                .allMatch(row -> row.path("valueDifference").decimalValue().abs().intValue() >= 5000);
        var some = rows("/customers" + PAGE + "&billingCycleId=3").getFirst().path("customerName").asText();
        var half = some.substring(0, some.length() / 2).strip();
        assertThat(rows("/customers" + PAGE + "&customerName=like:" + half + "%25")).isNotEmpty()
                .allMatch(row -> row.path("customerName").asText().startsWith(half));
        assertThat(rows("/customers" + PAGE + "&customerName=like:%25" + half.substring(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"more:1", "gt:", "gt:x", "in:", "in:1,", "1e9", "like:1", ""})
    void aNumberFilterOfNoKnownFormIsRefused(String filter) {
        assertThat(client.get("/usage-dialstring-suspense-summary" + PAGE + "&totalSupplierCost=" + filter).status())
                .isEqualTo(400);
    }

    private static String path(Operation operation) {
        return switch (operation) {
            case GET_CUSTOMER -> "/customers/90300";
            case GET_ADHOC_INVENTORY -> "/adhoc-inventories/4711";
            case GET_CUSTOMERS -> "/customers" + PAGE;
            case GET_RENTAL_SUSPENSE -> "/rental-suspense-records" + PAGE;
            case GET_DIAL_STRING_SUSPENSE -> "/usage-dialstring-suspense-summary" + PAGE;
            case GET_BUY_RATE_SUSPENSE -> "/usage-buy-rate-suspense-summary" + PAGE;
            case GET_ADHOC_INVENTORIES -> "/adhoc-inventories" + PAGE;
            case GET_RENTAL_COMBINED -> "/rental-combined-records" + PAGE;
            case GET_ADHOC_INVOICE_PAYMENTS -> "/adhoc-invoice-payments" + PAGE;
            default -> "/customer-billing-summaries" + PAGE;
        };
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ANY, names = {"GET_CUSTOMER.*", "GET_RENTAL_.*", "GET_.*_SUSPENSE",
            "GET_ADHOC_INV.*"})
    void eachCanBeSwitchedOffAndSpoilt(Operation operation) {
        for (int status : List.of(403, 404, 501)) {
            sandbox.faults().order(Fault.of(new FaultEffect.ErrorStatus(status, Moment.BEFORE)).on(operation));
            assertThat(client.get(path(operation)).status()).isEqualTo(status);
            assertThat(client.get("/bill-runs" + PAGE).status()).isEqualTo(200);
            sandbox.faults().lift();
        }
        sandbox.faults().order(Fault.of(new FaultEffect.NullFields(Set.of())).on(operation));
        var spoilt = client.get(path(operation)).json();
        var row = spoilt.isArray() ? spoilt.get(0) : spoilt;
        assertThat(row.properties()).isNotEmpty()
                .allMatch(member -> member.getValue().isNull() != Set.of("id", "customerId").contains(member.getKey()));
        sandbox.faults().lift();
        assertThat(client.get(path(operation)).status()).isEqualTo(200);
    }

    @Test
    void figuresThatWereNotAskedForCanComeAsNullAndAreNotKnown() {
        sandbox.faults()
                .order(Fault.of(new FaultEffect.NullFields(Set.of("revenueInMajorCurrency", "usageSuspenseCount")))
                        .on(Operation.GET_BILL_RUN));
        try (var api = connect(sandbox).runs()) {
            var run = api.billRun(run("Nov 2026 Residential").key().id());
            assertThat(run.revenue()).isEmpty();
            assertThat(run.usageSuspense()).isEmpty();
            assertThat(run.rentalSuspense()).hasValue(0);
        }
    }

    @Test
    void fiftyThousandCustomersOfACycleAreReadByTheConsolesClient() {
        var large = sandboxes.start(SandboxOptions.defaults().withClock(clock).withCustomers(50_000));
        var connection = connect(large);
        try (var _ = connection.runs()) {
            var sum = new ArrayList<BigDecimal>(List.of(BigDecimal.ZERO));
            var ids = new ArrayList<Long>();
            var read = connection.review().customers(RESIDENTIAL, page -> page.stream()
                    .map(Customer::id)
                    .forEach(ids::add));
            assertThat(read).isEqualTo(new OptionalAnswer.Given<>(50_600L));
            var residential = Set.copyOf(ids);
            connection.review().customerBillingSummaries(page -> sum.set(0, Stream.concat(sum.stream(), page.stream()
                    .filter(row -> residential.contains(row.customerId()))
                    .flatMap(row -> row.openBillRunValue().stream())).reduce(BigDecimal.ZERO, BigDecimal::add)));
            var revenue = large.runs(RunKind.REGULAR)
                    .stream()
                    .filter(run -> run.name().equals("Nov 2026 Residential"))
                    .mapToLong(RunSnapshot::revenue)
                    .sum();
            assertThat(sum.getFirst()).isEqualByComparingTo(BigDecimal.valueOf(revenue));
        }
    }

    @Test
    void theConsolesClientReadsAllOfIt() {
        var connection = connect(sandbox);
        var review = connection.review();
        try (var _ = connection.runs()) {
            assertThat(review.customer(90_300).given()).hasValueSatisfying(
                    customer -> assertThat(customer.startDate().orElseThrow()).isBefore(LocalDate.of(2026, 11, 1)));
            assertThat(review.adhocInventory(4711).given().orElseThrow().adhocBillRunId()).hasValue(512);
            assertThat(review.adhocInventory(4712)).isInstanceOf(OptionalAnswer.NotFound.class);
            var summaries = new ArrayList<CustomerBillingSummary>();
            var read = review.customerBillingSummaries(summaries::addAll);
            assertThat(read.given()).contains((long) summaries.size());
            assertThat(summaries).hasSizeGreaterThan(3_000).anyMatch(row -> row.openBillRunValue().isEmpty());
        }
    }

    private static ApiConnection connect(Sandbox sandbox) {
        return HttpApi.open(ClientOptions.of(sandbox.baseUri()),
                TokenSource.fixed(sandbox.token(SandboxUser.OPERATOR)));
    }
}
