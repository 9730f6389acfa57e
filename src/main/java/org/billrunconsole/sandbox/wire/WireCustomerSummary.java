package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.data.CustomerSummary;

/** A customer's summary as the API sends it; what is not known is left out. */
public final class WireCustomerSummary {

    public static final List<WireField<CustomerSummary>> FIELDS = List.of(
            WireField.number("customerId", CustomerSummary::customerId),
            WireField.text("billingStatus", CustomerSummary::billingStatus),
            WireField.text("ratingStatus", CustomerSummary::ratingStatus),
            WireField.decimal("openBillRunValue", CustomerSummary::open),
            WireField.decimal("previousBillRunValue", CustomerSummary::previous),
            WireField.decimal("valueDifference", CustomerSummary::difference),
            WireField.decimal("percentageDifference", CustomerSummary::percentage));

    private WireCustomerSummary() {}
}
