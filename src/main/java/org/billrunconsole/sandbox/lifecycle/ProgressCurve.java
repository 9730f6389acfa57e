package org.billrunconsole.sandbox.lifecycle;

import java.util.SplittableRandom;

/** How far a stage has got after a part of its time: unevenly, never backwards, and 100 only at the very end. */
public final class ProgressCurve {

    private static final int STRETCHES = 8;
    private static final int LAST_BEFORE_DONE = 99;

    /** How far the work is at the end of each stretch of time, 0 to 1. */
    private final double[] reached = new double[STRETCHES + 1];

    /** @param key gives the curve its shape; the same key, the same curve */
    public ProgressCurve(long key) {
        var random = new SplittableRandom(key);
        for (int i = 1; i <= STRETCHES; i++) {
            // Squared: most stretches are slow and a few are fast, as with customers of very different size.
            var pace = random.nextDouble();
            reached[i] = reached[i - 1] + 0.15 + pace * pace;
        }
        for (int i = 1; i <= STRETCHES; i++) {
            reached[i] /= reached[STRETCHES];
        }
    }

    /** The percentage after this part (0 to 1) of the stage's time. */
    public int percent(double part) {
        if (part >= 1) {
            return 100;
        }
        var stretch = (int) (part * STRETCHES);
        var within = part * STRETCHES - stretch;
        var work = reached[stretch] + within * (reached[stretch + 1] - reached[stretch]);
        return Math.min(LAST_BEFORE_DONE, (int) (work * 100));
    }

    /** After which part of the time the percentage is this one, in the middle of showing it. */
    public double partAt(int percent) {
        var work = Math.clamp(percent + 0.5, 0, LAST_BEFORE_DONE + 0.5) / 100;
        var stretch = 0;
        while (reached[stretch + 1] < work) {
            stretch++;
        }
        var within = (work - reached[stretch]) / (reached[stretch + 1] - reached[stretch]);
        return (stretch + within) / STRETCHES;
    }
}
