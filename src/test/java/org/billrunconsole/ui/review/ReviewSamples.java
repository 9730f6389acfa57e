package org.billrunconsole.ui.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.customer.BillingStatus;
import org.billrunconsole.domain.customer.Customer;
import org.billrunconsole.domain.customer.CustomerBillingSummary;
import org.billrunconsole.domain.customer.RentalSuspenseRecord;
import org.billrunconsole.testkit.StubReviewApi;

/** A small cycle, that of the sample runs, with something of everything. */
public final class ReviewSamples {

    static final long CYCLE = 3;

    private ReviewSamples() {}

    /** Two that cancel out, one that is new, one that has gone, one as always, one without a value. */
    public static void customers(StubReviewApi api) {
        add(api, 101, "Harbour Logistics", BillingStatus.Known.ACTIVE, "7000.00", "2000.00");
        add(api, 102, "Meridian Dental", BillingStatus.Known.ACTIVE, "1000.00", "6000.00");
        customer(api, 103, "Brook Motors", Optional.of(LocalDate.of(2026, 10, 31)));
        value(api, 103, BillingStatus.Known.CEASED, "0.00", "1980.00");
        add(api, 104, "Castle Inns", BillingStatus.Known.FIRST_INVOICE, "1204.10", "0.00");
        add(api, 105, "Fenwick & Co", BillingStatus.Known.ACTIVE, "510.00", "500.00");
        customer(api, 106, "Oakfield Schools", Optional.empty());
    }

    /** Three records in suspense for two reasons. */
    public static void suspense(StubReviewApi api) {
        suspense(api, 1, 101, "No rate");
        suspense(api, 2, 102, "No rate");
        suspense(api, 3, 104, "No price book");
    }

    private static void suspense(StubReviewApi api, long id, long customer, String reason) {
        api.put(new RentalSuspenseRecord(OptionalLong.of(id), OptionalLong.of(id), OptionalLong.of(customer),
                OptionalLong.empty(), Optional.empty(), Optional.of(reason)));
    }

    private static void add(StubReviewApi api, long id, String name, BillingStatus status, String now, String before) {
        customer(api, id, name, Optional.empty());
        value(api, id, status, now, before);
    }

    private static void customer(StubReviewApi api, long id, String name, Optional<LocalDate> end) {
        api.put(new Customer(id, Optional.of(name), Optional.empty(), Optional.empty(),
                Optional.of(LocalDate.of(2024, 1, 2)), end, OptionalLong.of(CYCLE)));
    }

    private static void value(StubReviewApi api, long id, BillingStatus status, String now, String before) {
        api.put(new CustomerBillingSummary(id, Optional.of(status), Optional.of("COMPLETE"),
                Optional.of(new BigDecimal(now)), Optional.of(new BigDecimal(before)), Optional.empty(),
                Optional.empty()));
    }
}
