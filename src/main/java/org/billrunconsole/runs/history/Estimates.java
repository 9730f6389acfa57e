package org.billrunconsole.runs.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.history.PercentSample;
import org.billrunconsole.domain.history.RunHistory;

/** Works out how long things usually take from what this console has seen; without that there is no estimate. */
public final class Estimates {

    /** A slope over less than this is noise. */
    private static final int LEAST_PERCENT = 2;
    private static final Duration LEAST_TIME = Duration.ofSeconds(10);

    /** The pace changes within a stage; what is older than this many samples says little of it now. */
    private static final int SAMPLES_USED = 30;

    /** Two estimates that differ by less than a fifth are one. */
    private static final double ONE_FIGURE = 0.2;

    private Estimates() {}

    /**
     * How long a stage usually takes.
     *
     * @param last   the time before
     * @param median of the last runs
     * @param runs   how many runs that was learned from
     */
    public record Usual(Duration last, Duration median, int runs) {}

    /** What an estimate was learned from. */
    public enum Basis {
        /** The slope of this run's own percentage. */
        PERCENTAGE,
        /** The median of earlier runs of the cycle. */
        EARLIER_RUNS, BOTH
    }

    /**
     * How long a stage still takes.
     *
     * @param least the shorter estimate
     * @param most  the longer one; the same where there is but one
     * @param basis what they were learned from
     * @param runs  how many earlier runs; 0 if they were not needed
     */
    public record TimeLeft(Duration least, Duration most, Basis basis, int runs) {

        public boolean isRange() {
            return !least.equals(most);
        }
    }

    /**
     * The usual length of a stage.
     *
     * @param times how long it took in earlier runs, oldest first
     */
    public static Optional<Usual> usual(List<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var sorted = times.stream().sorted().toList();
        var middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        return Optional.of(new Usual(times.getLast(), median, times.size()));
    }

    /**
     * How long the present stage of a run still takes; empty unless the server is certainly at work and there is
     * something to learn from.
     *
     * @param usual the usual length of its stage
     */
    public static Optional<TimeLeft> left(Run run, RunHistory history, Optional<Usual> usual, Instant now) {
        if (!(Progress.of(run) instanceof Progress.Running(var stage, OptionalInt _))) {
            return Optional.empty();
        }
        var bySlope = bySlope(history.samples(), now);
        var byMedian = history.present()
                .filter(visit -> visit.stage().equals(stage) && visit.entrySeen())
                .flatMap(visit -> usual.map(known -> known.median().minus(Duration.between(visit.from(), now))))
                // Once the usual time is up, it says nothing any more.
                .filter(Duration::isPositive);
        var runs = usual.map(Usual::runs).orElse(0);
        if (bySlope.isPresent() && byMedian.isPresent()) {
            return Optional.of(both(bySlope.get(), byMedian.get(), runs));
        }
        return bySlope.map(left -> new TimeLeft(left, left, Basis.PERCENTAGE, 0))
                .or(() -> byMedian.map(left -> new TimeLeft(left, left, Basis.EARLIER_RUNS, runs)));
    }

    private static TimeLeft both(Duration one, Duration other, int runs) {
        var least = one.compareTo(other) < 0 ? one : other;
        var most = least.equals(one) ? other : one;
        if (most.minus(least).toMillis() < ONE_FIGURE * most.toMillis()) {
            // The run's own pace is the better witness where they agree.
            return new TimeLeft(one, one, Basis.BOTH, runs);
        }
        return new TimeLeft(least, most, Basis.BOTH, runs);
    }

    private static Optional<Duration> bySlope(List<PercentSample> all, Instant now) {
        var samples = all.subList(Math.max(0, all.size() - SAMPLES_USED), all.size());
        if (samples.size() < 2) {
            return Optional.empty();
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var gained = last.percent() - first.percent();
        var took = Duration.between(first.time(), last.time());
        if (gained < LEAST_PERCENT || took.compareTo(LEAST_TIME) < 0) {
            return Optional.empty();
        }
        var perPercent = took.toMillis() / (double) gained;
        var sinceLast = Duration.between(last.time(), now).toMillis();
        // While the next percent is overdue, the one before it still counts as just reached.
        var left = (100 - last.percent()) * perPercent - Math.min(sinceLast, perPercent);
        return Optional.of(Duration.ofMillis(Math.max(0, Math.round(left))));
    }
}
