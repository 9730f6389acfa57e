package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class WriteRequestsTest {

    private static final ClientOptions OPTIONS = ClientOptions.of(URI.create("https://rest.elevatebilling.com/v1"));
    private static final RunKey REGULAR = RunKey.regular(7);
    private static final RunKey ADHOC = RunKey.adhoc(7);
    private static final LocalDate DAY = LocalDate.of(2023, 2, 4);

    private final WriteRequests requests = new WriteRequests(OPTIONS);

    @Test
    void everyCommandOfARegularRun() {
        assertThat(body(new Command.Close(REGULAR, Optional.of(DAY), Optional.empty()))).isEqualTo("""
                [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},\
                {"op":"replace","path":"/summaryStatus","value":"REPORTING"},\
                {"op":"replace","path":"/invoiceDate","value":"2023-02-04"}]""");
        assertThat(body(new Command.Close(REGULAR, Optional.empty(), Optional.empty()))).isEqualTo("""
                [{"op":"replace","path":"/billRunStatus","value":"CLOSED"},\
                {"op":"replace","path":"/summaryStatus","value":"REPORTING"}]""");
        assertThat(body(new Command.DraftInvoices(REGULAR))).isEqualTo(stage("DRAFT_INVOICES"));
        assertThat(body(new Command.FullInvoices(REGULAR))).isEqualTo(stage("FULL_INVOICES"));
        assertThat(body(new Command.Distribute(REGULAR))).isEqualTo(stage("DISTRIBUTION"));
        assertThat(body(new Command.Reopen(REGULAR))).isEqualTo("""
                [{"op":"replace","path":"/billRunStatus","value":"OPEN"}]""");
        assertThat(body(new Command.ChangeInvoiceDate(REGULAR, DAY))).isEqualTo("""
                [{"op":"replace","path":"/invoiceDate","value":"2023-02-04"}]""");
    }

    @Test
    void everyCommandOfAnAdhocRun() {
        assertThat(body(new Command.Close(ADHOC, Optional.of(DAY), Optional.of("Maintenance Charge")))).isEqualTo("""
                [{"op":"replace","path":"/summaryStatus","value":"REPORTING"},\
                {"op":"replace","path":"/invoiceDate","value":"2023-02-04"},\
                {"op":"replace","path":"/nickname","value":"Maintenance Charge"}]""");
        assertThat(body(new Command.FullInvoices(ADHOC))).isEqualTo(stage("FULL_INVOICES"));
        assertThat(body(new Command.Distribute(ADHOC))).isEqualTo(stage("DISTRIBUTION"));
        assertThat(body(new Command.ChangeNickname(ADHOC, "Größe & Co"))).isEqualTo("""
                [{"op":"replace","path":"/nickname","value":"Größe & Co"}]""");
    }

    @Test
    void aPatchGoesToItsRunWithItsMediaType() {
        assertThat(requests.of(new Command.Distribute(REGULAR), run(REGULAR)))
                .isEqualTo(new WireRequest(RunKey.regular(7), "PATCH", "/bill-runs/7", "application/json-patch+json",
                        stage("DISTRIBUTION")));
        assertThat(requests.of(new Command.Distribute(ADHOC), run(ADHOC)).path()).isEqualTo("/adhoc-bill-runs/7");
    }

    @Test
    void adjustingHasNoBody() {
        assertThat(requests.of(new Command.AdjustSchedule(REGULAR, -3), run(REGULAR)))
                .isEqualTo(
                        new WireRequest(RunKey.regular(7), "POST", "/adjust-bill-run-schedule/7?periods=-3", "", ""));
    }

    @Test
    void theGuardTestsBothFieldsBeforeItReplaces() {
        var guarded = new WriteRequests(OPTIONS.withGuard(true));
        assertThat(guarded.of(new Command.Distribute(REGULAR), run(REGULAR)).body()).isEqualTo("""
                [{"op":"test","path":"/billRunStatus","value":"OPEN"},\
                {"op":"test","path":"/summaryStatus","value":"PROPERTIES"},\
                {"op":"replace","path":"/summaryStatus","value":"DISTRIBUTION"}]""");
    }

    @Test
    void theGuardSaysNothingOfWhatWasNotReadAndKeepsUnknownWords() {
        var guarded = new WriteRequests(OPTIONS.withGuard(true));
        var before = SampleRuns.regular(7, new RunStatus.Unknown("half \"open\""), Stage.Known.PROPERTIES);
        assertThat(guarded.of(new Command.Distribute(REGULAR), withoutStage(before)).body()).isEqualTo("""
                [{"op":"test","path":"/billRunStatus","value":"half \\"open\\""},\
                {"op":"replace","path":"/summaryStatus","value":"DISTRIBUTION"}]""");
    }

    @Test
    void howToReopenIsTheConnectionsMatter() {
        var other = new WriteRequests(OPTIONS.withReopenPatch(List.of(PatchOperation.replace("/billRunStatus", "OPEN"),
                PatchOperation.replace("/summaryStatus", "PROPERTIES"))));
        assertThat(other.of(new Command.Reopen(REGULAR), run(REGULAR)).body()).isEqualTo("""
                [{"op":"replace","path":"/billRunStatus","value":"OPEN"},\
                {"op":"replace","path":"/summaryStatus","value":"PROPERTIES"}]""");
    }

    @Test
    void aReadingOfAnotherRunIsRefused() {
        var command = new Command.Distribute(REGULAR);
        assertThatThrownBy(() -> requests.of(command, SampleRuns.openRun(8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> requests.of(command, run(ADHOC))).isInstanceOf(IllegalArgumentException.class);
    }

    private String body(Command command) {
        return requests.of(command, run(command.run())).body();
    }

    private static Run run(RunKey key) {
        return switch (key.kind()) {
            case REGULAR -> SampleRuns.openRun(key.id());
            case ADHOC -> SampleRuns.adhoc(key.id(), RunStatus.Known.OPEN, Stage.Known.PROPERTIES,
                    OptionalInt.empty());
        };
    }

    private static BillRun withoutStage(BillRun run) {
        return new BillRun(run.id(), run.name(), run.sortableName(), run.billingCycleId(), run.created(),
                run.periodStart(), run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(),
                Optional.empty(), run.percentage(), run.closedBy(), run.parallel(), run.revenue(),
                run.usageSuspense(), run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(),
                run.paused());
    }

    private static String stage(String value) {
        return "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"" + value + "\"}]";
    }
}
