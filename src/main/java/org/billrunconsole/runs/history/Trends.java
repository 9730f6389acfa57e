package org.billrunconsole.runs.history;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;

/** The earlier runs that a run's figures can be compared with. */
public final class Trends {

    private Trends() {}

    /**
     * The runs of the same billing cycle before this one, oldest first; parallel runs are compared with parallel ones.
     *
     * @param all  regular runs as read
     * @param most how many at most: the latest
     */
    public static List<BillRun> before(BillRun run, Collection<? extends Run> all, int most) {
        if (run.billingCycleId().isEmpty() || run.periodEnd().isEmpty()) {
            return List.of();
        }
        var earlier = all.stream()
                .filter(BillRun.class::isInstance)
                .map(BillRun.class::cast)
                .filter(other -> other.billingCycleId().equals(run.billingCycleId())
                        && other.parallel().orElse(false).equals(run.parallel().orElse(false))
                        && other.periodEnd().filter(end -> end.isBefore(run.periodEnd().get())).isPresent())
                .sorted(Comparator.comparing((BillRun other) -> other.periodEnd().orElseThrow())
                        .thenComparing(BillRun::id))
                .toList();
        return earlier.subList(Math.max(0, earlier.size() - most), earlier.size());
    }
}
