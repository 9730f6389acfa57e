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
    private static final WireField<RunView> CLOSED_BY = new WireField<>("billingUserAdminId", (json, view) -> {
        if (view.run().closedBy().isPresent()) {
            json.writeNumberField("billingUserAdminId", view.run().closedBy().getAsLong());
        }
    });

    private static final List<WireField<RunView>> REGULAR = List.of(WireField.number("id", view -> view.run().id()),
            WireField.text("name", view -> view.run().name()),
            WireField.text("sortableName", view -> view.run().sortableName()),
            WireField.number("billingCycleId", view -> view.regular().cycle().id()),
            WireField.text("created", view -> view.run().created()),
            WireField.text("periodStartDate", view -> view.regular().periodStart()),
            WireField.text("periodEndDate", view -> view.regular().periodEnd()),
            WireField.text("invoiceDate", view -> view.run().invoiceDate()),
            WireField.text("includeUsageUntilDate", view -> view.regular().usageUntil()),
            WireField.text("billRunStatus", view -> view.run().position().status()),
            WireField.text("summaryStatus", view -> view.run().position().stage()), PERCENT, CLOSED_BY,
            WireField.flag("parallel", view -> view.regular().parallel()),
            WireField.number("revenueInMajorCurrency", view -> view.figures().revenue()),
            WireField.number("usageSuspenseCount", view -> view.figures().usageSuspense()),
            WireField.number("rentalSuspenseCount", view -> view.figures().rentalSuspense()),
            new WireField<>("maxInvoiceValue", (json, view) -> json.writeNumberField("maxInvoiceValue",
                    view.regular().largestInvoice())),
            WireField.number("maxInvoiceCustomerId", view -> view.regular().largestCustomer()),
            WireField.flag("paused", view -> view.regular().paused()));

    private static final List<WireField<RunView>> ADHOC = List.of(WireField.number("id", view -> view.run().id()),
            WireField.text("name", view -> view.run().name()), new WireField<>("nickname", (json, view) -> {
                if (view.adhoc().nickname().isPresent()) {
                    json.writeStringField("nickname", view.adhoc().nickname().get());
                }
            }), WireField.text("created", view -> view.run().created()),
            WireField.text("invoiceDate", view -> view.run().invoiceDate()),
            WireField.text("billRunStatus", view -> view.run().position().status()),
            WireField.text("summaryStatus", view -> view.run().position().stage()), PERCENT, CLOSED_BY,
            WireField.number("revenueInMajorCurrency", view -> view.figures().revenue()),
            new WireField<>("adhocProductInventoryIds", (json, view) -> writeIds(json, "adhocProductInventoryIds",
                    view.adhoc().adhocItems())),
            new WireField<>("rentalProductInventoryIds", (json, view) -> writeIds(json, "rentalProductInventoryIds",
                    view.adhoc().rentalItems())));

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
