package org.billrunconsole.runs.review.customer;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.api.ReviewApi;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;
import org.billrunconsole.domain.review.customer.AdhocPayments;
import org.billrunconsole.domain.review.customer.Extent;
import org.billrunconsole.work.WindowThread;

/** Reads how the invoices of ad hoc runs were paid. */
public final class AdhocPaymentReviews {

    private static final int MOST_LISTED = 1_000;
    /** The server words its statuses freely. */
    private static final int MOST_GROUPS = 100;

    private static final Comparator<AdhocInvoicePayment> ERRORS_FIRST = Comparator
            .comparing((AdhocInvoicePayment payment) -> !isException(payment))
            .thenComparing(payment -> payment.id().orElse(Long.MAX_VALUE));

    private final ReviewApi api;

    public AdhocPaymentReviews(ReviewApi api) {
        this.api = api;
    }

    private record Key(Optional<String> status, OptionalLong currency) {}

    private record Count(long payments, long exceptions, BigDecimal amount) {

        private Count and(AdhocInvoicePayment payment) {
            return new Count(payments + 1, exceptions + (isException(payment) ? 1 : 0),
                    payment.amount().map(amount::add).orElse(amount));
        }
    }

    /** Reads the payments of an ad hoc run; blocks. Interrupting the thread gives what was read by then. */
    public AdhocPayments read(RunKey run) {
        assert WindowThread.isElsewhere() : "read payments";
        var listed = new Foremost<AdhocInvoicePayment>(MOST_LISTED, ERRORS_FIRST);
        var counts = new HashMap<Key, Count>();
        var exceptions = new long[1];
        var answer = api.adhocInvoicePayments(run.id(), page -> page.forEach(payment -> {
            listed.add(payment);
            exceptions[0] += isException(payment) ? 1 : 0;
            var key = new Key(status(payment), payment.currencyId());
            if (counts.containsKey(key) || counts.size() < MOST_GROUPS) {
                counts.put(key, counts.getOrDefault(key, new Count(0, 0, BigDecimal.ZERO)).and(payment));
            }
        }));
        return new AdhocPayments(run, new Extent(listed.count(), Reasons.notChecked(answer)), groups(counts),
                exceptions[0], listed.kept());
    }

    private static List<AdhocPayments.Group> groups(Map<Key, Count> counts) {
        return counts.entrySet()
                .stream()
                .map(each -> new AdhocPayments.Group(each.getKey().status(), each.getKey().currency(),
                        each.getValue().payments(), each.getValue().exceptions(), each.getValue().amount()))
                .sorted(Comparator.comparing(AdhocPayments.Group::payments)
                        .reversed()
                        .thenComparing(group -> group.status().orElse("")))
                .toList();
    }

    private static Optional<String> status(AdhocInvoicePayment payment) {
        return payment.status().filter(text -> !DisplayText.isBlank(text)).map(DisplayText::line);
    }

    private static boolean isException(AdhocInvoicePayment payment) {
        return payment.errorInfo().filter(text -> !DisplayText.isBlank(text)).isPresent();
    }
}
