package org.billrunconsole.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;

/** Runs for tests that need one and do not care about most of its fields. */
public final class SampleRuns {

    private SampleRuns() {}

    public static BillRun regular(long id, RunStatus status, Stage stage, OptionalInt percentage) {
        return new BillRun(id, Optional.of("Nov 2026 Business"), Optional.of("2026-11 Business"), OptionalLong.of(3),
                Optional.of(LocalDate.of(2026, 10, 28)), Optional.of(LocalDate.of(2026, 11, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)), Optional.of(LocalDate.of(2026, 12, 1)),
                Optional.of(LocalDate.of(2026, 11, 30)), Optional.of(status), Optional.of(stage), percentage,
                OptionalLong.empty(), Optional.of(false), OptionalLong.of(1_284_350), OptionalLong.of(0),
                OptionalLong.of(0), Optional.of(new BigDecimal("48210.00")), OptionalLong.of(90321),
                Optional.of(false));
    }

    public static BillRun regular(long id, RunStatus status, Stage stage) {
        return regular(id, status, stage, OptionalInt.empty());
    }

    public static BillRun openRun(long id) {
        return regular(id, RunStatus.Known.OPEN, Stage.Known.PROPERTIES);
    }

    /** A reading with nothing in it but the id, as of a server that leaves out what was not asked for. */
    public static BillRun bare(long id) {
        return new BillRun(id, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty(),
                Optional.empty());
    }

    /** The run under another name. */
    public static BillRun named(BillRun run, String name) {
        return run.updatedBy(new BillRun(run.id(), Optional.of(name), Optional.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), Optional.empty()));
    }

    public static AdhocBillRun adhoc(long id, RunStatus status, Stage stage, OptionalInt percentage) {
        return new AdhocBillRun(id, Optional.of("AH-000731"), Optional.of("Maintenance charge"),
                Optional.of(LocalDate.of(2026, 11, 20)), Optional.of(LocalDate.of(2026, 11, 24)), Optional.of(status),
                Optional.of(stage), percentage, OptionalLong.empty(), OptionalLong.of(4_210),
                List.of(88_120L, 88_121L), List.of(40_210L));
    }

    /** The run in another status and stage, without a percentage. */
    public static BillRun with(BillRun run, RunStatus status, Stage stage, OptionalLong closedBy) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), Optional.of(status),
                Optional.of(stage), OptionalInt.empty(), closedBy, run.parallel(), run.revenue(),
                run.usageSuspense(), run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(),
                run.paused());
    }

    public static AdhocBillRun with(AdhocBillRun run, RunStatus status, Stage stage) {
        return new AdhocBillRun(run.id(), run.name(), run.nickname(), run.created(), run.invoiceDate(),
                Optional.of(status), Optional.of(stage), OptionalInt.empty(), run.closedBy(), run.revenue(),
                run.adhocProductInventoryIds(), run.rentalProductInventoryIds());
    }

    public static BillRun withRevenue(BillRun run, OptionalLong revenue) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), revenue, run.usageSuspense(),
                run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(), run.paused());
    }

    public static BillRun withSuspense(BillRun run, long rentalRecords) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(), run.usageSuspense(),
                OptionalLong.of(rentalRecords), run.maxInvoiceValue(), run.maxInvoiceCustomerId(), run.paused());
    }

    public static Run withInvoiceDate(Run run, LocalDate date) {
        return switch (run) {
            case BillRun regular -> regular.updatedBy(new BillRun(regular.id(), Optional.empty(), Optional.empty(),
                    OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(date),
                    Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
                    Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(),
                    Optional.empty(), OptionalLong.empty(), Optional.empty()));
            case AdhocBillRun adhoc -> partialAdhoc(adhoc, Optional.empty(), Optional.of(date));
        };
    }

    /** An ad hoc run with another nickname. */
    public static Run withNickname(Run run, String nickname) {
        return partialAdhoc((AdhocBillRun) run, Optional.of(nickname), Optional.empty());
    }

    public static BillRun withPeriod(BillRun run, LocalDate start, LocalDate end) {
        return run.updatedBy(new BillRun(run.id(), Optional.empty(), Optional.empty(), OptionalLong.empty(),
                Optional.empty(), Optional.of(start), Optional.of(end), Optional.empty(), Optional.of(end),
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
                OptionalLong.empty(), Optional.empty()));
    }

    private static AdhocBillRun partialAdhoc(AdhocBillRun run, Optional<String> nickname, Optional<LocalDate> date) {
        return run.updatedBy(new AdhocBillRun(run.id(), Optional.empty(), nickname, Optional.empty(), date,
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty(),
                List.of(), List.of()));
    }
}
