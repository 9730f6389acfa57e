package org.billrunconsole.runs.review.customer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.api.UsageSuspenseFilter;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.customer.BuyRateSuspense;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.DialStringSuspense;
import org.billrunconsole.domain.review.FigureChange;
import org.billrunconsole.domain.review.RunFigures;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.Completeness;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.NotChecked;
import org.billrunconsole.domain.review.customer.NotChecked.Cause;
import org.billrunconsole.domain.review.customer.RentalSuspenseByReason;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.domain.review.customer.ReviewProgress.Part;
import org.billrunconsole.domain.review.customer.RunReview;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.domain.review.customer.UsageSuspenseCauses;
import org.billrunconsole.domain.review.customer.Variances;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.work.WindowThread;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a review: page by page, part by part, one call after the other. What the server does not give leaves
 * its part unchecked and the others as they are. Reads once.
 */
public final class ReviewReading {

    private static final int MOST_CAUSES_LISTED = 1_000;
    /** Each is a call of its own, made only where the cycle's customers could not be listed. */
    private static final int MOST_NAMES_ASKED = 40;

    private final ReviewApi api;
    private final RunStore store;
    private final CustomerDirectory directory;
    private final VarianceLimits limits;
    private final InstantSource clock;
    private final BillRun run;
    private final Consumer<ReviewProgress> progress;
    private final CycleCustomers customers = new CycleCustomers();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread reader;
    private boolean cancelled;

    ReviewReading(ReviewApi api, RunStore store, CustomerDirectory directory, VarianceLimits limits,
            InstantSource clock, BillRun run, Consumer<ReviewProgress> progress) {
        this.api = api;
        this.store = store;
        this.directory = directory;
        this.limits = limits;
        this.clock = clock;
        this.run = run;
        this.progress = progress;
    }

    /** Reads; blocks until all is read or {@link #cancel} is called, and gives what was read by then. */
    public RunReview read() {
        assert WindowThread.isElsewhere() : "read a review";
        begin();
        try {
            return review();
        } finally {
            end();
        }
    }

