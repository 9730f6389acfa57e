package org.billrunconsole.runs.review.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.customer.BillingStatus;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.CustomerVariance;
import org.billrunconsole.domain.review.customer.CustomerVariance.Why;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.domain.review.customer.VarianceGroup;
import org.billrunconsole.domain.review.customer.Variances;

/**
 * Puts customers into groups by how their values differ, one after the other, and keeps only those that are shown. Not
 * safe for use by many threads.
 */
final class VarianceReader {

    private static final int MOST_LISTED = 1_000;

    /** A group that grows. */
    private static final class Growing {

        private final Foremost<CustomerVariance> foremost;
        private BigDecimal sum = BigDecimal.ZERO;
        private long withoutDifference;

        private Growing(int most) {
            foremost = new Foremost<>(most, CustomerVariance.BY_MONEY);
        }

        private void add(CustomerVariance variance) {
            foremost.add(variance);
            sum = variance.difference().map(sum::add).orElse(sum);
            withoutDifference += variance.difference().isPresent() ? 0 : 1;
        }

        private VarianceGroup group() {
            return new VarianceGroup(foremost.count(), sum, withoutDifference, foremost.kept());
        }
    }

    private final VarianceLimits limits;
    private final Growing unexplained = new Growing(MOST_LISTED);
    private final Growing explained = new Growing(MOST_LISTED);
    private final Growing withinLimits = new Growing(MOST_LISTED);
    private final Growing notCompared = new Growing(MOST_LISTED);
    private final Map<Why, Long> explainedBy = new EnumMap<>(Why.class);
    private BigDecimal thisRun = BigDecimal.ZERO;
    private BigDecimal previous = BigDecimal.ZERO;
    private long notRated;
    private long count;

    VarianceReader(VarianceLimits limits) {
        this.limits = limits;
    }

    /** @param customer what is known of the customer besides */
    void add(CustomerBillingSummary summary, Optional<CycleCustomers.Entry> customer) {
        count++;
        thisRun = summary.openBillRunValue().map(thisRun::add).orElse(thisRun);
        previous = summary.previousBillRunValue().map(previous::add).orElse(previous);
        notRated += summary.isRated() ? 0 : 1;
        var variance = variance(summary, customer);
        if (variance.difference().isPresent() && !limits.areExceeded(variance.difference().get(),
                variance.previous().orElse(BigDecimal.ZERO))) {
            withinLimits.add(variance);
        } else if (variance.why() != Why.UNEXPLAINED) {
            explained.add(variance);
            explainedBy.merge(variance.why(), 1L, Long::sum);
        } else {
            (variance.difference().isPresent() ? unexplained : notCompared).add(variance);
        }
    }

    long count() {
        return count;
    }

    Variances variances(Scope scope, Extent extent) {
        return new Variances(scope, extent, thisRun, previous, unexplained.group(), explained.group(), explainedBy,
                withinLimits.group(), notCompared.group(), notRated);
    }

    private static CustomerVariance variance(CustomerBillingSummary summary,
            Optional<CycleCustomers.Entry> customer) {
        var difference = difference(summary);
        return new CustomerVariance(summary.customerId(), customer.flatMap(CycleCustomers.Entry::name),
                summary.openBillRunValue(), summary.previousBillRunValue(), difference,
                difference.flatMap(money -> percent(money, summary.previousBillRunValue())), why(summary),
                summary.isRated(), customer.flatMap(CycleCustomers.Entry::start),
                customer.flatMap(CycleCustomers.Entry::end));
    }

    /** Before a first invoice there was none, so nothing has to be sent for that; else both values have to be known. */
    private static Optional<BigDecimal> difference(CustomerBillingSummary summary) {
        var before = summary.previousBillRunValue()
                .or(() -> summary.has(BillingStatus.Known.FIRST_INVOICE)
                        ? Optional.of(BigDecimal.ZERO)
                        : Optional.empty());
        return summary.openBillRunValue().flatMap(now -> before.map(now::subtract));
    }

    private static Optional<BigDecimal> percent(BigDecimal difference, Optional<BigDecimal> previous) {
        return previous.filter(value -> value.signum() != 0)
                .map(value -> difference.movePointRight(2).divide(value.abs(), 1, RoundingMode.HALF_UP));
    }

    /** A status explains only what it would bring about: a ceased customer that pays more is not explained. */
    private static Why why(CustomerBillingSummary summary) {
        if (!(summary.billingStatus().orElse(null) instanceof BillingStatus.Known status)) {
            return Why.UNEXPLAINED;
        }
        var now = summary.openBillRunValue();
        var before = summary.previousBillRunValue();
        var comparison = now.isPresent() && before.isPresent() ? now.get().compareTo(before.get()) : 0;
        return switch (status) {
            case FIRST_INVOICE -> isNothing(before) ? Why.FIRST_INVOICE : Why.UNEXPLAINED;
            case CEASED -> comparison <= 0 ? Why.CEASED : Why.UNEXPLAINED;
            case RESURRECTED -> comparison >= 0 ? Why.RESURRECTED : Why.UNEXPLAINED;
            case NEVER_BILLED -> isNothing(now) && isNothing(before) ? Why.NEVER_BILLED : Why.UNEXPLAINED;
            case ACTIVE -> Why.UNEXPLAINED;
        };
    }

    private static boolean isNothing(Optional<BigDecimal> value) {
        return value.filter(known -> known.signum() != 0).isEmpty();
    }
}
