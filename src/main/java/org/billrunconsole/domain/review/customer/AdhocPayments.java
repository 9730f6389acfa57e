package org.billrunconsole.domain.review.customer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.customer.AdhocInvoicePayment;

/**
 * How the invoices of an ad hoc run were paid, after distribution. That an invoice was delivered is nothing the API
 * says.
 *
 * @param extent     how many payments were read
 * @param groups     by status and currency, most payments first
 * @param exceptions how many payments have an error text; the statuses themselves are not documented
 * @param listed     the first of the payments, those with an error text before the others
 */
public record AdhocPayments(RunKey run, Extent extent, List<Group> groups, long exceptions,
        List<AdhocInvoicePayment> listed) {

    /**
     * Payments of one status and one currency.
     *
     * @param status     in the server's words; empty where it gave none
     * @param currencyId identifier of the currency; what it is called is not documented
     * @param exceptions how many of them have an error text
     * @param amount     what those with an amount come to
     */
    public record Group(Optional<String> status, OptionalLong currencyId, long payments, long exceptions,
            BigDecimal amount) {}

    public AdhocPayments {
        groups = List.copyOf(groups);
        listed = List.copyOf(listed);
    }

    /** How many payments are not listed. */
    public long unlisted() {
        return extent.read() - listed.size();
    }
}
