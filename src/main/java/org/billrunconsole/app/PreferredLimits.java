package org.billrunconsole.app;

import java.time.Duration;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.settings.Preferences;

/** Gives the limits of the monitor and the checks as the preferences set them. */
public final class PreferredLimits {

    private PreferredLimits() {}

    public static MonitorLimits of(Preferences preferences) {
        var thresholds = preferences.thresholds();
        var usual = CheckThresholds.DEFAULT;
        return MonitorLimits.DEFAULT.withTicksEvery(Duration.ofSeconds(preferences.tickSeconds()))
                .withStalledAfter(Duration.ofMinutes(thresholds.stalledMinutes()))
                .withChecks(new CheckThresholds(thresholds.suspenseRecords(), usual.comparedRuns(),
                        usual.fewestRuns(), thresholds.revenuePercent() / 100.0, thresholds.largestInvoiceFactor(),
                        usual.recently(),
                        new VarianceLimits(thresholds.varianceAmount(), thresholds.variancePercent())));
    }
}
