package org.billrunconsole.sandbox.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a customer pays in the open bill run against the previous one. Source: {@code /customer-billing-summaries}. */
public record CustomerSummary(long customerId, String billingStatus, String ratingStatus, long open, long previous) {

    private static final int CUSTOMERS = 120;
    private static final long FIRST_ID = 90_300;

    public long difference() {
        return open - previous;
    }

    public long percentage() {
        return previous == 0 ? 0 : Math.round(100.0 * difference() / previous);
    }

    /** The same customers for the same seed. */
    public static List<CustomerSummary> seeded(long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<CustomerSummary>();
        for (int i = 0; i < CUSTOMERS; i++) {
            var previous = i % 17 == 0 ? 0 : 40 + random.nextLong(5_000);
            var open = Math.round((previous == 0 ? 150 : previous) * random.nextDouble(0.7, 1.4));
            var billing = previous == 0 ? "FIRST_INVOICE" : i % 29 == 3 ? "CEASED" : "ACTIVE";
            all.add(new CustomerSummary(FIRST_ID + i, billing, i % 11 == 5 ? "INCOMPLETE" : "COMPLETE", open,
                    previous));
        }
        return List.copyOf(all);
    }
}
