package org.billrunconsole.domain.customer;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Usage that waits because its buying price is not known ({@code GET /usage-buy-rate-suspense-summary}, optional). Of
 * the whole tenant, never of one run. The stored page breaks off after the rate card: there are more members, whose
 * names are not known.
 *
 * @param usageProductId  identifier of the usage product
 * @param isdn            whether it is ISDN
 * @param usageRateCardId identifier of the rate card without a rate
 */
public record BuyRateSuspense(OptionalLong usageProductId, Optional<Boolean> isdn, OptionalLong usageRateCardId) {}
