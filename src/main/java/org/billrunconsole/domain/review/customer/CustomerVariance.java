package org.billrunconsole.domain.review.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * A customer's value in the open run against the previous one. What the server did not send is not known, never 0.
 *
 * @param name       empty where it is not known
 * @param thisRun    value in the open run, in the currency of the cycle
 * @param previous   value in the run before
 * @param difference this run's less the previous; empty where it cannot be told
 * @param percent    the difference in percent of the previous value, with one decimal; empty where there is none
 * @param why        what explains it
 * @param rated      true if the server says that all of it is rated; else the value may still change
 * @param start      first day as a customer, if known
 * @param end        last day as a customer, if known
 */
public record CustomerVariance(long customerId, Optional<String> name, Optional<BigDecimal> thisRun,
        Optional<BigDecimal> previous, Optional<BigDecimal> difference, Optional<BigDecimal> percent, Why why,
        boolean rated, Optional<LocalDate> start, Optional<LocalDate> end) {

    /** Most money first, whichever way; where the difference is not known, by the value that is. */
    public static final Comparator<CustomerVariance> BY_MONEY = Comparator.comparing(CustomerVariance::money)
            .reversed()
            .thenComparing(CustomerVariance::customerId);

    /** What explains a difference, by the billing status that the server gives. */
    public enum Why {
        /** Nothing that the server says. */
        UNEXPLAINED,
        /** FIRST_INVOICE, and there was no value before. */
        FIRST_INVOICE,
        /** CEASED, and the value is lower than before. */
        CEASED,
        /** RESURRECTED, and the value is higher than before: a customer that had left has come back. */
        RESURRECTED,
        /** NEVER_BILLED, and there is no value. */
        NEVER_BILLED
    }

    public CustomerVariance withName(Optional<String> known) {
        return new CustomerVariance(customerId, known.or(() -> name), thisRun, previous, difference, percent, why,
                rated, start, end);
    }

    private BigDecimal money() {
        return difference.or(() -> thisRun).or(() -> previous).map(BigDecimal::abs).orElse(BigDecimal.ZERO);
    }
}
