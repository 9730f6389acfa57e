package org.billrunconsole.api;

import java.util.List;
import java.util.function.Consumer;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;

/**
 * Operations beside the bill-run API that help to review a run. A server may not have them, or a user may not use them;
 * each says so by its {@link OptionalAnswer} and none throws for what server or network do. Calls block; none may be
 * made on the window's thread.
 *
 * <p>A list is read page by page on the caller's thread; at most three pages are held at a time. The consumer is given
 * the rows of each page as it comes, without ids that an earlier page had (the last page may be empty), and the answer is
 * how many rows there were. What a consumer throws is thrown on.
 * Interrupting the thread, as cancelling its task does, ends the reading with {@code Failure.Cancelled}.
 */
public interface ReviewApi {

    /** {@code GET /customer-billing-summaries}: every customer of every cycle, by customer id. */
    OptionalAnswer<Long> customerBillingSummaries(Consumer<List<CustomerBillingSummary>> page);

    /** {@code GET /customers?billingCycleId=}: the customers of a billing cycle. */
    OptionalAnswer<Long> customers(long billingCycleId, Consumer<List<Customer>> page);

    /** {@code GET /customers/{id}}. */
    OptionalAnswer<Customer> customer(long id);

    /**
     * {@code GET /rental-suspense-records}: all there are. Whether a call without a filter is allowed is not
     * documented; if it is not, the answer is {@code Failed} with {@code Failure.Rejected}.
     */
    OptionalAnswer<Long> rentalSuspense(Consumer<List<RentalSuspenseRecord>> page);

    /** {@code GET /rental-suspense-records?customerId=}. */
    OptionalAnswer<Long> rentalSuspenseOf(long customerId, Consumer<List<RentalSuspenseRecord>> page);

    /** {@code GET /usage-dialstring-suspense-summary}; of the whole tenant. */
    OptionalAnswer<Long> dialStringSuspense(UsageSuspenseFilter filter, Consumer<List<DialStringSuspense>> page);

    /** {@code GET /usage-buy-rate-suspense-summary}; of the whole tenant. */
    OptionalAnswer<Long> buyRateSuspense(UsageSuspenseFilter filter, Consumer<List<BuyRateSuspense>> page);

    /** {@code GET /adhoc-inventories/{id}}: says which run bills the item. */
    OptionalAnswer<AdhocInventory> adhocInventory(long id);

    /** {@code GET /adhoc-inventories?adhocBillRunId=}: the items of an ad hoc run. */
    OptionalAnswer<Long> adhocInventories(long adhocBillRunId, Consumer<List<AdhocInventory>> page);

    /** {@code GET /rental-combined-records?rentalProductInventoryId=}: the runs that bill a rented item. */
    OptionalAnswer<Long> rentalCombinedRecords(long rentalProductInventoryId,
            Consumer<List<RentalCombinedRecord>> page);

    /** {@code GET /adhoc-invoice-payments?adhocBillRunId=}: the payments of an ad hoc run's invoices. */
    OptionalAnswer<Long> adhocInvoicePayments(long adhocBillRunId, Consumer<List<AdhocInvoicePayment>> page);

    /** Asks again what was refused with 403: somebody else has signed in, or been given a right. Makes no call. */
    void forgetRefusals();
}
