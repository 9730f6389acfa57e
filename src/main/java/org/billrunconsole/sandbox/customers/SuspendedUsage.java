package org.billrunconsole.sandbox.customers;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Usage of the whole tenant that cannot be billed yet, by what it lacks. Only the members whose names are documented
 * are ever sent; the cost is there to be filtered by.
 *
 * @param dialString what was dialled
 * @param productId  usage product
 * @param rateCardId rate card that has no buying rate
 */
public record SuspendedUsage(String dialString, long productId, long supplierId, long supplierAccountId,
        long rateCardId, boolean isdn, BigDecimal supplierCost) {

    private static final int NUMBERS = 14;
    private static final int RATES = 9;

    /** By numbers that nobody knows. */
    public static List<SuspendedUsage> unknownNumbers() {
        return IntStream.range(0, NUMBERS).mapToObj(i -> of("0870 1496 " + (100 + 7 * i), i)).toList();
    }

    /** By rates that no card has. */
    public static List<SuspendedUsage> missingRates() {
        return IntStream.range(0, RATES).mapToObj(i -> of("", i)).toList();
    }

    private static SuspendedUsage of(String dialString, int i) {
        return new SuspendedUsage(dialString, 11 + i % 4, 3 + i % 3, 40 + i % 5, 700 + i, i % 4 == 1,
                BigDecimal.valueOf(1_250 + 3_075L * i, 2));
    }
}
