package org.billrunconsole.runs;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the server is asked again.
 *
 * @param running   while the server is at work on a run
 * @param idle      while it is not
 * @param minimised the least wait while nobody looks
 * @param longest   the longest wait after failures
 */
public record TickPolicy(Duration running, Duration idle, Duration minimised, Duration longest) {

    public static final TickPolicy DEFAULT = new TickPolicy(Duration.ofSeconds(2), Duration.ofSeconds(30),
            Duration.ofSeconds(15), Duration.ofMinutes(1));

    /** A tenth either way, so that many consoles do not ask in step. */
    private static final double JITTER = 0.1;

    /**
     * The wait before the next tick.
     *
     * @param active   whether the server is, or may be, at work on any run
     * @param misses   how many ticks in a row have failed; each doubles the wait
     * @param random   for the jitter; the wait is never longer than the policy says, only shorter
     */
    public Duration next(boolean active, Attention attention, int misses, RandomGenerator random) {
        var base = active ? running : idle;
        if (attention == Attention.MINIMISED && base.compareTo(minimised) < 0) {
            base = minimised;
        }
        if (misses > 0) {
            var backedOff = running.multipliedBy(1L << Math.min(misses, 10));
            base = backedOff.compareTo(longest) < 0 ? backedOff : longest;
        }
        return Duration.ofMillis((long) (base.toMillis() * (1 - JITTER * random.nextDouble())));
    }
}
