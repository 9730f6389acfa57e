package org.billrunconsole.ui.runlist.rows;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.history.RunNote;
import org.billrunconsole.runs.review.NeedsAttention;

/**
 * All by which a row is filtered, sorted, counted and shown, at one moment. Made by {@link RunJudge} away from the
 * window's thread; cannot be changed, so that a list of them can be gone through anywhere.
 *
 * @param key            identity of the run
 * @param run            the run as last read
 * @param cycle          its billing cycle, if known
 * @param searched       name, sortable name and nickname as they are searched, one a line; empty if they are plain, so
 *                       that they are searched as they are and not kept twice
 * @param reasons        why somebody should look at it; empty for one that can be left alone
 * @param stalled        whether it stands still though the server should be at work
 * @param outcomeUnknown whether a write to it may or may not have arrived
 * @param daysLeft       days until it cannot be closed any more, negative after that; empty where there is no such day
 * @param changed        when this console last saw the run change; empty if it has not
 * @param recent         whether that was in the last 24 hours
 * @param note           what an operator has written down of it
 */
public record RowFacts(RunKey key, Run run, Optional<BillingCycle> cycle, String searched, Set<NeedsAttention> reasons,
        boolean stalled, boolean outcomeUnknown, OptionalLong daysLeft, Optional<Instant> changed, boolean recent,
        Optional<RunNote> note) {

    /** Whether somebody should look at it. */
    public boolean attention() {
        return !reasons.isEmpty();
    }
}
