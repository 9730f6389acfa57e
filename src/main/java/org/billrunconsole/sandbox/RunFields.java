package org.billrunconsole.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.billrunconsole.domain.RunKind;

/** The members of both kinds of run, in the order of the contract's samples. */
final class RunFields {

    static final String PERCENTAGE = "summaryStatusPercentage";

    private static final Field<Seen> PERCENT = Field.number(PERCENTAGE, Seen::percent);
    private static final Field<Seen> CLOSED_BY = new Field<>("billingUserAdminId", (json, seen) -> {
        if (seen.run().closedBy().isPresent()) {
            json.writeNumberField("billingUserAdminId", seen.run().closedBy().getAsLong());
        }
    });

    private static final List<Field<Seen>> REGULAR = List.of(Field.number("id", seen -> seen.run().id()),
            Field.text("name", seen -> seen.run().name()),
            Field.text("sortableName", seen -> seen.run().sortableName()),
            Field.number("billingCycleId", seen -> seen.regular().cycle().id()),
            Field.text("created", seen -> seen.run().created()),
            Field.text("periodStartDate", seen -> seen.regular().periodStart()),
            Field.text("periodEndDate", seen -> seen.regular().periodEnd()),
            Field.text("invoiceDate", seen -> seen.run().invoiceDate()),
            Field.text("includeUsageUntilDate", seen -> seen.regular().usageUntil()),
            Field.text("billRunStatus", seen -> seen.run().place().status()),
            Field.text("summaryStatus", seen -> seen.run().place().stage()), PERCENT, CLOSED_BY,
            Field.flag("parallel", seen -> seen.regular().parallel()),
            Field.number("revenueInMajorCurrency", seen -> seen.figures().revenue()),
            Field.number("usageSuspenseCount", seen -> seen.figures().usageSuspense()),
            Field.number("rentalSuspenseCount", seen -> seen.figures().rentalSuspense()),
            new Field<>("maxInvoiceValue", (json, seen) -> json.writeNumberField("maxInvoiceValue",
                    seen.regular().largestInvoice())),
            Field.number("maxInvoiceCustomerId", seen -> seen.regular().largestCustomer()),
            Field.flag("paused", seen -> seen.regular().paused()));

    private static final List<Field<Seen>> ADHOC = List.of(Field.number("id", seen -> seen.run().id()),
            Field.text("name", seen -> seen.run().name()), new Field<>("nickname", (json, seen) -> {
                if (seen.adhoc().nickname().isPresent()) {
                    json.writeStringField("nickname", seen.adhoc().nickname().get());
                }
            }), Field.text("created", seen -> seen.run().created()),
            Field.text("invoiceDate", seen -> seen.run().invoiceDate()),
            Field.text("billRunStatus", seen -> seen.run().place().status()),
            Field.text("summaryStatus", seen -> seen.run().place().stage()), PERCENT, CLOSED_BY,
            Field.number("revenueInMajorCurrency", seen -> seen.figures().revenue()),
            new Field<>("adhocProductInventoryIds", (json, seen) -> writeIds(json, "adhocProductInventoryIds",
                    seen.adhoc().adhocItems())),
            new Field<>("rentalProductInventoryIds", (json, seen) -> writeIds(json, "rentalProductInventoryIds",
                    seen.adhoc().rentalItems())));

    private RunFields() {}

    /** The members that a kind of run has. */
    static List<Field<Seen>> of(RunKind kind, Percentages percentages) {
        var all = kind == RunKind.REGULAR ? REGULAR : ADHOC;
        return percentages.sentFor(kind) ? all : all.stream().filter(field -> field != PERCENT).toList();
    }

    /** The names that {@code fields} takes: 1.9 documents the percentage of an ad hoc run, sent or not. */
    static Set<String> names(RunKind kind, Percentages percentages) {
        return Field.names(kind == RunKind.ADHOC ? ADHOC : of(kind, percentages));
    }

    private static void writeIds(JsonGenerator json, String name, List<Long> ids) throws IOException {
        json.writeArrayFieldStart(name);
        for (var id : ids) {
            json.writeNumber(id);
        }
        json.writeEndArray();
    }
}
