package org.billrunconsole.domain.plan;

import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.review.Check;

/**
 * A run of a plan as the operator saw it.
 *
 * @param shown           the run as it was shown when the plan was confirmed; its figures are frozen
 * @param accepted        the warnings that the operator accepted beforehand, with the figures they had then
 * @param reason          why they did; empty if there was nothing to accept
 * @param acceptsUnproven the operator said that the run's present stage is done though the server does not say so
 * @param skipped         why nothing is done with it; empty if something is
 */
public record PlannedRun(Run shown, List<Check> accepted, String reason, boolean acceptsUnproven,
        Optional<StopReason> skipped) {

    public PlannedRun {
        accepted = List.copyOf(accepted);
    }

    public RunKey key() {
        return shown.key();
    }
}
