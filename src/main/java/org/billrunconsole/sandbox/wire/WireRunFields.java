package org.billrunconsole.sandbox.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.lifecycle.Percentages;
import org.billrunconsole.sandbox.lifecycle.RunView;

/** The members of both kinds of run, in the order of the contract's samples. */
public final class WireRunFields {

    static final String PERCENTAGE = "summaryStatusPercentage";

    private static final WireField<RunView> PERCENT = WireField.number(PERCENTAGE, RunView::percent);
    private static final WireField<RunView> CLOSED_BY = new WireField<>("billingUserAdminId", (json, seen) -> {
        if (seen.run().closedBy().isPresent()) {
            json.writeNumberField("billingUserAdminId", seen.run().closedBy().getAsLong());
        }
    });

    private static final List<WireField<RunView>> REGULAR = List.of(WireField.number("id", seen -> seen.run().id()),
            WireField.text("name", seen -> seen.run().name()),
            WireField.text("sortableName", seen -> seen.run().sortableName()),
            WireField.number("billingCycleId", seen -> seen.regular().cycle().id()),
            WireField.text("created", seen -> seen.run().created()),
            WireField.text("periodStartDate", seen -> seen.regular().periodStart()),
            WireField.text("periodEndDate", seen -> seen.regular().periodEnd()),
            WireField.text("invoiceDate", seen -> seen.run().invoiceDate()),
            WireField.text("includeUsageUntilDate", seen -> seen.regular().usageUntil()),
            WireField.text("billRunStatus", seen -> seen.run().place().status()),
            WireField.text("summaryStatus", seen -> seen.run().place().stage()), PERCENT, CLOSED_BY,
            WireField.flag("parallel", seen -> seen.regular().parallel()),
            WireField.number("revenueInMajorCurrency", seen -> seen.figures().revenue()),
            WireField.number("usageSuspenseCount", seen -> seen.figures().usageSuspense()),
            WireField.number("rentalSuspenseCount", seen -> seen.figures().rentalSuspense()),
            new WireField<>("maxInvoiceValue", (json, seen) -> json.writeNumberField("maxInvoiceValue",
                    seen.regular().largestInvoice())),
            WireField.number("maxInvoiceCustomerId", seen -> seen.regular().largestCustomer()),
            WireField.flag("paused", seen -> seen.regular().paused()));

    private static final List<WireField<RunView>> ADHOC = List.of(WireField.number("id", seen -> seen.run().id()),
            WireField.text("name", seen -> seen.run().name()), new WireField<>("nickname", (json, seen) -> {
                if (seen.adhoc().nickname().isPresent()) {
                    json.writeStringField("nickname", seen.adhoc().nickname().get());
                }
            }), WireField.text("created", seen -> seen.run().created()),
            WireField.text("invoiceDate", seen -> seen.run().invoiceDate()),
            WireField.text("billRunStatus", seen -> seen.run().place().status()),
            WireField.text("summaryStatus", seen -> seen.run().place().stage()), PERCENT, CLOSED_BY,
            WireField.number("revenueInMajorCurrency", seen -> seen.figures().revenue()),
            new WireField<>("adhocProductInventoryIds", (json, seen) -> writeIds(json, "adhocProductInventoryIds",
                    seen.adhoc().adhocItems())),
            new WireField<>("rentalProductInventoryIds", (json, seen) -> writeIds(json, "rentalProductInventoryIds",
                    seen.adhoc().rentalItems())));

    private WireRunFields() {}

    /** The members that a kind of run has. */
    public static List<WireField<RunView>> of(RunKind kind, Percentages percentages) {
        var all = kind == RunKind.REGULAR ? REGULAR : ADHOC;
        return percentages.sentFor(kind) ? all : all.stream().filter(field -> field != PERCENT).toList();
    }

    /** The names that {@code fields} takes: 1.9 documents the percentage of an ad hoc run, sent or not. */
    public static Set<String> names(RunKind kind, Percentages percentages) {
        return WireField.names(kind == RunKind.ADHOC ? ADHOC : of(kind, percentages));
    }

    private static void writeIds(JsonGenerator json, String name, List<Long> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (var id : ids) {
            json.writeNumber(id);
        }
        json.writeEndArray();
    }
}
