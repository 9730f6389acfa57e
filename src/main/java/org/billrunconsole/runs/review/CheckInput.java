package org.billrunconsole.runs.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    public CheckInput {
        earlier = List.copyOf(earlier);
    }

    /** The runs of the same cycle whose period ended before, latest first, without parallel runs. */
    public static List<BillRun> earlier(Run run, Collection<? extends Run> all) {
        if (!(run instanceof BillRun regular) || regular.billingCycleId().isEmpty()
                || regular.periodEnd().isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(BillRun.class::isInstance)
                .map(BillRun.class::cast)
                .filter(other -> other.billingCycleId().equals(regular.billingCycleId())
                        && !other.parallel().orElse(false)
                        && other.periodEnd().filter(end -> end.isBefore(regular.periodEnd().get())).isPresent())
                .sorted(Comparator.comparing((BillRun other) -> other.periodEnd().orElseThrow()).reversed())
                .toList();
    }
}
