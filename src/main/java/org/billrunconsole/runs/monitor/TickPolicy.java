package org.billrunconsole.runs.monitor;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the server is asked again.
 *
 * @param running   while the server is at work on a run
 * @param lingering while it may be, but nothing has changed for long
 * @param idle      while it is not
 * @param minimised the least wait while nobody looks
 * @param longest   the longest wait after failures
 */
public record TickPolicy(Duration running, Duration lingering, Duration idle, Duration minimised, Duration longest) {

    public static final TickPolicy DEFAULT = new TickPolicy(Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15), Duration.ofMinutes(1));

    /** With another time while the server is at work; the slower paces are never quicker than that. */
    public TickPolicy withRunning(Duration other) {
        return new TickPolicy(other, longer(lingering, other), longer(idle, other), longer(minimised, other),
                longer(longest, other));
    }

    /** A tenth either way, so that many consoles do not ask in step. */
    private static final double JITTER = 0.1;

    /** What there is to see. */
    public enum Pace {
        /** The server is at work. */
        RUNNING,
        /** It may be, but nothing has changed for long. */
        LINGERING,
        /** It is not. */
        IDLE
    }

    /**
     * The wait before the next tick.
     *
     * @param pace     what there is to see
     * @param misses   how many ticks in a row have failed; each doubles the wait
     * @param random   for the jitter; the wait is never longer than the policy says, only shorter
     */
    public Duration next(Pace pace, WindowAttention attention, int misses, RandomGenerator random) {
        var least = attention == WindowAttention.MINIMISED ? minimised : Duration.ZERO;
        var base = misses > 0
                ? shorter(running.multipliedBy(1L << Math.min(misses, 10)), longest)
                : switch (pace) {
                    case RUNNING -> running;
                    case LINGERING -> lingering;
                    case IDLE -> idle;
                };
        var wait = base.compareTo(least) < 0 ? least : base;
        return Duration.ofMillis((long) (wait.toMillis() * (1 - JITTER * random.nextDouble())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
