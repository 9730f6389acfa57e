package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.customers.SandboxCustomer;
import org.billrunconsole.sandbox.data.Cycles;

/** A customer as the API sends it: the members that the digest of its page selects. */
public final class WireCustomer {

    public static final List<WireField<SandboxCustomer>> FIELDS = List.of(
            WireField.number("id", SandboxCustomer::id), WireField.number("contractOwnerId", _ -> 1),
            WireField.text("customerType", WireCustomer::type),
            WireField.text("customerName", SandboxCustomer::name),
            WireField.text("customerAccountNumber", SandboxCustomer::accountNumber),
            WireField.text("startDate", SandboxCustomer::startDate),
            WireField.ifAny("endDate", SandboxCustomer::endDate), WireField.flag("customerIsVip", _ -> false),
            WireField.flag("customerMarker", _ -> false),
            WireField.number("billingCycleId", customer -> customer.cycle().id()));

    private WireCustomer() {}

    public static String type(SandboxCustomer customer) {
        return customer.cycle().equals(Cycles.RESIDENTIAL) ? "RESIDENTIAL" : "BUSINESS";
    }
}
