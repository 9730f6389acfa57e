package org.billrunconsole.api.http.wire;

import java.io.IOException;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;

/** Maps the contract's field names to runs, cycles and users. Each method is given the object's id, already checked. */
public final class RunMapping {

    private RunMapping() {}

    public static Run run(RunKey key, JsonRow row) throws IOException {
        return switch (key.kind()) {
            case REGULAR -> billRun(key.id(), row);
            case ADHOC -> adhocBillRun(key.id(), row);
        };
    }

    public static BillRun billRun(long id, JsonRow row) throws IOException {
        return new BillRun(id, row.shownText("name"), row.shownText("sortableName"),
                row.decidingNumber("billingCycleId"), row.shownDate("created"), row.decidingDate("periodStartDate"),
                row.decidingDate("periodEndDate"), row.decidingDate("invoiceDate"),
                row.shownDate("includeUsageUntilDate"), row.status("billRunStatus"),
                row.stage("summaryStatus"), row.shownInt("summaryStatusPercentage"),
                row.shownNumber("billingUserAdminId"), row.decidingFlag("parallel"),
                row.shownNumber("revenueInMajorCurrency"), row.decidingNumber("usageSuspenseCount"),
                row.decidingNumber("rentalSuspenseCount"), row.shownDecimal("maxInvoiceValue"),
                row.shownNumber("maxInvoiceCustomerId"), row.decidingFlag("paused"));
    }

    public static AdhocBillRun adhocBillRun(long id, JsonRow row) throws IOException {
        return new AdhocBillRun(id, row.shownText("name"), row.shownText("nickname"), row.shownDate("created"),
                row.decidingDate("invoiceDate"), row.status("billRunStatus"),
                row.stage("summaryStatus"), row.shownInt("summaryStatusPercentage"),
                row.shownNumber("billingUserAdminId"), row.shownNumber("revenueInMajorCurrency"),
                row.shownNumbers("adhocProductInventoryIds"), row.shownNumbers("rentalProductInventoryIds"));
    }

    public static BillingCycle billingCycle(long id, JsonRow row) {
        return new BillingCycle(id, row.shownText("name").orElse("#" + id), row.shownText("currencyCode"),
                row.shownText("periodUnit"), row.shownInt("lengthOfPeriod"), row.shownInt("maxDaysBeforeCloseable"),
                row.shownInt("maxDaysAfterCloseable"), row.shownText("completionType"), row.shownInt("autoCloseHour"),
                row.shownInt("autoCloseMinute"), row.shownInt("autoCloseOffsetDays"), row.shownText("groupName"));
    }

    public static BillingUser user(long id, JsonRow row) {
        return new BillingUser(id, row.shownText("username").orElse("#" + id));
    }
}
