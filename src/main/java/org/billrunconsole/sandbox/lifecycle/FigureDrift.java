package org.billrunconsole.sandbox.lifecycle;

import java.time.Instant;
import java.util.SplittableRandom;
import org.billrunconsole.domain.RunStatus;

/**
 * How revenue and suspense of an open run change as usage comes in and records are corrected. Figures change once in
 * half a minute, as rating works in batches, and are a function of run and clock.
 */
public final class FigureDrift {

    private static final long BATCH_SECONDS = 30;
    private static final double BATCHES_A_DAY = 86_400.0 / BATCH_SECONDS;

    private final long seed;
    private final boolean on;

    public FigureDrift(long seed, boolean on) {
        this.seed = seed;
        this.on = on;
    }

    /** The figures of a run at this moment. */
    Figures at(StoredRun run, Instant now) {
        var figures = run.figures();
        if (!on || run.position().status() != RunStatus.Known.OPEN || figures.asOf().isAfter(now)) {
            return figures;
        }
        var from = batch(figures.asOf());
        var to = batch(now);
        var revenue = figures.revenue() + Math.round(rated(run, to) - rated(run, from));
        return new Figures(revenue, moved(run, figures.usageSuspense(), 1, from, to),
                moved(run, figures.rentalSuspense(), 2, from, to), now, figures.revenuePerDay());
    }

    private static long batch(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), BATCH_SECONDS);
    }

    /** Revenue rated up to a batch, from an arbitrary beginning: only differences mean anything. */
    private double rated(StoredRun run, long batch) {
        return run.figures().revenuePerDay() / BATCHES_A_DAY * (batch + part(run, 0, batch));
    }

    /** A run without suspense stays without, so that a clean run stays clean. */
    private long moved(StoredRun run, long count, int what, long from, long to) {
        if (count == 0) {
            return 0;
        }
        var swing = 1 + count / 20.0;
        return Math.max(1, count + Math.round(swing * (part(run, what, to) - part(run, what, from))));
    }

    /** A number from 0 to 1 that belongs to a run, a figure and a batch. */
    private double part(StoredRun run, int what, long batch) {
        return new SplittableRandom(((seed * 31 + run.id()) * 31 + what) * 1_000_003 + batch).nextDouble();
    }
}
