package org.billrunconsole.sandbox;

import java.util.ArrayList;
import java.util.List;

/** The runs that a sandbox starts with. The same seed and the same day give the same runs. */
record Seed(List<StoredRun> regular, List<StoredRun> adhoc) {

    private static final long FIRST_SCALE_ID = 1;

    static Seed of(SandboxOptions options) {
        var clock = options.clock();
        var dates = new SeedDates(clock.today());
        var course = new Course(options.seed(), options.speed(), new Drift(options.seed(), options.drift()));
        var maker = new SeedMaker(new SeedPlaces(course, clock), clock.today(), options.seed());
        var scale = new ScaleSeed(maker, dates, options.seed());
        var regular = new ArrayList<>(options.runs() == 0
                ? DefaultSeed.regular(maker, dates, options.speed(), options.seed())
                : scale.runs(FIRST_SCALE_ID, options.runs()));
        regular.addAll(scale.inProgress(regular.getLast().id() + 1, options.inProgress()));
        return new Seed(regular, AdhocSeed.runs(maker, dates, options.speed(), options.seed()));
    }
}
