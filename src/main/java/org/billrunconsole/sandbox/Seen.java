package org.billrunconsole.sandbox;

/**
 * A run as it is at one moment.
 *
 * @param percent {@code summaryStatusPercentage}, 0 to 100
 * @param figures with drift
 */
record Seen(StoredRun run, int percent, Figures figures) {

    Details.Regular regular() {
        return (Details.Regular) run.details();
    }

    Details.Adhoc adhoc() {
        return (Details.Adhoc) run.details();
    }
}
