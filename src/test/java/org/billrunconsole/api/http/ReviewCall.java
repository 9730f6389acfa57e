package org.billrunconsole.api.http;

import static org.billrunconsole.testkit.Samples.ADHOC_INVENTORY;
import static org.billrunconsole.testkit.Samples.ADHOC_INVOICE_PAYMENT;
import static org.billrunconsole.testkit.Samples.BUY_RATE_SUSPENSE;
import static org.billrunconsole.testkit.Samples.CUSTOMER;
import static org.billrunconsole.testkit.Samples.CUSTOMER_BILLING_SUMMARY;
import static org.billrunconsole.testkit.Samples.DIAL_STRING_SUSPENSE;
import static org.billrunconsole.testkit.Samples.RENTAL_COMBINED_RECORD;
import static org.billrunconsole.testkit.Samples.RENTAL_SUSPENSE_RECORD;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.UsageSuspenseFilter;

/** Every operation of the review, to do the same to each. */
enum ReviewCall {

    SUMMARIES("getCustomerBillingSummary", "/customer-billing-summaries?page=1&pageSize=1000&sort=customerId",
            CUSTOMER_BILLING_SUMMARY, (api, page) -> api.customerBillingSummaries(page::accept)),
    CUSTOMERS("getCustomers", "/customers?page=1&pageSize=1000&sort=id&billingCycleId=3", CUSTOMER,
            (api, page) -> api.customers(3, page::accept)),
    CUSTOMER_1("getCustomer", "/customers/1", CUSTOMER, api -> api.customer(1)),
    RENTAL_SUSPENSE("getRentalSuspense", "/rental-suspense-records?page=1&pageSize=1000&sort=id",
            RENTAL_SUSPENSE_RECORD, (api, page) -> api.rentalSuspense(page::accept)),
    RENTAL_SUSPENSE_OF("getRentalSuspense", "/rental-suspense-records?page=1&pageSize=1000&sort=id&customerId=3",
            RENTAL_SUSPENSE_RECORD, (api, page) -> api.rentalSuspenseOf(3, page::accept)),
    DIAL_STRINGS("getUsageDialStringSuspenseSummary",
            "/usage-dialstring-suspense-summary?page=1&pageSize=1000&sort=dialString", DIAL_STRING_SUSPENSE,
            (api, page) -> api.dialStringSuspense(UsageSuspenseFilter.none(), page::accept)),
    BUY_RATES("getUsageBuyRateSuspenseSummary", "/usage-buy-rate-suspense-summary?page=1&pageSize=1000",
            BUY_RATE_SUSPENSE, (api, page) -> api.buyRateSuspense(UsageSuspenseFilter.none(), page::accept)),
    INVENTORIES("getAdhocInventories", "/adhoc-inventories?page=1&pageSize=1000&sort=id&adhocBillRunId=8",
            ADHOC_INVENTORY, (api, page) -> api.adhocInventories(8, page::accept)),
    INVENTORY_1("getAdhocInventory", "/adhoc-inventories/1", ADHOC_INVENTORY, api -> api.adhocInventory(1)),
    RENTAL_COMBINED("getRentalCombined",
            "/rental-combined-records?page=1&pageSize=1000&rentalProductInventoryId=2", RENTAL_COMBINED_RECORD,
            (api, page) -> api.rentalCombinedRecords(2, page::accept)),
    PAYMENTS("getAdhocInvoicePayments", "/adhoc-invoice-payments?page=1&pageSize=1000&sort=id&adhocBillRunId=8",
            ADHOC_INVOICE_PAYMENT, (api, page) -> api.adhocInvoicePayments(8, page::accept));

    /** Reads one thing. */
    private interface One {

        OptionalAnswer<?> ask(ReviewApi api);
    }

    private final String id;
    private final String line;
    private final boolean aboutOne;
    private final String row;
    private final BiFunction<ReviewApi, Consumer<List<?>>, OptionalAnswer<?>> asking;

    ReviewCall(String id, String line, String row, One asking) {
        this(id, line, true, row, (api, page) -> {
            var answer = asking.ask(api);
            answer.given().ifPresent(value -> page.accept(List.of(value)));
            return answer;
        });
    }

    ReviewCall(String id, String line, String row,
            BiFunction<ReviewApi, Consumer<List<?>>, OptionalAnswer<?>> asking) {
        this(id, line, false, row, asking);
    }

    ReviewCall(String id, String line, boolean aboutOne, String row,
            BiFunction<ReviewApi, Consumer<List<?>>, OptionalAnswer<?>> asking) {
        this.id = id;
        this.line = line;
        this.aboutOne = aboutOne;
        this.row = row;
        this.asking = asking;
    }

    /** Makes the call. */
    OptionalAnswer<?> ask(ReviewApi api, Consumer<List<?>> page) {
        return asking.apply(api, page);
    }

    /** The contract's operationId. */
    String id() {
        return id;
    }

    /** The request as it should be on the wire. */
    String line() {
        return "GET " + line;
    }

    boolean isAboutOne() {
        return aboutOne;
    }

    /** One object as the contract has it. */
    String row() {
        return row;
    }

    /** A successful answer with these rows, or with the one. */
    String good(String json) {
        return aboutOne ? json : "[" + json + "]";
    }
}
