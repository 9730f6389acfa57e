package org.billrunconsole.sandbox.wire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.sandbox.customers.AdhocBilling;
import org.billrunconsole.sandbox.customers.AdhocItem;
import org.billrunconsole.sandbox.customers.AdhocPayment;

/** What ad hoc runs bill, and its payments, as the API sends them. */
public final class WireAdhocBilling {

    public static final List<WireField<AdhocItem>> ITEM = List.of(WireField.number("id", AdhocItem::id),
            WireField.number("siteId", AdhocItem::siteId), WireField.text("name", AdhocItem::name),
            WireField.number("supplierAccountId", _ -> 41),
            WireField.decimal("buyPrice", _ -> Optional.of(BigDecimal.ZERO)),
            WireField.decimal("sellPrice", item -> Optional.of(item.sellPrice())),
            WireField.flag("billImmediately", _ -> true),
            WireField.flag("isCredit", item -> item.credit().isPresent()),
            WireField.ifAny("creditReason", AdhocItem::credit), WireField.flag("paid", AdhocItem::paid),
            WireField.number("quantity", _ -> 1), WireField.number("rentalProductCategoryId", _ -> 5),
            WireField.number("taxBandId", _ -> 2), WireField.number("adhocBillRunId", AdhocItem::runId));

    public static final List<WireField<AdhocBilling.Rental>> RENTAL = List.of(
            WireField.number("adhocBillRunId", AdhocBilling.Rental::runId));

    public static final List<WireField<AdhocPayment>> PAYMENT = List.of(WireField.number("id", AdhocPayment::id),
            WireField.number("generatedAdhocInvoiceId", AdhocPayment::invoiceId),
            WireField.text("thirdPartyPaymentStatus", AdhocPayment::status),
            WireField.decimal("amountInMajorCurrency", payment -> Optional.of(payment.amount())),
            WireField.number("currencyId", _ -> 1), WireField.ifAny("errorInfo", AdhocPayment::error),
            WireField.text("paymentMethod", AdhocPayment::method), WireField.text("paymentDate", AdhocPayment::date),
            WireField.text("customerPaymentType", _ -> "CUSTOMER"),
            WireField.number("customerPaymentId", AdhocPayment::customerId));

    private WireAdhocBilling() {}
}
