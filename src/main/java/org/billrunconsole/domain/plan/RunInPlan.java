package org.billrunconsole.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.Action;

/**
 * A run of a plan as it is now.
 *
 * @param now      the run as last read; empty if the server does not list it any more
 * @param lastSent the last step that the plan sent; empty if none
 * @param began    when it got its place; empty while it waits for one
 * @param ended    when it got its verdict
 */
public record RunInPlan(PlannedRun planned, Optional<Run> now, RunStanding standing, Optional<Action> lastSent,
        Optional<Instant> began, Optional<Instant> ended) {

    /** How it ended, if it has. */
    public Optional<RunVerdict> verdict() {
        return standing instanceof RunStanding.Ended(var verdict) ? Optional.of(verdict) : Optional.empty();
    }

    /** How long it took, once it is over and if it ever began. */
    public Optional<Duration> took() {
        return began.flatMap(from -> ended.map(until -> Duration.between(from, until)));
    }
}
