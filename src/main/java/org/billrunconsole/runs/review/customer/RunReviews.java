package org.billrunconsole.runs.review.customer;

import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.RunStore;

/** Makes reviews of open regular runs by customer. */
public final class RunReviews {

    private final ReviewApi api;
    private final RunStore store;
    private final CustomerDirectory customers;
    private final Supplier<VarianceLimits> limits;
    private final InstantSource clock;

    /** @param limits asked anew for every review */
    public RunReviews(ReviewApi api, RunStore store, CustomerDirectory customers, Supplier<VarianceLimits> limits,
            InstantSource clock) {
        this.api = api;
        this.store = store;
        this.customers = customers;
        this.limits = limits;
        this.clock = clock;
    }

    /** True if there can be a review: the API gives customers' values for the open run only, and only regular ones. */
    public static boolean isPossible(Run run) {
        return run instanceof BillRun && run.hasStatus(RunStatus.Known.OPEN);
    }

    /**
     * A reading that has not begun.
     *
     * @param progress told after every page, on the thread that reads
     * @throws IllegalArgumentException if the run is not open
     */
    public ReviewReading reading(BillRun run, Consumer<ReviewProgress> progress) {
        if (!isPossible(run)) {
            throw new IllegalArgumentException("Customers' values are those of an open run");
        }
        return new ReviewReading(api, store, customers, limits.get(), clock, run, progress);
    }
}
