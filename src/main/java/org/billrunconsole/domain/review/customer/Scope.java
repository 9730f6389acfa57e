package org.billrunconsole.domain.review.customer;

/** Whose rows a part of a review is made of. */
public enum Scope {
    /** The customers of the run's billing cycle. */
    CYCLE,
    /** Every customer that this user may see, because the cycle's could not be listed. */
    EVERY_CYCLE
}
