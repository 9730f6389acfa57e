package org.billrunconsole.sandbox.wire;

import java.util.List;
import org.billrunconsole.sandbox.data.Cycle;

/** A billing cycle as the API sends it: the members of the Admin API's newest stored sample that mean something. */
public final class WireCycle {

    public static final List<WireField<Cycle>> FIELDS = List.of(WireField.number("id", Cycle::id),
            WireField.text("name", Cycle::name),
            WireField.number("startDayOfPeriod", Cycle::startDay), WireField.number("lengthOfPeriod", _ -> 1),
            WireField.text("periodUnit", Cycle::unit),
            WireField.number("maxDaysBeforeCloseable", cycle -> cycle.window().before()),
            WireField.number("maxDaysAfterCloseable", cycle -> cycle.window().after()),
            WireField.number("maxBackDateableUsageInDays", _ -> 60), WireField.text("currencyCode", Cycle::currency),
            WireField.text("defaultInvoiceDate", _ -> "END_OF_BILL_RUN_PLUS_ONE"),
            WireField.text("completionType", cycle -> cycle.autoClose().isPresent() ? "CLOSE_ONLY" : "DISABLED"),
            new WireField<>("autoCloseHour", (json, cycle) -> {
                if (cycle.autoClose().isPresent()) {
                    var auto = cycle.autoClose().get();
                    json.writeNumberField("autoCloseHour", auto.time().getHour());
                    json.writeNumberField("autoCloseMinute", auto.time().getMinute());
                    json.writeNumberField("autoCloseOffsetDays", auto.offsetDays());
                    json.writeNumberField("autoCloseUserId", auto.userId());
                }
            }), WireField.text("groupName", Cycle::group));

    private WireCycle() {}
}
