package org.billrunconsole.sandbox.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a customer pays in the open bill run against the previous one. Source: {@code /customer-billing-summaries}.
 *
 * @param open     empty if there is no open run or nothing is known of it
 * @param previous empty if there is no run before
 */
public record CustomerSummary(long customerId, String billingStatus, String ratingStatus, Optional<BigDecimal> open,
        Optional<BigDecimal> previous) {

    public Optional<BigDecimal> difference() {
        return open.flatMap(now -> previous.map(now::subtract));
    }

    /** Of the previous value, to one place; empty if that is 0. */
    public Optional<BigDecimal> percentage() {
        return previous.filter(value -> value.signum() != 0)
                .flatMap(value -> difference().map(
                        difference -> difference.movePointRight(2).divide(value, 1, RoundingMode.HALF_UP)));
    }
}
