package org.billrunconsole.domain.customer;

import java.util.OptionalLong;

/**
 * A charge of a rented item ({@code GET /rental-combined-records}, optional): the runs that bill it. Of its members
 * only these were seen.
 *
 * @param billRunId      the regular run
 * @param adhocBillRunId the ad hoc run
 */
public record RentalCombinedRecord(OptionalLong billRunId, OptionalLong adhocBillRunId) {}
