package org.billrunconsole.runs.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;

/**
 * A run that somebody has chosen for a plan, as the sheet lists it; its figures do not change any more.
 *
 * @param run      as it was when the sheet was made
 * @param skipped  why nothing can be done with it; empty if something can
 * @param checks   what concerns the plan's steps, most serious first; those that warn have to be accepted
 * @param unproven true if the server does not say that its present stage is done, so that the operator has to
 * @param usual    how long the plan's steps usually take with it; empty without a history of each
 */
public record Candidate(Run run, Optional<StopReason> skipped, List<Check> checks, boolean unproven,
        Optional<Duration> usual) {

    public Candidate {
        checks = List.copyOf(checks);
    }

    public RunKey key() {
        return run.key();
    }

    /** Those checks that have to be accepted. */
    public List<Check> warnings() {
        return checks.stream().filter(check -> check.severity().needsReason()).toList();
    }

    /** True if something has to be accepted before the plan may touch it. */
    public boolean needsReason() {
        return skipped.isEmpty() && (unproven || !warnings().isEmpty());
    }

    /**
     * The run as the plan keeps it.
     *
     * @param accepted whether the operator accepted what warns; if not, the plan stops there
     * @param reason   why
     */
    public PlannedRun planned(boolean accepted, String reason) {
        return new PlannedRun(run, accepted ? warnings() : List.of(), accepted ? reason : "", accepted && unproven,
                skipped);
    }

    /** The run as the plan keeps it if the operator took it out of the sheet. */
    public PlannedRun takenOut() {
        return new PlannedRun(run, List.of(), "", false,
                Optional.of(skipped.orElse(StopReason.Plain.BY_OPERATOR)));
    }
}