    /** Stops the reading, from any thread: {@link #read} returns what it has, and says that the rest was not read. */
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            if (reader != null) {
                reader.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        lock.lock();
        try {
            reader = Thread.currentThread();
            if (cancelled) {
                reader.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The interrupt was meant for the reading; the thread has the review to deliver. */
    private void end() {
        lock.lock();
        try {
            reader = null;
            if (cancelled) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }

    private RunReview review() {
        var begun = clock.instant();
        var listed = customers();
        var scope = listed.isNothing() ? Scope.EVERY_CYCLE : Scope.CYCLE;
        var variances = variances(scope, listed);
        var completeness = completeness(listed, variances.extent());
        var rental = rentalSuspense(scope);
        var usage = usageSuspense();
        var named = scope == Scope.CYCLE ? variances : named(variances);
        var largest = largest();
        var now = store.find(run.key()).orElse(run);
        return new RunReview(run, begun, clock.instant(), limits, listed, named, completeness, rental, usage, largest,
                otherOpenRuns(), now.hasStatus(RunStatus.Known.OPEN), changes(now));
    }

    private Extent customers() {
        if (run.billingCycleId().isEmpty()) {
            return Extent.none(Cause.NO_CYCLE);
        }
        var missing = ask(() -> api.customers(run.billingCycleId().getAsLong(), page -> {
            customers.add(page);
            tell(Part.CUSTOMERS, customers.size(), OptionalLong.empty());
        }));
        return missing.isEmpty() && customers.size() == 0 && run.revenue().orElse(0) != 0
                ? Extent.none(Cause.NONE_VISIBLE)
                : new Extent(customers.size(), missing);
    }

    private Variances variances(Scope scope, Extent listed) {
        var reader = new VarianceReader(limits);
        var unread = ask(() -> api.customerBillingSummaries(page -> {
            page.forEach(summary -> add(reader, scope, summary));
            tell(Part.VALUES, reader.count(),
                    scope == Scope.CYCLE ? OptionalLong.of(customers.size()) : OptionalLong.empty());
        }));
        // Whoever is not on the list may be of this cycle all the same if the list broke off.
        var missing = unread.or(() -> scope == Scope.CYCLE && !listed.isWhole()
                ? Optional.of(NotChecked.because(Cause.NEEDS_CUSTOMERS))
                : Optional.empty());
        return reader.variances(scope, new Extent(reader.count(), missing));
    }

    private void add(VarianceReader reader, Scope scope, CustomerBillingSummary summary) {
        var customer = customers.find(summary.customerId());
        customer.ifPresent(entry -> entry.onValue(summary.openBillRunValue().isPresent()));
        if (customer.isPresent() || scope == Scope.EVERY_CYCLE) {
            reader.add(summary, customer);
        }
    }

    private Completeness completeness(Extent listed, Extent values) {
        if (listed.isNothing()) {
            return Completeness.none(listed.missing().orElseThrow());
        }
        if (run.periodStart().isEmpty() && run.periodEnd().isEmpty()) {
            return Completeness.none(NotChecked.because(Cause.NO_PERIOD));
        }
        var unread = values.missing().filter(why -> why.cause() != Cause.NEEDS_CUSTOMERS);
        return unread.isPresent()
                ? Completeness.none(new NotChecked(Cause.NEEDS_VALUES, unread.get().failure()))
                : customers.completeness(run, listed);
    }

    private RentalSuspenseByReason rentalSuspense(Scope scope) {
        var reader = new RentalSuspenseReader(customers, scope);
        var missing = ask(() -> api.rentalSuspense(page -> {
            reader.add(page);
            tell(Part.RENTAL_SUSPENSE, reader.read(), OptionalLong.empty());
        }));
        return reader.suspense(new Extent(reader.read(), missing), customers::name);
    }

    private UsageSuspenseCauses usageSuspense() {
        var numbers = new ArrayList<DialStringSuspense>();
        var rates = new ArrayList<BuyRateSuspense>();
        var dialStrings = causes(numbers, each -> api.dialStringSuspense(UsageSuspenseFilter.none(), each));
        var buyRates = causes(rates, each -> api.buyRateSuspense(UsageSuspenseFilter.none(), each));
        return new UsageSuspenseCauses(dialStrings, numbers, buyRates, rates);
    }

    private <T> Extent causes(List<T> listed, Function<Consumer<List<T>>, OptionalAnswer<Long>> question) {
        var read = new long[1];
        var missing = ask(() -> question.apply(page -> {
            page.stream().limit(MOST_CAUSES_LISTED - listed.size()).forEach(listed::add);
            read[0] += page.size();
            tell(Part.USAGE_SUSPENSE, read[0], OptionalLong.empty());
        }));
        return new Extent(read[0], missing);
    }

    /** Names for those with most money. The server is not asked any more once it has refused. */
    private Variances named(Variances variances) {
        var asked = 0L;
        for (var each : variances.unexplained().listed().stream().limit(MOST_NAMES_ASKED).toList()) {
            if (!isStopped()) {
                directory.name(each.customerId());
                tell(Part.NAMES, ++asked, OptionalLong.empty());
            }
        }
        return variances.each(variance -> variance.withName(directory.knownName(variance.customerId())));
    }

    private Optional<RunReview.LargestInvoice> largest() {
        if (run.maxInvoiceCustomerId().isEmpty()) {
            return Optional.empty();
        }
        var id = run.maxInvoiceCustomerId().getAsLong();
        return Optional.of(new RunReview.LargestInvoice(id,
                customers.name(id).or(() -> isStopped() ? directory.knownName(id) : directory.name(id)),
                run.maxInvoiceValue()));
    }

    private List<String> otherOpenRuns() {
        return run.billingCycleId().isEmpty()
                ? List.of()
                : store.inStatus(RunKind.REGULAR, RunStatus.Known.OPEN)
                        .stream()
                        .filter(other -> !other.key().equals(run.key()) && other instanceof BillRun regular
                                && regular.billingCycleId().equals(run.billingCycleId()))
                        .map(Run::label)
                        .sorted()
                        .toList();
    }

    private List<FigureChange> changes(Run now) {
        return RunFigures.of(run).changesTo(RunFigures.of(now));
    }

    /** Empty if the list was read to its end, else why not. */
    private static Optional<NotChecked> ask(Supplier<OptionalAnswer<Long>> question) {
        return isStopped()
                ? Optional.of(NotChecked.because(Cause.CANCELLED))
                : Reasons.notChecked(question.get());
    }

    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private void tell(Part part, long read, OptionalLong of) {
        progress.accept(new ReviewProgress(part, read, of));
    }
}
