package org.billrunconsole.sandbox.lifecycle;

/**
 * A run as it is at one moment, with percentage and figures worked out.
 *
 * @param percent {@code summaryStatusPercentage}, 0 to 100
 * @param figures with drift
 */
public record RunView(StoredRun run, int percent, Figures figures) {

    public RunDetails.Regular regular() {
        return (RunDetails.Regular) run.details();
    }

    public RunDetails.Adhoc adhoc() {
        return (RunDetails.Adhoc) run.details();
    }
}
