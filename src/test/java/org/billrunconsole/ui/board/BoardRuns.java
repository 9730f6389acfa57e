package org.billrunconsole.ui.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.Stage.Known;

/** Runs of a November and their cycles, for tests of its board. */
public final class BoardRuns {

    public static final List<BillingCycle> CYCLES = List.of(cycle(1, "Monthly Retail", "GBP"),
            cycle(2, "Partners", "EUR"), cycle(3, "IoT Daily", "USD"), cycle(4, "Nordic", "SEK"),
            cycle(5, "Alpine", "CHF"));

    private BoardRuns() {}

    private static BillingCycle cycle(long id, String name, String currency) {
        return new BillingCycle(id, name, Optional.of(currency), Optional.of("MONTHLY"), OptionalInt.of(1),
                OptionalInt.of(15), OptionalInt.of(15), Optional.of("DISABLED"), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }

    /** A run whose period ends on a day. */
    public static BillRun run(long id, String name, long cycle, LocalDate end, RunStatus status, Stage stage,
            OptionalInt percent) {
        return new BillRun(id, Optional.of(name), Optional.empty(), OptionalLong.of(cycle), Optional.empty(),
                Optional.of(end.withDayOfMonth(1)), Optional.of(end), Optional.of(end.plusDays(1)), Optional.of(end),
                Optional.of(status), Optional.of(stage), percent, OptionalLong.empty(), Optional.of(false),
                OptionalLong.of(10_000 + 1_000 * id), OptionalLong.of(0), OptionalLong.of(0), Optional.empty(),
                OptionalLong.empty(), Optional.of(false));
    }

    /** One whose period ends with November. */
    public static BillRun november(long id, String name, RunStatus status, Stage stage, OptionalInt percent) {
        return run(id, name, 1, LocalDate.of(2026, 11, 30), status, stage, percent);
    }

    public static BillRun open(long id, String name) {
        return november(id, name, RunStatus.Known.OPEN, Known.PROPERTIES, OptionalInt.empty());
    }

    public static BillRun closed(long id, String name, Stage stage, int percent) {
        return november(id, name, RunStatus.Known.CLOSED, stage, OptionalInt.of(percent));
    }

    /** The run with records in suspense. */
    public static BillRun withSuspense(BillRun run, long records) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                run.stage(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(),
                OptionalLong.of(records), run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(),
                run.paused());
    }

    /** The month of a department: runs in every column, some late, some waiting, one not clear. */
    public static List<BillRun> month() {
        var runs = new ArrayList<BillRun>();
        runs.add(open(1, "Nov 2026 Residential"));
        runs.add(open(2, "Nov 2026 Parallel QA"));
        runs.add(open(3, "Nov 2026 SME South"));
        runs.add(run(4, "Oct 2026 Forgotten", 2, LocalDate.of(2026, 11, 3), RunStatus.Known.OPEN, Known.PROPERTIES,
                OptionalInt.empty()));
        runs.add(closed(5, "Week 47 2026", Known.REPORTING, 11));
        runs.add(closed(6, "Nov 2026 SME North", Known.REPORTING, 100));
        runs.add(withSuspense(closed(7, "Nov 2026 Wholesale", Known.REPORTING, 100), 37));
        runs.add(closed(8, "Nov 2026 Business", Known.DRAFT_INVOICES, 62));
        runs.add(november(9, "Nov 2026 Hosted PBX", RunStatus.Known.CLOSED, Known.DRAFT_INVOICES,
                OptionalInt.empty()));
        runs.add(run(10, "IoT 27 Nov 2026", 3, LocalDate.of(2026, 11, 27), RunStatus.Known.CLOSED,
                Known.DRAFT_INVOICES, OptionalInt.of(100)));
        runs.add(run(11, "Nov 2026 Partners", 2, LocalDate.of(2026, 11, 30), RunStatus.Known.CLOSED,
                Known.FULL_INVOICES, OptionalInt.of(100)));
        runs.add(run(12, "Nov 2026 Nordic", 4, LocalDate.of(2026, 11, 30), RunStatus.Known.FINALIZED, Known.PAYMENT,
                OptionalInt.of(40)));
        runs.add(november(13, "Nov 2026 Riddle", RunStatus.Known.CLOSED, new Stage.Unknown("PRE_CHECK"),
                OptionalInt.empty()));
        for (int day = 14; day < 25; day++) {
            runs.add(run(day, "IoT %d Nov 2026".formatted(day), 3, LocalDate.of(2026, 11, day),
                    RunStatus.Known.FINALIZED, Known.FINISHED, OptionalInt.of(100)));
        }
        return runs;
    }
}
