package org.billrunconsole.domain.review.customer;

import java.util.List;
import java.util.Optional;

/**
 * Rental records in suspense for one reason.
 *
 * @param reason    in the server's words; empty where it gave none
 * @param records   how many
 * @param customers of how many customers
 * @param listed    those with most records, by them
 */
public record SuspenseGroup(Optional<String> reason, long records, long customers, List<Held> listed) {

    /** A customer and how many of its records are in suspense for that reason. */
    public record Held(long customerId, Optional<String> name, long records) {}

    public SuspenseGroup {
        listed = List.copyOf(listed);
    }

    /** How many customers are not listed. */
    public long unlisted() {
        return customers - listed.size();
    }
}
