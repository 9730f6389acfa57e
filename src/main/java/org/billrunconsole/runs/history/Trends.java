package org.billrunconsole.runs.history;

import java.util.List;
import java.util.stream.Stream;
import org.billrunconsole.domain.BillRun;

/** The earlier runs that a run's figures can be compared with. */
public final class Trends {

    private Trends() {}

    /**
     * The latest of the runs before one, oldest first; parallel runs are compared with parallel ones.
     *
     * @param before those of the same billing cycle whose period ended before, latest first
     * @param most   how many at most
     */
    public static List<BillRun> comparable(BillRun run, Stream<BillRun> before, int most) {
        return before.filter(other -> other.parallel().orElse(false).equals(run.parallel().orElse(false)))
                .limit(most)
                .toList()
                .reversed();
    }
}
