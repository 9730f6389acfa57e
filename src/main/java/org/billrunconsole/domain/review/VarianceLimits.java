package org.billrunconsole.domain.review;

import java.math.BigDecimal;

/**
 * How far a customer's value may be from the one in the previous run before somebody should look at it: only what is
 * beyond both is flagged, so that neither pennies nor the small changes of large customers are.
 *
 * @param amount  in whole units of the currency
 * @param percent of the previous value
 */
public record VarianceLimits(int amount, int percent) {

    public static final VarianceLimits DEFAULT = new VarianceLimits(100, 15);

    public VarianceLimits {
        if (amount < 0 || percent < 0) {
            throw new IllegalArgumentException("Limits are not negative");
        }
    }

    /**
     * True if a difference is beyond both. Without a previous value there is nothing to take a percentage of, and any
     * difference is beyond that limit.
     */
    public boolean areExceeded(BigDecimal difference, BigDecimal previous) {
        var size = difference.abs();
        return size.compareTo(BigDecimal.valueOf(amount)) > 0
                && size.movePointRight(2).compareTo(previous.abs().multiply(BigDecimal.valueOf(percent))) > 0;
    }
}
