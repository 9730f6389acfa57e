package org.billrunconsole.ui.plan;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.stream.LongStream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.StubPlans;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.work.TaskRunner;

/** Runs in pounds and euros, and what the sheets of plans need besides them. */
final class SheetRuns {

    static final long POUNDS = 3;
    static final long EUROS = 4;

    final StubApi api = new StubApi();
    final ManualTime time = new ManualTime();
    final TestServices services = TestServices.of(api, time);
    final StubPlans plans = new StubPlans();
    final RunActions runActions = new RunActions(services.contextProvider(), services.unanswered());
    final PlanPreparation preparation = new PlanPreparation(runActions, services.analysis());
    final Messages messages = new Messages(Locale.UK);
    final Formats formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
    final Sentences sentences = new Sentences(messages, formats);
    final PlanSheetWords words = new PlanSheetWords(messages, formats, sentences, services.referenceData());

    SheetRuns() {
        api.put(List.of(cycle(POUNDS, "Monthly Business", "GBP"), cycle(EUROS, "Partners", "EUR")));
        services.referenceData().loadCycles();
        fresh();
    }

    /** The connection is alive. */
    void fresh() {
        services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH));
    }

    Connection connection(ConnectionKind kind) {
        return new Connection("Elevate EU", kind, URI.create("https://rest.example.com/v1"));
    }

    PlanSheetViewModel sheet(PlanGoal goal, List<? extends Run> runs, ConnectionKind kind, int holdSeconds,
            TaskRunner tasks) {
        Executor now = Runnable::run;
        return new PlanSheetViewModel(goal, List.copyOf(runs), connection(kind), preparation, plans,
                services.referenceData(), runActions, () -> new Origin("billing.ops", "Elevate EU", "rest.example.com"),
                holdSeconds, time, tasks, now);
    }

    /** An open run that nothing warns of. */
    static BillRun open(long id) {
        return run(id, POUNDS, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, 1_000 * id, 0);
    }

    /** One with records in suspense. */
    static BillRun suspended(long id) {
        return run(id, POUNDS, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, 1_000 * id, 37);
    }

    /** One whose full invoices are ready. */
    static BillRun invoiced(long id, long cycle) {
        return run(id, cycle, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, 1_000 * id, 0);
    }

    static List<BillRun> open(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(SheetRuns::open).toList();
    }

    static BillRun run(long id, long cycle, RunStatus status, Stage stage, long revenue, long suspense) {
        return new BillRun(id, Optional.of("Nov 2026 Run " + id), Optional.empty(), OptionalLong.of(cycle),
                Optional.of(LocalDate.of(2026, 9, 28)), Optional.of(LocalDate.of(2026, 10, 1)),
                Optional.of(LocalDate.of(2026, 10, 31)), Optional.of(LocalDate.of(2026, 11, 25)),
                Optional.of(LocalDate.of(2026, 10, 31)), Optional.of(status), Optional.of(stage),
                status == RunStatus.Known.OPEN ? OptionalInt.empty() : OptionalInt.of(100), OptionalLong.empty(),
                Optional.of(false), OptionalLong.of(revenue), OptionalLong.of(0), OptionalLong.of(suspense),
                Optional.of(new BigDecimal("482.00")), OptionalLong.of(90321), Optional.of(false));
    }

    private static BillingCycle cycle(long id, String name, String currency) {
        return new BillingCycle(id, name, Optional.of(currency), Optional.of("MONTHLY"), OptionalInt.of(1),
                OptionalInt.of(400), OptionalInt.of(4000), Optional.of("DISABLED"), OptionalInt.empty(),
                OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
    }
}
