package org.billrunconsole.domain.customer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A rental charge that cannot be billed yet ({@code GET /rental-suspense-records}, optional). It names no bill run.
 *
 * @param id                       identifier of the record, not required by the contract
 * @param rentalProductInventoryId what is rented
 * @param customerId               whose it is
 * @param siteId                   where it is
 * @param created                  day on which the record was made
 * @param reason                   why it cannot be billed, in the server's words
 */
public record RentalSuspenseRecord(OptionalLong id, OptionalLong rentalProductInventoryId, OptionalLong customerId,
        OptionalLong siteId, Optional<LocalDate> created, Optional<String> reason) {}
