package org.billrunconsole.journal.plans;

import java.util.List;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;

/**
 * A plan as it is on the disk.
 *
 * @param events          what happened to it, as far as this version can read it
 * @param claimedByLiving true if the console that took it on last is running, in this process or another
 * @param resumable       false if a line of it cannot be read, because a later version wrote it or somebody has changed
 *                        it: it can be looked at, and nobody may go on with it
 */
public record Kept(Plan plan, List<PlanEvent> events, boolean claimedByLiving, boolean resumable) {

    public Kept {
        events = List.copyOf(events);
    }

    /** True if every run of it has its verdict. */
    public boolean hasEnded() {
        return events.stream().anyMatch(PlanEvent.Ended.class::isInstance);
    }
}
