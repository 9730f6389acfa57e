package org.billrunconsole.domain.review.customer;

import java.util.List;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.DialStringSuspense;

/**
 * Causes of usage suspense, as far as documented: of the whole tenant, not of one run. How many records each cause
 * holds back is not among the documented members.
 *
 * @param dialStrings   how many unknown numbers were read
 * @param numbers       the first of them
 * @param buyRates      how many missing buying rates were read
 * @param rates         the first of them
 */
public record UsageSuspenseCauses(Extent dialStrings, List<DialStringSuspense> numbers, Extent buyRates,
        List<BuyRateSuspense> rates) {

    public UsageSuspenseCauses {
        numbers = List.copyOf(numbers);
        rates = List.copyOf(rates);
    }
}
