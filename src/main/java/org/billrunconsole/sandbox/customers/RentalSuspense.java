package org.billrunconsole.sandbox.customers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunView;
import org.billrunconsole.sandbox.lifecycle.SortKey;

/** Rental suspense: for each run that is not finalised as many records as it counts now. */
public final class RentalSuspense {

    private static final List<String> REASONS = List.of("Cannot find a rate in the rate card",
            "Cannot find a rate in the rate card", "Cannot find a rate in the rate card",
            "Product has no tax band", "Product has no tax band", "Site has no billing address");
    private static final int MOST_OF_A_RUN = 10_000;
    private static final int DAYS = 20;

    private final CustomerBook customers;
    private final RunBook runs;

    public RentalSuspense(CustomerBook customers, RunBook runs) {
        this.customers = customers;
        this.runs = runs;
    }

    /** By id. */
    public List<SuspendedRental> records() {
        var records = new ArrayList<SuspendedRental>();
        for (var run : runs.page(RunKind.REGULAR, List.of(new SortKey("id", false)),
                Optional.of(each -> each.position().status() != RunStatus.Known.FINALIZED), 0, Long.MAX_VALUE)) {
            addTo(records, run);
        }
        return records;
    }

    /** The first of a run stay the same while its count goes up and down. */
    private void addTo(List<SuspendedRental> records, RunView run) {
        var random = new SplittableRandom(run.run().id());
        var whose = customers.of(run.regular().cycle());
        var first = run.run().id() * MOST_OF_A_RUN;
        for (long i = 0; i < Math.min(run.figures().rentalSuspense(), MOST_OF_A_RUN); i++) {
            var customer = whose.get(random.nextInt(whose.size()));
            records.add(new SuspendedRental(first + i, 60_000 + random.nextInt(9_000), customer,
                    run.regular().periodStart().plusDays(random.nextInt(DAYS)),
                    REASONS.get(random.nextInt(REASONS.size()))));
        }
    }
}
