package org.billrunconsole.runs.write;

import java.time.Duration;

/**
 * Decides when a run that does not show a step may be said not to have got it. A request without an answer may still be
 * on its way, in a proxy or at work in the server, while the run reads as it was. So the run has to stay that way for a
 * time in which any request would have arrived; longer than the client itself waits for one. A request that is held up
 * even longer would still be carried out; without a word from the server nobody can rule that out, and it would show as
 * a change by somebody else.
 *
 * @param time          how long the run must not show the step, from the first reading after sending; of the time
 *                      between two readings at most {@link #mostBetween} counts, so that a computer that slept, or
 *                      could read nothing for a while, proves nothing by it
 * @param readings      how many readings it takes at least
 * @param firstDelay    wait before the second reading; doubled after each
 * @param longestDelay  longest wait between readings that succeed
 * @param longestOutage longest wait between readings that fail
 */
public record ReconciliationPolicy(Duration time, int readings, Duration firstDelay, Duration longestDelay,
        Duration longestOutage) {

    /** A minute and a half: half as long again as the client waits for an answer. */
    public static final ReconciliationPolicy DEFAULT = new ReconciliationPolicy(Duration.ofSeconds(90), 4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10), Duration.ofSeconds(60));

    public ReconciliationPolicy {
        if (readings < 2) {
            throw new IllegalArgumentException("One reading proves nothing, so there are 2 or more: " + readings);
        }
    }

    /** How much of the time between two readings counts: twice what is planned at the most. */
    Duration mostBetween() {
        return longestDelay.multipliedBy(2);
    }

    /** The wait after so many readings in a row that succeeded, or so many that failed. */
    Duration delay(int inARow, boolean failing) {
        var longest = failing ? longestOutage : longestDelay;
        var doubled = firstDelay.multipliedBy(1L << Math.clamp(inARow - 1L, 0, 16));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
