package org.billrunconsole;

import java.time.Duration;
import org.billrunconsole.runs.CheckThresholds;
import org.billrunconsole.runs.Limits;
import org.billrunconsole.settings.Preferences;

/** What the operator's preferences mean to those who watch and judge runs, and who know no settings. */
final class PreferredLimits {

    private PreferredLimits() {}

    static Limits of(Preferences preferences) {
        var thresholds = preferences.thresholds();
        var usual = CheckThresholds.DEFAULT;
        return Limits.DEFAULT.withTicksEvery(Duration.ofSeconds(preferences.tickSeconds()))
                .withStalledAfter(Duration.ofMinutes(thresholds.stalledMinutes()))
                .withChecks(new CheckThresholds(thresholds.suspenseRecords(), usual.comparedRuns(),
                        usual.fewestRuns(), thresholds.revenuePercent() / 100.0, thresholds.largestInvoiceFactor(),
                        usual.recently()));
    }
}
