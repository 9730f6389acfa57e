package org.billrunconsole.domain.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage;

/**
 * What this console has seen of a run, oldest first and limited to the latest.
 *
 * @param run        the run
 * @param visits     its stays in stages; the last one is where it is
 * @param samples    percentages of the present stage
 * @param timeline   stages, and fields changed by persons or steps
 * @param trend      revenue and suspense over time, thinned out as it grows
 * @param lastChange when anything of it was last seen to change; empty if nothing was
 * @param watched    since when this session has been watching it; empty if it was only read from the disk
 */
public record RunHistory(RunKey run, List<StageVisit> visits, List<PercentSample> samples, List<RunEvent> timeline,
        List<TrendPoint> trend, Optional<Instant> lastChange, Optional<Instant> watched) {

    public RunHistory {
        visits = List.copyOf(visits);
        samples = List.copyOf(samples);
        timeline = List.copyOf(timeline);
        trend = List.copyOf(trend);
    }

    /** Of a run of which nothing was seen. */
    public static RunHistory none(RunKey run) {
        return new RunHistory(run, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** The stay in the stage the run is in now. */
    public Optional<StageVisit> present() {
        return visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
    }

    /** The latest stay in a stage. */
    public Optional<StageVisit> latest(Stage stage) {
        return visits.reversed().stream().filter(visit -> visit.stage().equals(stage)).findFirst();
    }

    /** From when on this console can vouch that nothing has changed. */
    public Optional<Instant> quietSince() {
        return lastChange.isPresent() && watched.isPresent()
                ? Optional.of(lastChange.get().isAfter(watched.get()) ? lastChange.get() : watched.get())
                : watched;
    }
}
