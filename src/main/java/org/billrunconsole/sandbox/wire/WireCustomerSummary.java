package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.data.CustomerSummary;

/** A customer's summary as the API sends it. */
public final class WireCustomerSummary {

    public static final List<WireField<CustomerSummary>> FIELDS = List.of(
            WireField.number("customerId", CustomerSummary::customerId),
            WireField.text("billingStatus", CustomerSummary::billingStatus),
            WireField.text("ratingStatus", CustomerSummary::ratingStatus),
            WireField.number("openBillRunValue", CustomerSummary::open),
            WireField.number("previousBillRunValue", CustomerSummary::previous),
            WireField.number("valueDifference", CustomerSummary::difference),
            WireField.number("percentageDifference", CustomerSummary::percentage));

    private WireCustomerSummary() {}
}
