package org.billrunconsole.domain.customer;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a customer pays in the open bill run against the previous one ({@code GET /customer-billing-summaries},
 * optional). "The open" and "the previous" run are the customer's own: the API names neither run nor cycle. A value
 * that was not sent is not known; it is never 0.
 *
 * @param customerId           identifier of the customer
 * @param billingStatus        for example ACTIVE or FIRST_INVOICE
 * @param ratingStatus         COMPLETE, or INCOMPLETE while values may still change through rating, or whatever else
 *                             was sent
 * @param openBillRunValue     value in the open bill run; the currency is not documented, presumably the cycle's
 * @param previousBillRunValue value in the previous one
 * @param valueDifference      the difference as the server says; whether it has a sign is not documented
 * @param percentageDifference the same in percent; what the server divides by is not documented
 */
public record CustomerBillingSummary(long customerId, Optional<BillingStatus> billingStatus,
        Optional<String> ratingStatus, Optional<BigDecimal> openBillRunValue,
        Optional<BigDecimal> previousBillRunValue, Optional<BigDecimal> valueDifference,
        Optional<BigDecimal> percentageDifference) {

    /** The one value of {@code ratingStatus} with which values do not change any more by rating. */
    private static final String COMPLETE = "COMPLETE";

    public boolean has(BillingStatus.Known status) {
        return billingStatus.filter(status::equals).isPresent();
    }

    /** True if the server says that all of it is rated; false also if it says nothing. */
    public boolean isRated() {
        return ratingStatus.filter(COMPLETE::equals).isPresent();
    }
}
