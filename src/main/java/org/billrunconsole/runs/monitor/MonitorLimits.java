package org.billrunconsole.runs.monitor;

import java.time.Duration;
import org.billrunconsole.domain.review.CheckThresholds;

/**
 * The numbers by which runs are polled and judged. They are asked for each time, so that a change takes effect at once.
 *
 * @param ticks        how often the server is asked
 * @param stalledAfter how long nothing may change in a stage whose usual length is not known
 * @param checks       from where on a figure of a run is worth a look
 */
public record MonitorLimits(TickPolicy ticks, Duration stalledAfter, CheckThresholds checks) {

    public static final MonitorLimits DEFAULT = new MonitorLimits(TickPolicy.DEFAULT, StallRule.DEFAULT_LIMIT,
            CheckThresholds.DEFAULT);

    /** With another time between two looks at running runs; the slower paces are never quicker than that. */
    public MonitorLimits withTicksEvery(Duration running) {
        return new MonitorLimits(ticks.withRunning(running), stalledAfter, checks);
    }

    public MonitorLimits withStalledAfter(Duration limit) {
        return new MonitorLimits(ticks, limit, checks);
    }

    public MonitorLimits withChecks(CheckThresholds thresholds) {
        return new MonitorLimits(ticks, stalledAfter, thresholds);
    }
}
