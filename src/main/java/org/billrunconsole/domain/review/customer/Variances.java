package org.billrunconsole.domain.review.customer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The customers' values in the open run against the previous one, each customer in one of the groups.
 *
 * @param scope        whose
 * @param extent       how many customers of the scope, and whether that is all
 * @param thisRun      what the known values in the open run come to
 * @param previous     the same of the previous run
 * @param unexplained  beyond both limits, and nothing says why
 * @param explained    beyond both limits or without a known difference, and the billing status says why
 * @param explainedBy  how many by each explanation
 * @param withinLimits neither beyond both limits nor without a known difference
 * @param notCompared  at least one value was not sent, and nothing says why
 * @param notRated     of all of them, those whose values may still change by rating
 */
public record Variances(Scope scope, Extent extent, BigDecimal thisRun, BigDecimal previous,
        VarianceGroup unexplained, VarianceGroup explained, Map<CustomerVariance.Why, Long> explainedBy,
        VarianceGroup withinLimits, VarianceGroup notCompared, long notRated) {

    public Variances {
        explainedBy = Map.copyOf(explainedBy);
    }

    /** The same with each listed customer changed, for example given a name. */
    public Variances each(UnaryOperator<CustomerVariance> change) {
        return new Variances(scope, extent, thisRun, previous, unexplained.each(change), explained.each(change),
                explainedBy, withinLimits, notCompared.each(change), notRated);
    }
}
