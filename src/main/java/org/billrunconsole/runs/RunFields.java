package org.billrunconsole.runs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.FieldChange;

/** A run's fields as text, by the API's names, and which of them a decision depends on. */
public final class RunFields {

    private static final String ABSENT = "-";
    private static final List<String> STANDING = List.of("name", "billingCycleId", "nickname", "billRunStatus",
            "summaryStatus", "invoiceDate", "periodStartDate", "periodEndDate", "includeUsageUntilDate", "parallel",
            "paused", "adhocProductInventoryIds", "rentalProductInventoryIds");
    private static final List<String> WHERE_IT_STANDS = List.of("billRunStatus", "summaryStatus");
    private static final List<String> SUSPENSE = List.of("usageSuspenseCount", "rentalSuspenseCount");
    private static final List<String> MONEY = List.of("revenueInMajorCurrency", "maxInvoiceValue",
            "maxInvoiceCustomerId");

    private RunFields() {}

    /**
     * What differs between the run an operator confirmed and the run as it is now, in what they may have decided by.
     * The percentage never counts. Revenue does not count before closing, because an open run's moves all the time and
     * closing is what stops it; from then on every unit does.
     */
    public static List<FieldChange> differences(Run confirmed, Run now, Action action) {
        var names = new ArrayList<>(STANDING);
        switch (action) {
            case CLOSE -> names.addAll(SUSPENSE);
            case DRAFT_INVOICES, FULL_INVOICES, DISTRIBUTE -> {
                names.addAll(SUSPENSE);
                names.addAll(MONEY);
            }
            case REOPEN, CHANGE_INVOICE_DATE, CHANGE_NICKNAME, ADJUST_SCHEDULE -> {
            }
        }
        return differences(of(confirmed), of(now), names);
    }

    /**
     * What differs in what a run is, apart from where it stands and from figures: name, dates, flags. The steps of a run
     * leave it alone, so somebody else has changed it.
     */
    public static List<FieldChange> standingDifferences(Run shown, Run now) {
        return differences(of(shown), of(now),
                STANDING.stream().filter(name -> !WHERE_IT_STANDS.contains(name)).toList());
    }

    private static List<FieldChange> differences(Map<String, String> before, Map<String, String> after,
            List<String> names) {
        return names.stream()
                .filter(name -> !text(before, name).equals(text(after, name)))
                .map(name -> new FieldChange(name, text(before, name), text(after, name)))
                .toList();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, ABSENT);
    }

    private static Map<String, String> of(Run run) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "name", run.name());
        put(fields, "billRunStatus", run.status().map(RunStatus::wire));
        put(fields, "summaryStatus", run.stage().map(Stage::wire));
        put(fields, "invoiceDate", run.invoiceDate());
        put(fields, "revenueInMajorCurrency", run.revenue());
        switch (run) {
            case BillRun regular -> {
                put(fields, "billingCycleId", regular.billingCycleId());
                put(fields, "periodStartDate", regular.periodStart());
                put(fields, "periodEndDate", regular.periodEnd());
                put(fields, "includeUsageUntilDate", regular.includeUsageUntil());
                put(fields, "parallel", regular.parallel());
                put(fields, "paused", regular.paused());
                put(fields, "usageSuspenseCount", regular.usageSuspense());
                put(fields, "rentalSuspenseCount", regular.rentalSuspense());
                // 4.5 and 4.50 are the same money.
                put(fields, "maxInvoiceValue", regular.maxInvoiceValue()
                        .map(value -> value.stripTrailingZeros().toPlainString()));
                put(fields, "maxInvoiceCustomerId", regular.maxInvoiceCustomerId());
            }
            case AdhocBillRun adhoc -> {
                put(fields, "nickname", adhoc.nickname());
                fields.put("adhocProductInventoryIds", adhoc.adhocProductInventoryIds().toString());
                fields.put("rentalProductInventoryIds", adhoc.rentalProductInventoryIds().toString());
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present.toString()));
    }

    private static void put(Map<String, String> fields, String name, OptionalLong value) {
        value.ifPresent(present -> fields.put(name, Long.toString(present)));
    }
}
