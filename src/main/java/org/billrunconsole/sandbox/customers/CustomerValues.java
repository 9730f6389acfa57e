package org.billrunconsole.sandbox.customers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.customers.SandboxCustomer.Standing;
import org.billrunconsole.sandbox.data.CustomerSummary;
import org.billrunconsole.sandbox.data.Cycle;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunDetails;
import org.billrunconsole.sandbox.lifecycle.RunView;
import org.billrunconsole.sandbox.lifecycle.SortKey;
import org.billrunconsole.sandbox.lifecycle.StoredRun;

/**
 * What customers pay in the open run of their cycle and paid in the one before: each run's revenue as it is now, shared
 * out to the penny, and the run's largest invoice for the customer who has it. The vendor says "the open run" and not
 * which that is of several; here it is the one whose period begins first, parallel runs aside.
 */
public final class CustomerValues {

    private static final int HUNDREDTHS = 100;
    private static final int INCOMPLETE_EVERY = 41;
    private static final List<SortKey> BY_ID = List.of(new SortKey("id", false));

    private final CustomerBook customers;
    private final RunBook runs;

    public CustomerValues(CustomerBook customers, RunBook runs) {
        this.customers = customers;
        this.runs = runs;
    }

    /** What a run has to share out, in hundredths. */
    private record Money(long total, long largest) {

        static Money of(List<RunView> runs) {
            var total = runs.stream().mapToLong(run -> run.figures().revenue() * HUNDREDTHS).sum();
            var largest = runs.stream()
                    .map(run -> run.regular().largestInvoice())
                    .max(Comparator.naturalOrder())
                    .orElse(BigDecimal.ZERO)
                    .movePointRight(2)
                    .longValue();
            return new Money(total, Math.min(total, largest));
        }
    }

    /** Of every customer that has one, by customer id; as they are now. */
    public List<CustomerSummary> summaries() {
        var summaries = new ArrayList<CustomerSummary>(customers.all().size());
        for (var cycle : Cycles.ALL) {
            summaries.addAll(of(cycle));
        }
        summaries.sort(Comparator.comparing(CustomerSummary::customerId));
        return summaries;
    }

    private List<CustomerSummary> of(Cycle cycle) {
        var open = open(cycle);
        var before = open.stream().flatMap(run -> previous(run).stream()).toList();
        var customersOfIt = customers.of(cycle);
        var openValues = shares(customersOfIt, open, SandboxCustomer::openWeight);
        var previousValues = shares(customersOfIt, before, SandboxCustomer::previousWeight);
        var summaries = new ArrayList<CustomerSummary>(customersOfIt.size());
        for (int i = 0; i < customersOfIt.size(); i++) {
            var customer = customersOfIt.get(i);
            var billed = customer.standing() != Standing.NEVER_BILLED;
            if (customer.standing() != Standing.MISSING) {
                summaries.add(new CustomerSummary(customer.id(), billingStatus(customer.standing()),
                        customer.id() % INCOMPLETE_EVERY == 0 ? "INCOMPLETE" : "COMPLETE",
                        billed ? valueAt(openValues, i) : Optional.empty(),
                        billed ? valueAt(previousValues, i) : Optional.empty()));
            }
        }
        return summaries;
    }

    private List<RunView> open(Cycle cycle) {
        var all = runs.page(RunKind.REGULAR, BY_ID, Optional.of(inCycle(cycle)
                .and(run -> run.position().stage() == Stage.Known.PROPERTIES)), 0, Long.MAX_VALUE);
        var first = all.stream().map(run -> run.regular().periodStart()).min(Comparator.naturalOrder());
        return all.stream().filter(run -> first.filter(run.regular().periodStart()::equals).isPresent()).toList();
    }

    /** The run before this one of the same name but for its date. */
    private Optional<RunView> previous(RunView run) {
        var start = run.regular().periodStart();
        var earlier = runs.page(RunKind.REGULAR, BY_ID, Optional.of(inCycle(run.regular().cycle())
                .and(each -> details(each).periodStart().isBefore(start)
                        && undated(each.name()).equals(undated(run.run().name())))),
                0, Long.MAX_VALUE);
        return earlier.stream().max(Comparator.comparing(each -> each.regular().periodStart()));
    }

    private static Predicate<StoredRun> inCycle(Cycle cycle) {
        return run -> details(run).cycle().equals(cycle) && !details(run).parallel();
    }

    private static RunDetails.Regular details(StoredRun run) {
        return (RunDetails.Regular) run.details();
    }

    private static String undated(String name) {
        return name.replaceAll("^(\\p{L}{3} \\d{4}|Week \\d+) | \\d+ \\p{L}{3} \\d{4}$", "");
    }

    /** In hundredths, one for each customer; none if there is no run. */
    private static long[] shares(List<SandboxCustomer> customers, List<RunView> runs,
            ToIntFunction<SandboxCustomer> weight) {
        if (runs.isEmpty()) {
            return new long[0];
        }
        var money = Money.of(runs);
        var weights = customers.stream()
                .filter(customer -> customer.standing() != Standing.LARGEST)
                .mapToLong(weight::applyAsInt)
                .sum();
        var left = money.total() - money.largest();
        var shared = 0L;
        var shares = new long[customers.size()];
        var usual = 0;
        for (int i = 0; i < shares.length; i++) {
            var customer = customers.get(i);
            if (customer.standing() == Standing.LARGEST) {
                shares[i] = money.largest();
            } else {
                shares[i] = left * weight.applyAsInt(customer) / Math.max(1, weights);
                shared += shares[i];
                usual = customer.standing() == Standing.USUAL ? i : usual;
            }
        }
        // What rounding has left over, less than a penny for each.
        shares[usual] += left - shared;
        return shares;
    }

    private static Optional<BigDecimal> valueAt(long[] hundredths, int at) {
        return hundredths.length == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(hundredths[at], 2));
    }

    private static String billingStatus(Standing standing) {
        return switch (standing) {
            case FIRST_INVOICE, CEASED, RESURRECTED, NEVER_BILLED -> standing.name();
            case USUAL, LARGEST, OVERCHARGED, UNDERCHARGED, MISSING, BILLED_NOTHING -> "ACTIVE";
        };
    }
}
