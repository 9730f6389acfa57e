package org.billrunconsole.api;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The documented filters that both usage suspense summaries have in common.
 *
 * @param usageProductId only of this usage product
 * @param supplierId     only of this supplier
 * @param supplierCost   only with such a total of the supplier's costs; what that total is is not in any answer
 */
public record UsageSuspenseFilter(OptionalLong usageProductId, OptionalLong supplierId,
        Optional<NumberFilter> supplierCost) {

    /** All of them. */
    public static UsageSuspenseFilter none() {
        return new UsageSuspenseFilter(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }
}
