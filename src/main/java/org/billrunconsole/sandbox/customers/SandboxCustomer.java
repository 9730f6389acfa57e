package org.billrunconsole.sandbox.customers;

import java.time.LocalDate;
import java.util.Optional;
import org.billrunconsole.sandbox.data.Cycle;

/**
 * A customer as the sandbox keeps it.
 *
 * @param standing       what is special about it
 * @param endDate        last day as a customer; empty for one that goes on
 * @param openWeight     its part of the open run's revenue, in no unit
 * @param previousWeight its part of the previous run's
 */
public record SandboxCustomer(long id, Cycle cycle, Standing standing, String name, LocalDate startDate,
        Optional<LocalDate> endDate, int openWeight, int previousWeight) {

    /** What there is to find about a customer. */
    public enum Standing {
        /** About the same as in the run before. */
        USUAL,
        /** Has the largest invoice of the run. */
        LARGEST,
        /** Is charged much too much; what somebody else is charged too little makes up for it in the total. */
        OVERCHARGED,
        /** Is charged much too little. */
        UNDERCHARGED,
        /** Has become a customer in the period. */
        FIRST_INVOICE,
        /** Has left. */
        CEASED,
        /** Had left and has come back. */
        RESURRECTED,
        /** Becomes a customer after the period. */
        NEVER_BILLED,
        /** Is a customer in the period and not in the run at all. */
        MISSING,
        /** Is a customer in the period and billed nothing. */
        BILLED_NOTHING
    }

    public String accountNumber() {
        return "A" + (1_000_000 + id);
    }

    /** Of its one site. */
    public long siteId() {
        return 200_000 + id;
    }
}
