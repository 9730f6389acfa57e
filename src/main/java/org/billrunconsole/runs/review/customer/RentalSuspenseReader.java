package org.billrunconsole.runs.review.customer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.RentalSuspenseByReason;
import org.billrunconsole.domain.review.customer.Scope;
import org.billrunconsole.domain.review.customer.SuspenseGroup;

/** Counts rental records in suspense by reason and customer. Not safe for use by many threads. */
final class RentalSuspenseReader {

    /** The server words its reasons freely; one that puts a number into each must not fill the memory. */
    private static final int MOST_REASONS = 200;
    private static final int MOST_CUSTOMERS = 200;

    private final CycleCustomers customers;
    private final Scope scope;
    private final Map<Optional<String>, Map<Long, Long>> counts = new HashMap<>();
    private long read;
    private long records;
    private long withoutCustomer;
    private long unlisted;

    RentalSuspenseReader(CycleCustomers customers, Scope scope) {
        this.customers = customers;
        this.scope = scope;
    }

    void add(List<RentalSuspenseRecord> page) {
        page.forEach(this::add);
    }

    private void add(RentalSuspenseRecord suspended) {
        read++;
        if (suspended.customerId().isEmpty()) {
            withoutCustomer++;
            return;
        }
        var customer = suspended.customerId().getAsLong();
        if (scope == Scope.CYCLE && customers.find(customer).isEmpty()) {
            return;
        }
        records++;
        var reason = suspended.reason().filter(text -> !DisplayText.isBlank(text)).map(DisplayText::line);
        if (counts.containsKey(reason) || counts.size() < MOST_REASONS) {
            counts.computeIfAbsent(reason, _ -> new HashMap<>()).merge(customer, 1L, Long::sum);
        } else {
            unlisted++;
        }
    }

    long read() {
        return read;
    }

    /** @param name of a customer, where it is known */
    RentalSuspenseByReason suspense(Extent extent, LongFunction<Optional<String>> name) {
        var groups = counts.entrySet()
                .stream()
                .map(each -> group(each.getKey(), each.getValue(), name))
                .sorted(Comparator.comparing(SuspenseGroup::records)
                        .reversed()
                        .thenComparing(group -> group.reason().orElse("")))
                .toList();
        return new RentalSuspenseByReason(scope, extent, records, withoutCustomer, groups, unlisted);
    }

    private static SuspenseGroup group(Optional<String> reason, Map<Long, Long> byCustomer,
            LongFunction<Optional<String>> name) {
        var held = new Foremost<SuspenseGroup.Held>(MOST_CUSTOMERS, Comparator.comparing(SuspenseGroup.Held::records)
                .reversed()
                .thenComparing(SuspenseGroup.Held::customerId));
        byCustomer.forEach((customer, count) -> held.add(new SuspenseGroup.Held(customer, name.apply(customer),
                count)));
        return new SuspenseGroup(reason, byCustomer.values().stream().mapToLong(Long::longValue).sum(),
                byCustomer.size(), held.kept());
    }
}
