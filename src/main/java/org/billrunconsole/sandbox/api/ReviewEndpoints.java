package org.billrunconsole.sandbox.api;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.sandbox.customers.AdhocBilling;
import org.billrunconsole.sandbox.customers.AdhocItem;
import org.billrunconsole.sandbox.customers.AdhocPayment;
import org.billrunconsole.sandbox.customers.CustomerBook;
import org.billrunconsole.sandbox.customers.CustomerValues;
import org.billrunconsole.sandbox.customers.RentalSuspense;
import org.billrunconsole.sandbox.customers.SandboxCustomer;
import org.billrunconsole.sandbox.customers.SuspendedRental;
import org.billrunconsole.sandbox.customers.SuspendedUsage;
import org.billrunconsole.sandbox.data.CustomerSummary;
import org.billrunconsole.sandbox.lifecycle.Refusal;
import org.billrunconsole.sandbox.wire.WireAdhocBilling;
import org.billrunconsole.sandbox.wire.WireCustomer;
import org.billrunconsole.sandbox.wire.WireCustomerSummary;
import org.billrunconsole.sandbox.wire.WireField;
import org.billrunconsole.sandbox.wire.WireSuspense;

/**
 * The operations beside the bill-run API: customers, what is billed to them, what is in suspense, how it was paid. Of
 * the documented filters those by date are not there.
 */
public final class ReviewEndpoints {

    private static final ListResource<CustomerSummary> SUMMARIES = new ListResource<>(WireCustomerSummary.FIELDS,
            Map.of("customerId", Comparator.comparing(CustomerSummary::customerId)),
            Map.ofEntries(ListResource.byId("customerId", CustomerSummary::customerId),
                    ListResource.byNumber("valueDifference",
                            summary -> summary.difference().map(BigDecimal::abs)),
                    ListResource.byNumber("percentageDifference", CustomerSummary::percentage),
                    ListResource.byText("ratingStatus", CustomerSummary::ratingStatus),
                    ListResource.byText("billingStatus", CustomerSummary::billingStatus)));
    private static final ListResource<SandboxCustomer> CUSTOMERS = new ListResource<>(WireCustomer.FIELDS,
            Map.of("id", Comparator.comparing(SandboxCustomer::id), "customerName",
                    Comparator.comparing(SandboxCustomer::name)),
            Map.ofEntries(ListResource.byId("contractOwnerId", _ -> 1),
                    ListResource.byText("customerName", SandboxCustomer::name),
                    ListResource.byText("customerType", WireCustomer::type),
                    ListResource.byText("customerAccountNumber", SandboxCustomer::accountNumber),
                    ListResource.byId("billingCycleId", customer -> customer.cycle().id())));
    private static final ListResource<SuspendedRental> RENTAL_SUSPENSE = new ListResource<>(WireSuspense.RENTAL,
            Map.of("id", Comparator.comparing(SuspendedRental::id)),
            Map.ofEntries(ListResource.byId("rentalProductInventoryId", SuspendedRental::inventoryId),
                    ListResource.byId("customerId", SuspendedRental::customerId),
                    ListResource.byId("siteId", SuspendedRental::siteId)));
    private static final ListResource<SuspendedUsage> DIAL_STRINGS = new ListResource<>(WireSuspense.DIAL_STRING,
            Map.of("dialString", Comparator.comparing(SuspendedUsage::dialString)),
            Map.ofEntries(ListResource.byText("dialString", SuspendedUsage::dialString),
                    ListResource.byId("usageProductId", SuspendedUsage::productId),
                    ListResource.byId("supplierId", SuspendedUsage::supplierId),
                    ListResource.byId("supplierAccountId", SuspendedUsage::supplierAccountId),
                    ListResource.byNumber("totalSupplierCost", usage -> Optional.of(usage.supplierCost()))));
    private static final ListResource<SuspendedUsage> BUY_RATES = new ListResource<>(WireSuspense.BUY_RATE, Map.of(),
            Map.ofEntries(ListResource.byId("usageProductId", SuspendedUsage::productId),
                    ListResource.byId("usageRateCardId", SuspendedUsage::rateCardId),
                    ListResource.byId("supplierId", SuspendedUsage::supplierId),
                    ListResource.byId("supplierAccountId", SuspendedUsage::supplierAccountId),
                    ListResource.byNumber("totalSupplierCost", usage -> Optional.of(usage.supplierCost()))));
    private static final ListResource<AdhocItem> ITEMS = new ListResource<>(WireAdhocBilling.ITEM,
            Map.of("id", Comparator.comparing(AdhocItem::id)),
            Map.ofEntries(ListResource.byText("name", AdhocItem::name),
                    ListResource.byId("siteId", AdhocItem::siteId), ListResource.byId("billRunId", _ -> 0),
                    ListResource.byId("adhocBillRunId", AdhocItem::runId)));
    private static final ListResource<AdhocBilling.Rental> RENTALS = new ListResource<>(WireAdhocBilling.RENTAL,
            Map.of(), Map.ofEntries(
                    ListResource.byId("rentalProductInventoryId", AdhocBilling.Rental::inventoryId)));
    private static final ListResource<AdhocPayment> PAYMENTS = new ListResource<>(WireAdhocBilling.PAYMENT,
            Map.of("id", Comparator.comparing(AdhocPayment::id)),
            Map.ofEntries(ListResource.byText("adhocBillRunId", payment -> Long.toString(payment.runId())),
                    ListResource.byText("customerPaymentType", _ -> "CUSTOMER"),
                    ListResource.byId("customerPaymentId", AdhocPayment::customerId),
                    ListResource.byId("generatedAdhocInvoiceId", AdhocPayment::invoiceId)));

    private final CustomerBook customers;
    private final CustomerValues values;
    private final RentalSuspense rentalSuspense;
    private final AdhocBilling adhocBilling;

    public ReviewEndpoints(SandboxState state) {
        customers = state.customers();
        values = new CustomerValues(customers, state.book());
        rentalSuspense = new RentalSuspense(customers, state.book());
        adhocBilling = new AdhocBilling(customers, state.book());
    }

    Answer summaries(Request request) {
        return SUMMARIES.page(request, values::summaries);
    }

    Answer customers(Request request) {
        return CUSTOMERS.page(request, customers::all);
    }

    Answer customer(long id) {
        return one(WireCustomer.FIELDS, customers.find(id), "customer");
    }

    Answer rentalSuspense(Request request) {
        return RENTAL_SUSPENSE.page(request, rentalSuspense::records);
    }

    Answer dialStringSuspense(Request request) {
        return DIAL_STRINGS.page(request, SuspendedUsage::unknownNumbers);
    }

    Answer buyRateSuspense(Request request) {
        return BUY_RATES.page(request, SuspendedUsage::missingRates);
    }

    Answer adhocInventories(Request request) {
        return ITEMS.page(request, adhocBilling::items);
    }

    Answer adhocInventory(long id) {
        return one(WireAdhocBilling.ITEM,
                adhocBilling.items().stream().filter(item -> item.id() == id).findFirst(), "ad hoc inventory");
    }

    Answer rentalCombined(Request request) {
        return RENTALS.page(request, adhocBilling::rentals);
    }

    Answer adhocInvoicePayments(Request request) {
        return PAYMENTS.page(request, adhocBilling::payments);
    }

    private static <T> Answer one(List<WireField<T>> fields, Optional<T> found, String what) {
        return found.map(each -> Answer.ok(WireField.object(fields, each)))
                .orElseThrow(() -> new Refusal(404, "No such " + what));
    }
}
