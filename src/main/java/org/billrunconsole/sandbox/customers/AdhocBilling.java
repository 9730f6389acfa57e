package org.billrunconsole.sandbox.customers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.sandbox.data.Cycles;
import org.billrunconsole.sandbox.lifecycle.RunBook;
import org.billrunconsole.sandbox.lifecycle.RunView;

/** What ad hoc runs bill and how it was paid: their own items, and payments that add up to their revenue. */
public final class AdhocBilling {

    private static final int HUNDREDTHS = 100;
    private static final int IDS_OF_A_RUN = 1_000;
    /** Items of a run that one invoice has. */
    private static final int ON_AN_INVOICE = 2;
    private static final List<String> ERRORS = List.of("Card expired", "Insufficient funds", "Mandate cancelled");
    private static final List<String> METHODS = List.of("CARD", "DIRECT_DEBIT", "CHEQUE");

    private final CustomerBook customers;
    private final RunBook runs;

    public AdhocBilling(CustomerBook customers, RunBook runs) {
        this.customers = customers;
        this.runs = runs;
    }

    /** A rented item that an ad hoc run bills. */
    public record Rental(long inventoryId, long runId) {}

    /** Of every ad hoc run, also of those that no list has any more; by id. */
    public List<AdhocItem> items() {
        var items = new ArrayList<AdhocItem>();
        for (var run : runs.all(RunKind.ADHOC)) {
            var ids = run.adhoc().adhocItems();
            for (int i = 0; i < ids.size(); i++) {
                items.add(item(run, ids.get(i), i));
            }
        }
        items.sort((one, other) -> Long.compare(one.id(), other.id()));
        return items;
    }

    private AdhocItem item(RunView run, long id, int place) {
        var name = run.adhoc().nickname().orElse("One-off charge");
        var credit = name.contains("credit") ? Optional.of("Goodwill") : Optional.<String>empty();
        return new AdhocItem(id, customer(id).siteId(), name + " " + (place + 1),
                share(run, place, run.adhoc().adhocItems().size()), credit, isPaid(run), run.run().id());
    }

    /** By id of the run. */
    public List<Rental> rentals() {
        return runs.all(RunKind.ADHOC)
                .stream()
                .flatMap(run -> run.adhoc().rentalItems().stream().map(item -> new Rental(item, run.run().id())))
                .toList();
    }

    /** Of the runs that have come to be paid, by id. */
    public List<AdhocPayment> payments() {
        var payments = new ArrayList<AdhocPayment>();
        for (var run : runs.all(RunKind.ADHOC)) {
            if (isPaid(run)) {
                var count = Math.max(1, run.adhoc().adhocItems().size() / ON_AN_INVOICE);
                for (int i = 0; i < count; i++) {
                    payments.add(payment(run, i, count));
                }
            }
        }
        return payments;
    }

    private AdhocPayment payment(RunView run, int place, int count) {
        var id = run.run().id() * IDS_OF_A_RUN + place;
        var failed = place % 7 == 3;
        var status = failed ? "FAILED" : place % 11 == 5 ? "NEW" : "PAID";
        return new AdhocPayment(id, run.run().id(), id, status, share(run, place, count),
                failed ? Optional.of(ERRORS.get(place / 7 % ERRORS.size())) : Optional.empty(),
                METHODS.get(place % METHODS.size()), run.run().invoiceDate().plusDays(1), customer(id).id());
    }

    private static boolean isPaid(RunView run) {
        return run.run().position().stage().compareTo(Stage.Known.PAYMENT) >= 0;
    }

    private SandboxCustomer customer(long number) {
        var whose = customers.of(Cycles.BUSINESS);
        return whose.get((int) (number % whose.size()));
    }

    /** An equal part of the revenue; what does not divide falls to the first. */
    private static BigDecimal share(RunView run, int place, int count) {
        var total = run.figures().revenue() * HUNDREDTHS;
        return BigDecimal.valueOf(total / count + (place == 0 ? total % count : 0), 2);
    }
}
