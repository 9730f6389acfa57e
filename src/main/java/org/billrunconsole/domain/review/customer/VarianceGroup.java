package org.billrunconsole.domain.review.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Customers that belong together. Count and sum are of all of them, however many are listed.
 *
 * @param count             how many
 * @param sum               what their differences come to, those that are not known left out
 * @param withoutDifference how many have no known difference
 * @param listed            those with most money, by it
 */
public record VarianceGroup(long count, BigDecimal sum, long withoutDifference, List<CustomerVariance> listed) {

    public static final VarianceGroup NONE = new VarianceGroup(0, BigDecimal.ZERO, 0, List.of());

    public VarianceGroup {
        listed = List.copyOf(listed);
    }

    /** How many are not listed. */
    public long unlisted() {
        return count - listed.size();
    }

    public VarianceGroup each(UnaryOperator<CustomerVariance> change) {
        return new VarianceGroup(count, sum, withoutDifference, listed.stream().map(change).toList());
    }
}
