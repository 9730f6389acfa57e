package org.billrunconsole.sandbox.customers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** The payment of an invoice of an ad hoc run. */
public record AdhocPayment(long id, long runId, long invoiceId, String status, BigDecimal amount,
        Optional<String> error, String method, LocalDate date, long customerId) {}
