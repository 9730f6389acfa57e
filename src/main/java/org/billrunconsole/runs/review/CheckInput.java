package org.billrunconsole.runs.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;

/**
 * A run, its cycle and the runs before it, as the checks get them.
 *
 * @param run             the run as last read; for a dialog with the dates the operator is about to set
 * @param cycle           its billing cycle, where it is known
 * @param earlier         earlier runs of its cycle, latest first, without parallel runs
 * @param today           by the operator's calendar; the server's time zone is not documented
 * @param now             the moment of looking
 * @param changedByOthers when this console last saw a change that it had not made itself
 */
public record CheckInput(Run run, Optional<BillingCycle> cycle, List<BillRun> earlier, LocalDate today, Instant now,
        Optional<Instant> changedByOthers) {

    /** Runs that are usual are looked for among the last few; some of those may not have all their figures yet. */
    private static final int MOST_EARLIER = 100;

    public CheckInput {
        earlier = List.copyOf(earlier);
    }

    /**
     * What checks look at of the runs before one.
     *
     * @param before those of its cycle whose period ended before its own, latest first
     * @return the same without parallel runs, as many as any check may want
     */
    public static List<BillRun> earlier(Stream<BillRun> before) {
        return before.filter(run -> !run.parallel().orElse(false)).limit(MOST_EARLIER).toList();
    }
}
