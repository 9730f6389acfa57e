package org.billrunconsole.domain.customer;

/**
 * {@code billingStatus} of a customer's billing summary: a documented value, or whatever else a newer server sent, kept
 * verbatim. The page names the values and does not describe them.
 */
public sealed interface BillingStatus {

    /** The value as it stands on the wire. */
    String wire();

    /** The documented values. */
    enum Known implements BillingStatus {
        ACTIVE, FIRST_INVOICE, CEASED, RESURRECTED, NEVER_BILLED;

        @Override
        public String wire() {
            return name();
        }
    }

    /** A value this console does not know; it explains nothing. */
    record Other(String wire) implements BillingStatus {}

    static BillingStatus of(String wire) {
        for (var known : Known.values()) {
            if (known.name().equals(wire)) {
                return known;
            }
        }
        return new Other(wire);
    }
}
