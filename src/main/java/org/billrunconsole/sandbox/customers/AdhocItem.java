package org.billrunconsole.sandbox.customers;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An item that an ad hoc run bills once.
 *
 * @param credit why it is given back; empty for a charge
 * @param paid   whether it is paid
 */
public record AdhocItem(long id, long siteId, String name, BigDecimal sellPrice, Optional<String> credit, boolean paid,
        long runId) {}
