package org.billrunconsole.domain.review.customer;

import java.util.Optional;
import org.billrunconsole.domain.Failure;

/**
 * Why something was not checked. It never means that there is nothing to find.
 *
 * @param failure what the server or the network did, where it was that
 */
public record NotChecked(Cause cause, Optional<Failure> failure) {

    /** What a person needs to tell apart. */
    public enum Cause {
        /** This user may not read it (403). */
        NOT_PERMITTED,
        /** The server does not have the operation (404 or 501). */
        NOT_OFFERED,
        /** There is no such thing, or this user may not see it (404 to a question about one id). */
        NOT_FOUND,
        /** The operator stopped the reading. */
        CANCELLED,
        /** An answer broke off, was too large or made no sense. */
        UNREADABLE,
        /** Anything else: the network, an error of the server, a refusal. */
        FAILED,
        /** The run names no billing cycle, so that nobody's customers can be asked for. */
        NO_CYCLE,
        /** The run names no period, so that nobody can be said to be a customer in it. */
        NO_PERIOD,
        /** The server lists no customer of the cycle, though the run has revenue: this user may not see them. */
        NONE_VISIBLE,
        /** It takes the list of the cycle's customers, which was not read, or not to its end. */
        NEEDS_CUSTOMERS,
        /** It takes the customers' values, which were not read to their end. */
        NEEDS_VALUES
    }

    public static NotChecked because(Cause cause) {
        return new NotChecked(cause, Optional.empty());
    }
}
