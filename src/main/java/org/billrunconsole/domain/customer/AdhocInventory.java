package org.billrunconsole.domain.customer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An item that is billed once ({@code GET /adhoc-inventories} and {@code GET /adhoc-inventories/{id}}, optional).
 *
 * @param id           identifier, as in the ad hoc runs' {@code adhocProductInventoryIds}
 * @param name         what it is
 * @param siteId       where it is
 * @param sellPrice    price of one; the currency is not documented
 * @param quantity     how many
 * @param isCredit     whether it is given back instead of charged
 * @param creditReason why, in the server's words
 * @param paid         whether it is paid
 * @param billRunId    the regular run that bills it
 * @param adhocBillRunId the ad hoc run that bills it
 */
public record AdhocInventory(long id, Optional<String> name, OptionalLong siteId, Optional<BigDecimal> sellPrice,
        Optional<BigDecimal> quantity, Optional<Boolean> isCredit, Optional<String> creditReason,
        Optional<Boolean> paid, OptionalLong billRunId, OptionalLong adhocBillRunId) {}
