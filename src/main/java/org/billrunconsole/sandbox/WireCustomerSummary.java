package org.billrunconsole.sandbox;

import java.util.List;

/** How a customer's summary looks from outside. */
final class WireCustomerSummary {

    static final List<Field<CustomerSummary>> FIELDS = List.of(Field.number("customerId", CustomerSummary::customerId),
            Field.text("billingStatus", CustomerSummary::billingStatus),
            Field.text("ratingStatus", CustomerSummary::ratingStatus),
            Field.number("openBillRunValue", CustomerSummary::open),
            Field.number("previousBillRunValue", CustomerSummary::previous),
            Field.number("valueDifference", CustomerSummary::difference),
            Field.number("percentageDifference", CustomerSummary::percentage));

    private WireCustomerSummary() {}
}
