package org.billrunconsole.runs;

import java.time.Duration;

/**
 * The numbers by which runs are watched and judged. They are asked for anew every time, so that a change has effect
 * while the program runs.
 *
 * @param ticks        how often the server is asked
 * @param stalledAfter how long nothing may change in a stage whose usual length is not known
 * @param checks       from where on a figure of a run is worth a look
 */
public record Limits(TickPolicy ticks, Duration stalledAfter, CheckThresholds checks) {

    public static final Limits DEFAULT = new Limits(TickPolicy.DEFAULT, Stalls.DEFAULT_LIMIT, CheckThresholds.DEFAULT);

    /** With another time between two looks at running runs; the slower paces are never quicker than that. */
    public Limits withTicksEvery(Duration running) {
        return new Limits(ticks.withRunning(running), stalledAfter, checks);
    }

    public Limits withStalledAfter(Duration limit) {
        return new Limits(ticks, limit, checks);
    }

    public Limits withChecks(CheckThresholds thresholds) {
        return new Limits(ticks, stalledAfter, thresholds);
    }
}
