package org.billrunconsole.domain.customer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the console uses of a customer ({@code GET /customers} and {@code GET /customers/{id}}, optional).
 *
 * @param id             identifier
 * @param name           name
 * @param accountNumber  account number
 * @param type           for example RESIDENTIAL, or whatever else was sent
 * @param startDate      first day as a customer
 * @param endDate        last day as a customer; empty also for one that goes on
 * @param billingCycleId billing cycle in which the customer is invoiced
 */
public record Customer(long id, Optional<String> name, Optional<String> accountNumber, Optional<String> type,
        Optional<LocalDate> startDate, Optional<LocalDate> endDate, OptionalLong billingCycleId) {}
