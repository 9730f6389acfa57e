package org.billrunconsole.domain.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.lifecycle.Reason;

/**
 * A plan as it is at one moment.
 *
 * @param held    why nothing is sent though the plan runs, if so; it goes on by itself
 * @param began   when it was started, or resumed for the last time
 * @param ended   when the last run got its verdict
 * @param runs    in the plan's order
 */
public record PlanSnapshot(Plan plan, PlanPhase phase, Optional<Reason> held, Instant began, Optional<Instant> ended,
        List<RunInPlan> runs) {

    public PlanSnapshot {
        runs = List.copyOf(runs);
    }

    /** How many runs ended in a way. */
    public long count(RunVerdict.Outcome outcome) {
        return runs.stream().flatMap(run -> run.verdict().stream()).filter(each -> each.outcome() == outcome).count();
    }

    /** How many runs are on their way: they have a place and no verdict. */
    public long inProgress() {
        return runs.stream().filter(run -> run.began().isPresent() && run.verdict().isEmpty()).count();
    }

    /** How many runs wait for a place. */
    public long waiting() {
        return runs.stream().filter(run -> run.standing() instanceof RunStanding.WaitsForPlace).count();
    }

    /** How many runs somebody has to look at. */
    public long needingPerson() {
        return runs.stream().flatMap(run -> run.verdict().stream()).filter(RunVerdict::needsPerson).count();
    }
}
