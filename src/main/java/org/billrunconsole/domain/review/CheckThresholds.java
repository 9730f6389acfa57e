package org.billrunconsole.domain.review;

import java.time.Duration;

/**
 * The limits from which on a figure deserves a look.
 *
 * @param seriousSuspense     records in suspense that make it serious; any at all are a warning
 * @param comparedRuns        how many of the last runs of the cycle make up what is usual
 * @param fewestRuns          with fewer than that nothing is called usual
 * @param revenueDeviation    share by which revenue may differ from the median, 0.3 for 30 %
 * @param largestInvoiceTimes how many times the median the largest invoice may be
 * @param recently            how long a change by somebody else is worth mentioning
 * @param variance            how far a customer's value may be from the one in the previous run
 */
public record CheckThresholds(long seriousSuspense, int comparedRuns, int fewestRuns, double revenueDeviation,
        double largestInvoiceTimes, Duration recently, VarianceLimits variance) {

    public static final CheckThresholds DEFAULT = new CheckThresholds(100, 6, 2, 0.3, 2.0, Duration.ofHours(1),
            VarianceLimits.DEFAULT);

    public CheckThresholds {
        if (seriousSuspense < 1 || fewestRuns < 1 || comparedRuns < fewestRuns || !(revenueDeviation > 0)
                || !(largestInvoiceTimes > 1) || recently.isNegative()) {
            throw new IllegalArgumentException("Thresholds are positive, and an invoice may be more than usual");
        }
    }
}
