package org.billrunconsole.runs.review;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.Deadline;
import org.billrunconsole.runs.monitor.StallRule;

/** Why somebody should look at a run. */
public enum NeedsAttention {
    /** The server is done and the next step is a person's. */
    WAITING_FOR_PERSON,
    /** Nothing changes any more though the server should be at work; see {@link StallRule}. */
    STALLED,
    /** Records in suspense in a run that is about to be closed or has no full invoices yet: they would be left out. */
    SUSPENSE_ON_DUE_RUN,
    /** Open, not paused, its period over, and of a billing cycle that completes by itself. */
    MAY_CLOSE_BY_ITSELF,
    /** Open, its period over, and no more than {@link Deadline#SOON_DAYS} days are left to close it. */
    CLOSING_DUE_SOON,
    /** Open, and the last day on which its cycle lets it be closed has passed. */
    CLOSING_DEADLINE_PAST,
    /** A write to it may or may not have arrived. */
    OUTCOME_UNKNOWN;

    /**
     * All reasons that hold; empty for a run that can be left alone.
     *
     * @param cycle          its billing cycle, if known
     * @param stalled        whether it is stalled
     * @param outcomeUnknown whether a write's outcome is being found out
     * @param today          today, where the operator is; the vendor does not say in which zone a period ends
     */
    public static Set<NeedsAttention> of(Run run, Optional<BillingCycle> cycle, boolean stalled,
            boolean outcomeUnknown, LocalDate today) {
        var reasons = EnumSet.noneOf(NeedsAttention.class);
        if (Progress.of(run).isWaitingForPerson()) {
            reasons.add(WAITING_FOR_PERSON);
        }
        if (stalled) {
            reasons.add(STALLED);
        }
        if (outcomeUnknown) {
            reasons.add(OUTCOME_UNKNOWN);
        }
        Deadline.of(run, cycle, today).ifPresent(deadline -> {
            if (deadline.phase() == Deadline.Phase.PAST) {
                reasons.add(CLOSING_DEADLINE_PAST);
            } else if (deadline.isDueWithin(Deadline.SOON_DAYS) && deadline.periodEnd().isBefore(today)) {
                reasons.add(CLOSING_DUE_SOON);
            }
        });
        if (run instanceof BillRun regular) {
            var open = regular.hasStatus(RunStatus.Known.OPEN);
            var over = regular.periodEnd().filter(end -> end.isBefore(today)).isPresent();
            if (regular.suspense().orElse(0) > 0 && (open ? over : isBeforeFullInvoices(regular))) {
                reasons.add(SUSPENSE_ON_DUE_RUN);
            }
            if (open && over && !regular.paused().orElse(false)
                    && cycle.filter(BillingCycle::completesByItself).isPresent()) {
                reasons.add(MAY_CLOSE_BY_ITSELF);
            }
        }
        return reasons;
    }

    private static boolean isBeforeFullInvoices(BillRun run) {
        return run.hasStatus(RunStatus.Known.CLOSED) && run.stage()
                .filter(stage -> stage instanceof Stage.Known known && known.compareTo(
                        Stage.Known.FULL_INVOICES) < 0)
                .isPresent();
    }
}
