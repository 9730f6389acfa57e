package org.billrunconsole.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Origin;

/**
 * What is to be done to many runs, with everything the operator saw when they confirmed it. It never changes.
 *
 * @param made   when it was confirmed
 * @param origin by whom, and on which connection
 * @param runs   in the order in which they begin, each once; those that are skipped included
 */
public record Plan(UUID id, Instant made, Origin origin, PlanGoal goal, PlanOptions options, List<PlannedRun> runs) {

    public Plan {
        runs = List.copyOf(runs);
        if (runs.stream().map(PlannedRun::key).collect(Collectors.toSet()).size() != runs.size()) {
            throw new IllegalArgumentException("A run is in the plan twice");
        }
    }

    /** A run of the plan. */
    public Optional<PlannedRun> find(RunKey run) {
        return runs.stream().filter(planned -> planned.key().equals(run)).findFirst();
    }
}
