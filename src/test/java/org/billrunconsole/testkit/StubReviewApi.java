package org.billrunconsole.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.UsageSuspenseFilter;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;

/**
 * A server in memory for tests of what stands on the review's port: it gives what was put in, in pages of any size, and
 * counts calls. Any call can be made to fail, also in the middle of its list, and an interrupted thread is told so.
 */
public final class StubReviewApi implements ReviewApi {

    private final List<CustomerBillingSummary> summaries = new ArrayList<>();
    private final List<Customer> customers = new ArrayList<>();
    private final List<RentalSuspenseRecord> rentalSuspense = new ArrayList<>();
    private final List<DialStringSuspense> dialStrings = new ArrayList<>();
    private final List<BuyRateSuspense> buyRates = new ArrayList<>();
    private final List<AdhocInventory> inventories = new ArrayList<>();
    private final List<AdhocInvoicePayment> payments = new ArrayList<>();
    private final Map<Long, List<RentalCombinedRecord>> combined = new HashMap<>();
    private final Map<String, OptionalAnswer<?>> instead = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int pageSize = 1000;
    private int failAfterPages;

    /** A failure with a status of a call that is made up. */
    public static Failure failure(int status) {
        var call = ApiCall.notMade("GET", "/customers");
        return switch (status) {
            case 403 -> new Failure.Forbidden(call, Failure.ServerWords.NONE);
            case 404 -> new Failure.NotFound(call);
            default -> new Failure.ServerError(call, Failure.ServerWords.NONE);
        };
    }

    public void put(CustomerBillingSummary row) {
        summaries.add(row);
    }

    public void put(Customer row) {
        customers.add(row);
    }

    public void put(RentalSuspenseRecord row) {
        rentalSuspense.add(row);
    }

    public void put(DialStringSuspense row) {
        dialStrings.add(row);
    }

    public void put(BuyRateSuspense row) {
        buyRates.add(row);
    }

    public void put(AdhocInventory row) {
        inventories.add(row);
    }

    /** A payment that every run's list has. */
    public void put(AdhocInvoicePayment row) {
        payments.add(row);
    }

    public void put(long rentalProductInventoryId, RentalCombinedRecord row) {
        combined.computeIfAbsent(rentalProductInventoryId, _ -> new ArrayList<>()).add(row);
    }

    public void pageSize(int rows) {
        pageSize = rows;
    }

    /** Answers a call otherwise from now on; the call is named as in {@link #calls}, without an id. */
    public void answer(String call, OptionalAnswer<?> answer) {
        answer(call, answer, 0);
    }

    /** The same after so many pages of its list. */
    public void answer(String call, OptionalAnswer<?> answer, int pages) {
        instead.put(call, answer);
        failAfterPages = pages;
    }

    /** The calls so far, such as {@code customers 3}. */
    public List<String> calls() {
        return calls;
    }

    @Override
    public OptionalAnswer<Long> customerBillingSummaries(Consumer<List<CustomerBillingSummary>> page) {
        return list("summaries", OptionalLong.empty(), summaries, _ -> true, page);
    }

    @Override
    public OptionalAnswer<Long> customers(long billingCycleId, Consumer<List<Customer>> page) {
        return list("customers", OptionalLong.of(billingCycleId), customers,
                row -> row.billingCycleId().equals(OptionalLong.of(billingCycleId)), page);
    }

    @Override
    public OptionalAnswer<Customer> customer(long id) {
        return one("customer", id, customers.stream().filter(row -> row.id() == id).findFirst());
    }

    @Override
    public OptionalAnswer<Long> rentalSuspense(Consumer<List<RentalSuspenseRecord>> page) {
        return list("rentalSuspense", OptionalLong.empty(), rentalSuspense, _ -> true, page);
    }

    @Override
    public OptionalAnswer<Long> rentalSuspenseOf(long customerId, Consumer<List<RentalSuspenseRecord>> page) {
        return list("rentalSuspenseOf", OptionalLong.of(customerId), rentalSuspense,
                row -> row.customerId().equals(OptionalLong.of(customerId)), page);
    }

    @Override
    public OptionalAnswer<Long> dialStringSuspense(UsageSuspenseFilter filter,
            Consumer<List<DialStringSuspense>> page) {
        return list("dialStrings", OptionalLong.empty(), dialStrings, _ -> true, page);
    }

    @Override
    public OptionalAnswer<Long> buyRateSuspense(UsageSuspenseFilter filter, Consumer<List<BuyRateSuspense>> page) {
        return list("buyRates", OptionalLong.empty(), buyRates, _ -> true, page);
    }

    @Override
    public OptionalAnswer<AdhocInventory> adhocInventory(long id) {
        return one("inventory", id, inventories.stream().filter(row -> row.id() == id).findFirst());
    }

    @Override
    public OptionalAnswer<Long> adhocInventories(long adhocBillRunId, Consumer<List<AdhocInventory>> page) {
        return list("inventories", OptionalLong.of(adhocBillRunId), inventories,
                row -> row.adhocBillRunId().equals(OptionalLong.of(adhocBillRunId)), page);
    }

    @Override
    public OptionalAnswer<Long> rentalCombinedRecords(long rentalProductInventoryId,
            Consumer<List<RentalCombinedRecord>> page) {
        return list("rentalCombined", OptionalLong.of(rentalProductInventoryId),
                combined.getOrDefault(rentalProductInventoryId, List.of()), _ -> true, page);
    }

    @Override
    public OptionalAnswer<Long> adhocInvoicePayments(long adhocBillRunId, Consumer<List<AdhocInvoicePayment>> page) {
        return list("payments", OptionalLong.of(adhocBillRunId), payments, _ -> true, page);
    }

    @Override
    public void forgetRefusals() {
        calls.add("forgetRefusals");
    }

    private <T> OptionalAnswer<Long> list(String call, OptionalLong id, List<T> all, Predicate<T> fits,
            Consumer<List<T>> page) {
        calls.add(call + (id.isPresent() ? " " + id.getAsLong() : ""));
        var rows = all.stream().filter(fits).toList();
        var other = instead(call);
        var given = 0;
        for (int from = 0; from < rows.size() && (other.isEmpty() || given < failAfterPages); from += pageSize) {
            if (Thread.currentThread().isInterrupted()) {
                return new OptionalAnswer.Failed<>(new Failure.Cancelled(ApiCall.notMade("GET", "/customers")));
            }
            page.accept(rows.subList(from, Math.min(rows.size(), from + pageSize)));
            given++;
        }
        return other.map(answer -> answer.<Long>map(_ -> (long) rows.size()))
                .orElseGet(() -> new OptionalAnswer.Given<>((long) rows.size()));
    }

    private <T> OptionalAnswer<T> one(String call, long id, Optional<T> found) {
        calls.add(call + " " + id);
        return instead(call).map(answer -> answer.<T>map(_ -> found.orElseThrow()))
                .orElseGet(() -> found.<OptionalAnswer<T>>map(OptionalAnswer.Given::new)
                        .orElseGet(() -> new OptionalAnswer.NotFound<>(failure(404))));
    }

    private Optional<OptionalAnswer<?>> instead(String call) {
        return Optional.ofNullable(instead.get(call));
    }
}
