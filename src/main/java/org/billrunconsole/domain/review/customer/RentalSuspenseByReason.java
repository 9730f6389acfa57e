package org.billrunconsole.domain.review.customer;

import java.util.List;

/**
 * Rental records in suspense by reason. The API says whose a record is and not which run it belongs to, so these are
 * of the cycle's customers and need not come to the run's own count.
 *
 * @param scope           whose
 * @param extent          how many records of the whole tenant were read
 * @param records         of the scope
 * @param withoutCustomer records that name no customer, and so belong to nobody's cycle; not in the groups
 * @param groups          most records first
 * @param unlisted        records of the scope for reasons that are not listed, being too many
 */
public record RentalSuspenseByReason(Scope scope, Extent extent, long records, long withoutCustomer,
        List<SuspenseGroup> groups, long unlisted) {

    public RentalSuspenseByReason {
        groups = List.copyOf(groups);
    }
}
