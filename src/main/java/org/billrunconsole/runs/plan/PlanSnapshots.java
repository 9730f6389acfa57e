package org.billrunconsole.runs.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;

/** Makes snapshots of plans. Pure functions. */
final class PlanSnapshots {

    private PlanSnapshots() {}

    /**
     * A plan that does not run here, as it is.
     *
     * @param open where it stands if it has not ended
     */
    static PlanSnapshot of(PlanState state, PlanPhase open, Function<RunKey, Optional<Run>> runs) {
        var left = new HashMap<RunKey, RunStanding>();
        state.entries().forEach((run, entry) -> entry.sending()
                .ifPresent(step -> left.put(run, new RunStanding.BeingFoundOut(step))));
        return of(state, open, runs, left, Optional.empty());
    }

    /**
     * A plan as it is.
     *
     * @param open      where it stands if it has not ended
     * @param runs      as last read
     * @param standings where those runs stand that have no verdict; those that are not in it wait
     * @param held      what keeps all of it from going on
     */
    static PlanSnapshot of(PlanState state, PlanPhase open, Function<RunKey, Optional<Run>> runs,
            Map<RunKey, RunStanding> standings, Optional<Reason> held) {
        var all = state.entries().values().stream().map(entry -> new RunInPlan(entry.planned(),
                runs.apply(entry.key()), entry.verdict().<RunStanding>map(RunStanding.Ended::new)
                        .orElseGet(() -> standings.getOrDefault(entry.key(), new RunStanding.WaitsForPlace())),
                entry.sending().or(entry::lastTaken), entry.began(), entry.ended())).toList();
        return new PlanSnapshot(state.plan(), state.ended().isPresent() ? PlanPhase.ENDED : open,
                held.or(() -> held(all)),
                state.began(), state.ended(), all);
    }

    private static Optional<Reason> held(List<RunInPlan> runs) {
        return runs.stream()
                .map(RunInPlan::standing)
                .filter(RunStanding.Held.class::isInstance)
                .map(standing -> ((RunStanding.Held) standing).reason())
                .findFirst();
    }
}
