package org.billrunconsole.sandbox.seed;

import java.util.ArrayList;
import java.util.List;
import org.billrunconsole.sandbox.lifecycle.LifecycleClock;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/**
 * The runs that a sandbox starts with. The same seed and the same day give the same runs.
 *
 * @param archived old ad hoc runs that no list has any more
 */
public record Seed(List<StoredRun> regular, List<StoredRun> adhoc, List<StoredRun> archived) {

    private static final long FIRST_ID = 1;

    /**
     * Makes them.
     *
     * @param runs       0 for the believable set, else so many regular runs made up for scale
     * @param monthEnd   0 for none, else so many open runs of a month end instead
     * @param inProgress further regular runs in the middle of a stage
     * @param speed      how many times faster than believable the stages go
     */
    public static Seed of(int runs, int monthEnd, int inProgress, long seed, double speed,
            LifecycleClock lifecycleClock,
            SandboxClock clock) {
        var dates = new SeedDates(clock.today());
        var factory = new SeedRunFactory(new SeedPositions(lifecycleClock, clock), clock.today());
        var scale = new ScaleSeed(factory, dates, seed);
        var regular = new ArrayList<>(runs > 0 ? scale.runs(FIRST_ID, runs)
                : monthEnd > 0 ? MonthEndSeed.runs(factory, dates, FIRST_ID, monthEnd)
                        : DefaultSeed.regular(factory, dates, speed, seed));
        regular.addAll(scale.inProgress(regular.getLast().id() + 1, inProgress));
        return new Seed(regular, AdhocSeed.runs(factory, dates, speed, seed), AdhocSeed.archived(factory, dates));
    }
}
