package org.billrunconsole.runs.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.runs.history.Estimates;

/** The rule by which a run counts as stalled: the vendor has no status for a step that failed. */
public final class StallRule {

    /** How long nothing may change in a stage whose usual length is not known. */
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    private static final int TIMES_THE_USUAL = 3;

    /** Where a stage usually takes seconds, a slow answer is no stall. */
    private static final Duration LEAST_LIMIT = Duration.ofMinutes(1);

    private final Supplier<Duration> limitWhereUnknown;

    /** @param limitWhereUnknown the operator's setting; {@link #DEFAULT_LIMIT} unless they chose another */
    public StallRule(Supplier<Duration> limitWhereUnknown) {
        this.limitWhereUnknown = limitWhereUnknown;
    }

    /**
     * Whether a run is stalled; never one that certainly waits for a person.
     *
     * @param quietSince from when on the console can vouch that nothing has changed; empty if it has not watched
     * @param usual      the usual length of its stage
     * @param asOf       time of the last good reading, not of now: while nothing can be read nothing is known to stall
     */
    public Optional<Stall> of(Run run, Optional<Instant> quietSince, Optional<Estimates.Usual> usual, Instant asOf) {
        return stage(Progress.of(run)).flatMap(stage -> quietSince.flatMap(since -> {
            var limit = limit(usual);
            return Duration.between(since, asOf).compareTo(limit) > 0
                    ? Optional.of(new Stall(run.key(), stage, since, limit,
                            Progress.of(run) instanceof Progress.RunningOrWaiting))
                    : Optional.empty();
        }));
    }

    /** The stage the server is, or may be, at work in. */
    static Optional<Stage.Known> stage(Progress progress) {
        return switch (progress) {
            case Progress.Starting _ -> Optional.of(Stage.Known.STARTING);
            case Progress.Running(var stage, _) -> Optional.of(stage);
            case Progress.RunningOrWaiting(var stage) -> Optional.of(stage);
            case Progress.Open _,Progress.Ready _,Progress.Finished _,Progress.Unclear _ -> Optional.empty();
        };
    }

    private Duration limit(Optional<Estimates.Usual> usual) {
        var limit = usual.map(known -> known.median().multipliedBy(TIMES_THE_USUAL)).orElseGet(limitWhereUnknown);
        return limit.compareTo(LEAST_LIMIT) < 0 ? LEAST_LIMIT : limit;
    }
}
