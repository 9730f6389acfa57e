package org.billrunconsole.app;

import java.time.Duration;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.runs.monitor.MonitorLimits;
import org.billrunconsole.settings.Preferences;

/** What the operator's preferences mean to those who watch and judge runs, and who know no settings. */
public final class PreferredLimits {

    private PreferredLimits() {}

    public static MonitorLimits of(Preferences preferences) {
        var thresholds = preferences.thresholds();
        var usual = CheckThresholds.DEFAULT;
        return MonitorLimits.DEFAULT.withTicksEvery(Duration.ofSeconds(preferences.tickSeconds()))
                .withStalledAfter(Duration.ofMinutes(thresholds.stalledMinutes()))
                .withChecks(new CheckThresholds(thresholds.suspenseRecords(), usual.comparedRuns(),
                        usual.fewestRuns(), thresholds.revenuePercent() / 100.0, thresholds.largestInvoiceFactor(),
                        usual.recently()));
    }
}
