package org.billrunconsole.sandbox.customers;

import java.time.LocalDate;

/** A rental charge that cannot be billed yet. */
public record SuspendedRental(long id, long inventoryId, SandboxCustomer customer, LocalDate created, String reason) {

    public long customerId() {
        return customer.id();
    }

    public long siteId() {
        return customer.siteId();
    }
}
