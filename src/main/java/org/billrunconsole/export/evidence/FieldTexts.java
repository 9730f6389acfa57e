package org.billrunconsole.export.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** A run's fields by their names in the API, with their values as text in its form. */
final class FieldTexts {

    private FieldTexts() {}

    /** Those that the run has, in the API's order. */
    static Map<String, String> of(Run run) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "billRunStatus", run.status().map(RunStatus::wire));
        put(fields, "summaryStatus", run.stage().map(Stage::wire));
        put(fields, "summaryStatusPercentage", run.percentage().isPresent()
                ? Optional.of(run.percentage().getAsInt())
                : Optional.empty());
        put(fields, "name", run.name());
        switch (run) {
            case BillRun regular -> {
                put(fields, "periodStartDate", regular.periodStart());
                put(fields, "periodEndDate", regular.periodEnd());
                put(fields, "invoiceDate", regular.invoiceDate());
                put(fields, "includeUsageUntilDate", regular.includeUsageUntil());
            }
            case AdhocBillRun adhoc -> {
                put(fields, "nickname", adhoc.nickname());
                put(fields, "invoiceDate", adhoc.invoiceDate());
            }
        }
        run.closedBy().ifPresent(user -> fields.put("billingUserAdminId", Long.toString(user)));
        run.revenue().ifPresent(revenue -> fields.put("revenueInMajorCurrency", Long.toString(revenue)));
        if (run instanceof BillRun regular) {
            regular.usageSuspense().ifPresent(count -> fields.put("usageSuspenseCount", Long.toString(count)));
            regular.rentalSuspense().ifPresent(count -> fields.put("rentalSuspenseCount", Long.toString(count)));
            put(fields, "maxInvoiceValue", regular.maxInvoiceValue().map(value -> value.toPlainString()));
            put(fields, "parallel", regular.parallel());
            put(fields, "paused", regular.paused());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present.toString()));
    }
}
