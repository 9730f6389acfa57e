package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.customers.SuspendedRental;
import org.billrunconsole.sandbox.customers.SuspendedUsage;

/** Suspense as the API sends it. Of usage only the members that the stored pages show. */
public final class WireSuspense {

    public static final List<WireField<SuspendedRental>> RENTAL = List.of(WireField.number("id", SuspendedRental::id),
            WireField.number("rentalProductInventoryId", SuspendedRental::inventoryId),
            WireField.number("customerId", SuspendedRental::customerId),
            WireField.number("siteId", SuspendedRental::siteId),
            WireField.text("creationDate", SuspendedRental::created),
            WireField.text("suspenseReason", SuspendedRental::reason));

    public static final List<WireField<SuspendedUsage>> DIAL_STRING = List.of(
            WireField.text("dialString", SuspendedUsage::dialString),
            WireField.number("referenceDateSourceId", _ -> 1),
            WireField.number("usageProductId", SuspendedUsage::productId),
            WireField.number("supplierId", SuspendedUsage::supplierId),
            WireField.number("supplierAccountId", SuspendedUsage::supplierAccountId));

    public static final List<WireField<SuspendedUsage>> BUY_RATE = List.of(
            WireField.number("usageProductId", SuspendedUsage::productId),
            WireField.flag("isdn", SuspendedUsage::isdn),
            WireField.number("usageRateCardId", SuspendedUsage::rateCardId));

    private WireSuspense() {}
}
