package org.billrunconsole.sandbox;

import java.util.List;

/** How a billing cycle looks from outside: the members of the Admin API's newest stored sample that mean something. */
final class WireCycle {

    static final List<Field<Cycle>> FIELDS = List.of(Field.number("id", Cycle::id), Field.text("name", Cycle::name),
            Field.number("startDayOfPeriod", Cycle::startDay), Field.number("lengthOfPeriod", _ -> 1),
            Field.text("periodUnit", Cycle::unit),
            Field.number("maxDaysBeforeCloseable", cycle -> cycle.window().before()),
            Field.number("maxDaysAfterCloseable", cycle -> cycle.window().after()),
            Field.number("maxBackDateableUsageInDays", _ -> 60), Field.text("currencyCode", Cycle::currency),
            Field.text("defaultInvoiceDate", _ -> "END_OF_BILL_RUN_PLUS_ONE"),
            Field.text("completionType", cycle -> cycle.autoClose().isPresent() ? "CLOSE_ONLY" : "DISABLED"),
            new Field<>("autoCloseHour", (json, cycle) -> {
                if (cycle.autoClose().isPresent()) {
                    var auto = cycle.autoClose().get();
                    json.writeNumberField("autoCloseHour", auto.time().getHour());
                    json.writeNumberField("autoCloseMinute", auto.time().getMinute());
                    json.writeNumberField("autoCloseOffsetDays", auto.offsetDays());
                    json.writeNumberField("autoCloseUserId", auto.userId());
                }
            }), Field.text("groupName", Cycle::group));

    private WireCycle() {}
}
