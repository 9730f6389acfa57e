package org.billrunconsole.api.http.wire;

import java.io.IOException;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.customer.BillingStatus;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;

/**
 * Maps the field names of the operations beside the bill-run API, as far as they are documented. Where a list is judged
 * by a member - money, a customer's days - one that is not what the contract says makes the answer malformed.
 */
public final class ReviewMapping {

    private ReviewMapping() {}

    public static CustomerBillingSummary summary(long customerId, JsonRow row) throws IOException {
        return new CustomerBillingSummary(customerId, row.word("billingStatus").map(BillingStatus::of),
                row.word("ratingStatus"), row.decidingDecimal("openBillRunValue"),
                row.decidingDecimal("previousBillRunValue"), row.shownDecimal("valueDifference"),
                row.shownDecimal("percentageDifference"));
    }

    public static Customer customer(long id, JsonRow row) throws IOException {
        return new Customer(id, row.shownText("customerName"), row.shownText("customerAccountNumber"),
                row.word("customerType"), row.decidingDate("startDate"), row.decidingDate("endDate"),
                row.decidingNumber("billingCycleId"));
    }

    public static RentalSuspenseRecord rentalSuspense(JsonRow row) {
        return new RentalSuspenseRecord(row.id("id"), row.shownNumber("rentalProductInventoryId"),
                row.shownNumber("customerId"), row.shownNumber("siteId"), row.shownDate("creationDate"),
                row.shownText("suspenseReason"));
    }

    public static DialStringSuspense dialStringSuspense(JsonRow row) {
        return new DialStringSuspense(row.shownText("dialString"), row.shownNumber("referenceDateSourceId"),
                row.shownNumber("secondaryReferenceDateSourceId"), row.shownNumber("usageProductId"),
                row.shownNumber("supplierId"), row.shownNumber("supplierAccountId"));
    }

    public static BuyRateSuspense buyRateSuspense(JsonRow row) {
        return new BuyRateSuspense(row.shownNumber("usageProductId"), row.shownFlag("isdn"),
                row.shownNumber("usageRateCardId"));
    }

    public static AdhocInventory adhocInventory(long id, JsonRow row) throws IOException {
        return new AdhocInventory(id, row.shownText("name"), row.shownNumber("siteId"), row.shownDecimal("sellPrice"),
                row.shownDecimal("quantity"), row.shownFlag("isCredit"), row.shownText("creditReason"),
                row.shownFlag("paid"), row.decidingNumber("billRunId"), row.decidingNumber("adhocBillRunId"));
    }

    public static RentalCombinedRecord rentalCombined(JsonRow row) throws IOException {
        return new RentalCombinedRecord(row.decidingNumber("billRunId"), row.decidingNumber("adhocBillRunId"));
    }

    public static AdhocInvoicePayment adhocInvoicePayment(JsonRow row) {
        return new AdhocInvoicePayment(row.id("id"), row.shownNumber("generatedAdhocInvoiceId"),
                row.word("thirdPartyPaymentStatus"), row.shownDecimal("amountInMajorCurrency"),
                row.shownNumber("currencyId"), row.shownText("description"), row.shownText("errorInfo"),
                row.shownText("paymentMethod"), row.shownDate("paymentDate"), row.word("customerPaymentType"),
                row.shownNumber("customerPaymentId"));
    }
}
