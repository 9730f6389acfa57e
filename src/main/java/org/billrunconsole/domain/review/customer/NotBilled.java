package org.billrunconsole.domain.review.customer;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A customer of the cycle that is active in the period and has no value in the run.
 *
 * @param start first day as a customer; empty where the server does not say
 * @param end   last day as a customer; empty for one that goes on
 * @param how   what is known of its value
 */
public record NotBilled(long customerId, Optional<String> name, Optional<LocalDate> start, Optional<LocalDate> end,
        How how) {

    /** What there is in place of a value. */
    public enum How {
        /** The server lists no value for the customer at all. */
        NOT_LISTED,
        /** The server lists the customer and sends no value. */
        VALUE_NOT_SENT
    }
}
