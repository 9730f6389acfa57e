package org.billrunconsole.domain.customer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Usage that waits because its dialled number is not known ({@code GET /usage-dialstring-suspense-summary}, optional).
 * Of the whole tenant, never of one run. The stored page breaks off after the supplier's account: there are more
 * members, such as counts and costs, whose names are not known.
 *
 * @param dialString                     what was dialled
 * @param referenceDateSourceId          identifier of the source of its date
 * @param secondaryReferenceDateSourceId identifier of the second source of its date
 * @param usageProductId                 identifier of the usage product
 * @param supplierId                     identifier of the supplier
 * @param supplierAccountId              identifier of the supplier's account
 */
public record DialStringSuspense(Optional<String> dialString, OptionalLong referenceDateSourceId,
        OptionalLong secondaryReferenceDateSourceId, OptionalLong usageProductId, OptionalLong supplierId,
        OptionalLong supplierAccountId) {}
