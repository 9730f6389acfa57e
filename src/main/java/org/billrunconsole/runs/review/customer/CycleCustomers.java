package org.billrunconsole.runs.review.customer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.review.customer.Completeness;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.domain.review.customer.NotBilled;

/**
 * The customers of a billing cycle while a review is read: of each no more than what it takes, since there may be fifty
 * thousand. Not safe for use by many threads.
 */
final class CycleCustomers {

    /** What was seen of a customer's value so far. */
    private enum Value {
        NONE, NOT_SENT, SENT
    }

    /** A customer; names and days are packed, days as counted from 1970. */
    static final class Entry {

        private static final int UNKNOWN = Integer.MIN_VALUE;

        private final String name;
        private final int start;
        private final int end;
        private Value value = Value.NONE;

        private Entry(Customer customer) {
            name = customer.name().filter(text -> !DisplayText.isBlank(text)).map(DisplayText::line).orElse("");
            start = packed(customer.startDate());
            end = packed(customer.endDate());
        }

        Optional<String> name() {
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        }

        Optional<LocalDate> start() {
            return day(start);
        }

        Optional<LocalDate> end() {
            return day(end);
        }

        void onValue(boolean sent) {
            value = sent || value == Value.SENT ? Value.SENT : Value.NOT_SENT;
        }

        /** A start that is not known may lie before the period, so it does not make anybody inactive. */
        private boolean isActive(LocalDate from, LocalDate until) {
            return (start == UNKNOWN || start <= until.toEpochDay()) && (end == UNKNOWN || end >= from.toEpochDay());
        }

        private static int packed(Optional<LocalDate> day) {
            return day.map(each -> Math.toIntExact(each.toEpochDay())).orElse(UNKNOWN);
        }

        private static Optional<LocalDate> day(int packed) {
            return packed == UNKNOWN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(packed));
        }
    }

    private static final int MOST_LISTED = 1_000;

    private final Map<Long, Entry> byId = new HashMap<>();

    void add(List<Customer> customers) {
        customers.forEach(customer -> byId.put(customer.id(), new Entry(customer)));
    }

    int size() {
        return byId.size();
    }

    Optional<Entry> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<String> name(long id) {
        return find(id).flatMap(Entry::name);
    }

    /** Who has no value in a run with a period; to be asked when all values have been told to the entries. */
    Completeness completeness(BillRun run, Extent extent) {
        var from = run.periodStart().or(run::periodEnd).orElseThrow();
        var until = run.periodEnd().or(run::periodStart).orElseThrow();
        var missing = new Foremost<NotBilled>(MOST_LISTED, Comparator.comparing(NotBilled::customerId));
        var active = new long[1];
        byId.forEach((id, entry) -> {
            if (entry.isActive(from, until)) {
                active[0]++;
                if (entry.value != Value.SENT) {
                    missing.add(new NotBilled(id, entry.name(), entry.start(), entry.end(),
                            entry.value == Value.NONE
                                    ? NotBilled.How.NOT_LISTED
                                    : NotBilled.How.VALUE_NOT_SENT));
                }
            }
        });
        return new Completeness(extent, active[0], missing.count(), missing.kept());
    }
}
