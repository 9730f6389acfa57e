package org.billrunconsole.ui.runlist.rows;

import java.util.EnumSet;
import java.util.Set;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.runs.review.NeedsAttention;

/** What a run is besides its status and its stage; each can be asked for. */
public enum RunFlag {
    PAUSED, PARALLEL,
    /** It has usage or rental records in suspense. */
    SUSPENSE,
    /** The next step is a person's. */
    WAITING,
    STALLED,
    /** A write to it may or may not have arrived. */
    OUTCOME_UNKNOWN,
    /** Records or a whole run may be left out or billed unseen: see {@link #RISKS}. */
    AT_RISK;

    /**
     * Why a run needs attention that can cost money: records in suspense that its invoices would leave out, a day for
     * closing it that is near or past, and a cycle that closes it though nobody has looked.
     */
    static final Set<NeedsAttention> RISKS = Set.copyOf(EnumSet.of(NeedsAttention.SUSPENSE_ON_DUE_RUN,
            NeedsAttention.MAY_CLOSE_BY_ITSELF, NeedsAttention.CLOSING_DUE_SOON,
            NeedsAttention.CLOSING_DEADLINE_PAST));

    boolean holds(RowFacts facts) {
        return switch (this) {
            case PAUSED -> facts.run() instanceof BillRun run && run.paused().orElse(false);
            case PARALLEL -> facts.run() instanceof BillRun run && run.parallel().orElse(false);
            case SUSPENSE -> hasSuspense(facts.run());
            case WAITING -> facts.reasons().contains(NeedsAttention.WAITING_FOR_PERSON);
            case STALLED -> facts.stalled();
            case OUTCOME_UNKNOWN -> facts.outcomeUnknown();
            case AT_RISK -> facts.reasons().stream().anyMatch(RISKS::contains);
        };
    }

    private static boolean hasSuspense(Run run) {
        return run instanceof BillRun regular && regular.suspense().orElse(0) > 0;
    }
}
