package org.billrunconsole.domain.plan;

import java.math.BigDecimal;
import java.util.List;
import org.billrunconsole.domain.review.Check;

/**
 * Decides whether a check that warns now is one that the operator accepted beforehand: of the same kind, no more
 * severe, and with figures no worse than those they saw. A pure function.
 */
public final class AcceptedChecks {

    private AcceptedChecks() {}

    /** Those that need a person: they warn, and were not accepted. */
    public static List<Check> without(List<Check> accepted, List<Check> now) {
        return now.stream()
                .filter(check -> check.severity().needsReason())
                .filter(check -> accepted.stream().noneMatch(before -> covers(before, check)))
                .toList();
    }

    private static boolean covers(Check accepted, Check now) {
        return accepted.kind() == now.kind() && accepted.severity().compareTo(now.severity()) >= 0
                && isNoWorse(accepted, now);
    }

    private static boolean isNoWorse(Check accepted, Check now) {
        return switch (now.kind()) {
            case USAGE_SUSPENSE, RENTAL_SUSPENSE -> compare(now.args().get(0), accepted.args().get(0)) <= 0;
            // Revenue, what is usual, how far off in percent, of how many runs.
            case REVENUE_LOW -> compare(now.args().get(0), accepted.args().get(0)) >= 0;
            case REVENUE_HIGH, LARGEST_INVOICE_HIGH -> compare(now.args().get(0), accepted.args().get(0)) <= 0;
            default -> accepted.args().equals(now.args());
        };
    }

    private static int compare(Object one, Object other) {
        return number(one).compareTo(number(other));
    }

    private static BigDecimal number(Object figure) {
        return switch (figure) {
            case Check.Money(var amount) -> amount;
            case Number number -> new BigDecimal(number.toString());
            default -> throw new IllegalArgumentException("Not a figure: " + figure);
        };
    }
}
