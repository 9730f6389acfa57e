package org.billrunconsole.domain.review;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure of a run that is not what it was.
 *
 * @param then empty where it was not known
 * @param now  empty where it is not known any more
 */
public record FigureChange(Figure figure, Optional<BigDecimal> then, Optional<BigDecimal> now) {

    /** Which figure, and what it counts in. */
    public enum Figure {
        /** Whole units of the currency. */
        REVENUE(true),
        /** Records. */
        USAGE_SUSPENSE(false),
        /** Records. */
        RENTAL_SUSPENSE(false),
        /** Money. */
        LARGEST_INVOICE(true),
        /** Customers whose value differs without an explanation. */
        UNEXPLAINED(false),
        /** What their differences come to: money. */
        UNEXPLAINED_SUM(true),
        /** Customers of the cycle without a value in the run. */
        NOT_BILLED(false);

        private final boolean money;

        Figure(boolean money) {
            this.money = money;
        }

        /** True for an amount in the currency of the run's cycle, false for a count. */
        public boolean isMoney() {
            return money;
        }
    }
}
