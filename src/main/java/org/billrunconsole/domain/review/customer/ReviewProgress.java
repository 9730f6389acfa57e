package org.billrunconsole.domain.review.customer;

import java.util.OptionalLong;

/**
 * How far the reading of a review has got.
 *
 * @param part what is being read
 * @param read how many so far: for {@link Part#VALUES} customers of the cycle with a value
 * @param of   how many there are, where that is known
 */
public record ReviewProgress(Part part, long read, OptionalLong of) {

    /** The parts in the order in which they are read. */
    public enum Part {
        CUSTOMERS, VALUES, RENTAL_SUSPENSE, USAGE_SUSPENSE, NAMES
    }
}
