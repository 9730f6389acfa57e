package org.billrunconsole.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.NumberFilter;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.UsageSuspenseFilter;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.wire.AnswerReaders;
import org.billrunconsole.api.http.wire.ReviewMapping;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;

/** The operations beside the bill-run API in terms of reads and pages. */
final class HttpReviewApi implements ReviewApi {

    private static final Optional<String> BY_ID = Optional.of("id");

    private static final ListEndpoint<CustomerBillingSummary> SUMMARIES = ListEndpoint.by("customerId",
            "/customer-billing-summaries", ReviewMapping::summary, CustomerBillingSummary::customerId);
    private static final ListEndpoint<Customer> CUSTOMERS = new ListEndpoint<>("/customers", ReviewMapping::customer,
            Customer::id);
    private static final ListEndpoint<RentalSuspenseRecord> RENTAL_SUSPENSE = ListEndpoint.ofAny(
            "/rental-suspense-records", BY_ID, ReviewMapping::rentalSuspense, RentalSuspenseRecord::id);
    // No member of these is known by which pages could be kept from overlapping but the one the page requires.
    private static final ListEndpoint<DialStringSuspense> DIAL_STRINGS = ListEndpoint.ofAny(
            "/usage-dialstring-suspense-summary", Optional.of("dialString"), ReviewMapping::dialStringSuspense,
            _ -> OptionalLong.empty());
    private static final ListEndpoint<BuyRateSuspense> BUY_RATES = ListEndpoint.ofAny(
            "/usage-buy-rate-suspense-summary", Optional.empty(), ReviewMapping::buyRateSuspense,
            _ -> OptionalLong.empty());
    private static final ListEndpoint<AdhocInventory> INVENTORIES = new ListEndpoint<>("/adhoc-inventories",
            ReviewMapping::adhocInventory, AdhocInventory::id);
    private static final ListEndpoint<RentalCombinedRecord> RENTAL_COMBINED = ListEndpoint.ofAny(
            "/rental-combined-records", Optional.empty(), ReviewMapping::rentalCombined, _ -> OptionalLong.empty());
    private static final ListEndpoint<AdhocInvoicePayment> PAYMENTS = ListEndpoint.ofAny("/adhoc-invoice-payments",
            BY_ID, ReviewMapping::adhocInvoicePayment, AdhocInvoicePayment::id);

    private final HttpReads reads;
    private final OptionalEndpoint summaries = new OptionalEndpoint("customer billing summaries");
    private final OptionalEndpoint customerList = new OptionalEndpoint("the list of customers");
    private final OptionalEndpoint customer = new OptionalEndpoint("single customers");
    private final OptionalEndpoint rentalSuspense = new OptionalEndpoint("rental suspense");
    private final OptionalEndpoint dialStrings = new OptionalEndpoint("usage suspense by dial string");
    private final OptionalEndpoint buyRates = new OptionalEndpoint("usage suspense by buy rate");
    private final OptionalEndpoint inventoryList = new OptionalEndpoint("the list of ad hoc inventories");
    private final OptionalEndpoint inventory = new OptionalEndpoint("single ad hoc inventories");
    private final OptionalEndpoint rentalCombined = new OptionalEndpoint("combined rental records");
    private final OptionalEndpoint payments = new OptionalEndpoint("payments of ad hoc invoices");

    HttpReviewApi(HttpReads reads) {
        this.reads = reads;
    }

    @Override
    public OptionalAnswer<Long> customerBillingSummaries(Consumer<List<CustomerBillingSummary>> page) {
        return read(summaries, SUMMARIES, Map.of(), page);
    }

    @Override
    public OptionalAnswer<Long> customers(long billingCycleId, Consumer<List<Customer>> page) {
        return read(customerList, CUSTOMERS, Map.of("billingCycleId", Long.toString(billingCycleId)), page);
    }

    @Override
    public OptionalAnswer<Customer> customer(long id) {
        return customer.answer(true, () -> reads.readQuietly(Endpoint.get("/customers/" + id),
                AnswerReaders.one(id, ReviewMapping::customer)));
    }

    @Override
    public OptionalAnswer<Long> rentalSuspense(Consumer<List<RentalSuspenseRecord>> page) {
        return read(rentalSuspense, RENTAL_SUSPENSE, Map.of(), page);
    }

    @Override
    public OptionalAnswer<Long> rentalSuspenseOf(long customerId, Consumer<List<RentalSuspenseRecord>> page) {
        return read(rentalSuspense, RENTAL_SUSPENSE, Map.of("customerId", Long.toString(customerId)), page);
    }

    @Override
    public OptionalAnswer<Long> dialStringSuspense(UsageSuspenseFilter filter,
            Consumer<List<DialStringSuspense>> page) {
        return read(dialStrings, DIAL_STRINGS, filters(filter), page);
    }

    @Override
    public OptionalAnswer<Long> buyRateSuspense(UsageSuspenseFilter filter, Consumer<List<BuyRateSuspense>> page) {
        return read(buyRates, BUY_RATES, filters(filter), page);
    }

    @Override
    public OptionalAnswer<AdhocInventory> adhocInventory(long id) {
        return inventory.answer(true, () -> reads.readQuietly(Endpoint.get("/adhoc-inventories/" + id),
                AnswerReaders.one(id, ReviewMapping::adhocInventory)));
    }

    @Override
    public OptionalAnswer<Long> adhocInventories(long adhocBillRunId, Consumer<List<AdhocInventory>> page) {
        return read(inventoryList, INVENTORIES, Map.of("adhocBillRunId", Long.toString(adhocBillRunId)), page);
    }

    @Override
    public OptionalAnswer<Long> rentalCombinedRecords(long rentalProductInventoryId,
            Consumer<List<RentalCombinedRecord>> page) {
        return read(rentalCombined, RENTAL_COMBINED,
                Map.of("rentalProductInventoryId", Long.toString(rentalProductInventoryId)), page);
    }

    @Override
    public OptionalAnswer<Long> adhocInvoicePayments(long adhocBillRunId, Consumer<List<AdhocInvoicePayment>> page) {
        return read(payments, PAYMENTS, Map.of("adhocBillRunId", Long.toString(adhocBillRunId)), page);
    }

    @Override
    public void forgetRefusals() {
        List.of(summaries, customerList, customer, rentalSuspense, dialStrings, buyRates, inventoryList, inventory,
                rentalCombined, payments).forEach(OptionalEndpoint::forgetRefusal);
    }

    private <T> OptionalAnswer<Long> read(OptionalEndpoint endpoint, ListEndpoint<T> list, Map<String, String> filters,
            Consumer<List<T>> consumer) {
        return endpoint.answer(false, () -> {
            var rows = new AtomicLong();
            Consumer<List<T>> counting = page -> {
                rows.addAndGet(page.size());
                consumer.accept(page);
            };
            try {
                read(list, filters, counting);
            } catch (FailureException e) {
                if (rows.get() > 0 || list.order().isEmpty() || !(e.failure() instanceof Failure.Rejected)) {
                    throw e;
                }
                // By which members a list can be sorted is not documented; a server that refuses ours is not told any.
                read(list.unordered(), filters, counting);
            }
            return rows.get();
        });
    }

    private <T> void read(ListEndpoint<T> list, Map<String, String> filters, Consumer<List<T>> consumer) {
        try (var pages = list.pages(filters, List.of(), BillRunQuery.LARGEST_PAGE, true, reads::readQuietly)) {
            while (pages.hasNext()) {
                consumer.accept(pages.next().rows());
            }
        }
    }

    private static Map<String, String> filters(UsageSuspenseFilter filter) {
        var filters = new LinkedHashMap<String, String>();
        filter.usageProductId().ifPresent(id -> filters.put("usageProductId", Long.toString(id)));
        filter.supplierId().ifPresent(id -> filters.put("supplierId", Long.toString(id)));
        filter.supplierCost().map(NumberFilter::wire).ifPresent(cost -> filters.put("totalSupplierCost", cost));
        return filters;
    }
}
