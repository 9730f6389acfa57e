package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.api.AdhocBillRunQuery;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TextFilter;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation once, as the contract has it: both sides of each exchange are validated against the file. */
class HttpApiContractTest {

    private final ApiServer server = new ApiServer();
    private final BillRunApi api = HttpApi.connect(ClientOptions.of(server.base()), TokenSource.fixed(Secrets.TOKEN));

    @AfterEach
    void everythingWasAsTheContractHasIt() {
        assertThat(server.seen()).isNotEmpty();
        assertThat(server.problems()).isEmpty();
        assertThat(server.seen()).allSatisfy(seen -> assertThat(seen.request().getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + Secrets.TOKEN));
        api.close();
        server.close();
    }

    @Test
    void readsABillRunWithEveryFieldOfTheContract() {
        server.answer(ApiServer.json(Samples.BILL_RUN));
        var day = LocalDate.of(2019, 8, 24);
        assertThat(api.billRun(1)).isEqualTo(new BillRun(1, Optional.of("string"), Optional.of("string"),
                OptionalLong.of(1), Optional.of(day), Optional.of(day), Optional.of(day), Optional.of(day),
                Optional.of(day), Optional.of(RunStatus.Known.OPEN), Optional.of(Stage.Known.PROPERTIES),
                OptionalInt.empty(), OptionalLong.of(1), Optional.of(true), OptionalLong.of(1), OptionalLong.of(1),
                OptionalLong.of(1), Optional.of(new BigDecimal("0")), OptionalLong.of(1), Optional.of(true)));
        assertThat(server.lines()).containsExactly("GET /bill-runs/1");
    }

    @Test
    void readsAnAdhocBillRunWithEveryFieldOfTheContract() {
        server.answer(ApiServer.json(Samples.ADHOC_BILL_RUN));
        var day = LocalDate.of(2019, 8, 24);
        assertThat(api.adhocBillRun(1)).isEqualTo(new AdhocBillRun(1, Optional.of("string"), Optional.of("string"),
                Optional.of(day), Optional.of(day), Optional.of(RunStatus.Known.OPEN),
                Optional.of(Stage.Known.PROPERTIES), OptionalInt.of(100), OptionalLong.of(1), OptionalLong.of(1),
                List.of(1L), List.of(1L)));
        assertThat(server.lines()).containsExactly("GET /adhoc-bill-runs/1");
    }

    @Test
    void listsBillRunsWithEveryFilter() {
        server.answer(ApiServer.json("[" + Samples.BILL_RUN + "]"));
        var query = new BillRunQuery(Optional.of(RunStatus.Known.OPEN), OptionalLong.of(3),
                Optional.of(new TextFilter.In(List.of("North", "South & East"))), List.of(), 1000, true);
        try (var pages = api.billRuns(query)) {
            var page = pages.next();
            assertThat(page.rows()).extracting(BillRun::id).containsExactly(1L);
            assertThat(page.last()).isTrue();
            assertThat(pages.hasNext()).isFalse();
        }
        assertThat(server.lines()).containsExactly("GET /bill-runs?page=1&pageSize=1000&sort=id&billRunStatus=OPEN"
                + "&billingCycleId=3&billingCycleGroupName=in%3ANorth%2CSouth%20%26%20East");
    }

    @Test
    void listsAdhocBillRunsOfAStatus() {
        server.answer(ApiServer.json("[" + Samples.ADHOC_BILL_RUN + "]"));
        try (var pages = api.adhocBillRuns(AdhocBillRunQuery.all().withStatus(RunStatus.Known.CLOSED))) {
            assertThat(pages.next().rows()).extracting(AdhocBillRun::id).containsExactly(1L);
        }
        assertThat(server.lines())
                .containsExactly("GET /adhoc-bill-runs?page=1&pageSize=1000&sort=id&billRunStatus=CLOSED");
    }

    @Test
    void listsOnlyTheFieldsAskedForAndAlwaysTheId() {
        server.answer(ApiServer.json("[{\"id\":4,\"billRunStatus\":\"CLOSED\"}]"));
        try (var pages = api.billRuns(BillRunQuery.all().withFields(List.of("billRunStatus")))) {
            var run = pages.next().rows().getFirst();
            assertThat(run.status()).contains(RunStatus.Known.CLOSED);
            assertThat(run.name()).isEmpty();
        }
        assertThat(server.lines())
                .containsExactly("GET /bill-runs?page=1&pageSize=1000&sort=id&fields=id%2CbillRunStatus");
    }

    @Test
    void closesABillRunWithTheDocumentedPatch() {
        server.answer(ApiServer.json(Samples.BILL_RUN));
        var command = new Command.Close(RunKey.regular(1), Optional.of(LocalDate.of(2023, 2, 4)), Optional.empty());
        assertThat(api.send(api.request(command, SampleRuns.openRun(1)))).isInstanceOfSatisfying(
                WriteOutcome.Applied.class,
                applied -> assertThat(applied.run().id()).isEqualTo(1));
        var sent = server.seen().getFirst();
        assertThat(sent.line()).isEqualTo("PATCH /bill-runs/1");
        assertThat(sent.request().getHeaders().values("Content-Type")).containsExactly("application/json-patch+json");
        assertThat(sent.body()).isEqualTo("[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"},"
                + "{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"2023-02-04\"}]");
    }

    @Test
    void closesAnAdhocBillRunByItsStageAlone() {
        server.answer(ApiServer.json(Samples.ADHOC_BILL_RUN));
        var command = new Command.Close(RunKey.adhoc(1), Optional.of(LocalDate.of(2023, 2, 4)),
                Optional.of("Maintenance Charge"));
        var before = SampleRuns.adhoc(1, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        assertThat(api.send(api.request(command, before))).isInstanceOf(WriteOutcome.Applied.class);
        var sent = server.seen().getFirst();
        assertThat(sent.line()).isEqualTo("PATCH /adhoc-bill-runs/1");
        assertThat(sent.body()).isEqualTo("[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"},"
                + "{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"2023-02-04\"},"
                + "{\"op\":\"replace\",\"path\":\"/nickname\",\"value\":\"Maintenance Charge\"}]");
    }

    @Test
    void adjustsAScheduleWithoutABody() {
        server.answer(ApiServer.json(Samples.BILL_RUN));
        var command = new Command.AdjustSchedule(RunKey.regular(1), -2);
        assertThat(api.send(api.request(command, SampleRuns.openRun(1)))).isInstanceOf(WriteOutcome.Applied.class);
        var sent = server.seen().getFirst();
        assertThat(sent.line()).isEqualTo("POST /adjust-bill-run-schedule/1?periods=-2");
        assertThat(sent.request().getBodySize()).isZero();
        assertThat(sent.request().getHeaders().get("Content-Type")).isNull();
    }

    @Test
    void readsTheOptionalOperations() {
        server.answer(request -> {
            var path = request.getUrl().encodedPath();
            return ApiServer.json(switch (path) {
                case "/v1/billing-cycles" -> "[" + Samples.BILLING_CYCLE + "]";
                case "/v1/billing-cycles/1" -> Samples.BILLING_CYCLE;
                case "/v1/users/1" -> Samples.USER;
                default -> throw new IllegalStateException(path);
            });
        });
        assertThat(api.billingCycles()).hasValueSatisfying(cycles -> assertThat(cycles).hasSize(1));
        assertThat(api.billingCycle(1)).hasValueSatisfying(cycle -> {
            assertThat(cycle.currencyCode()).contains("GBP");
            assertThat(cycle.autoCloseOffsetDays()).hasValue(-15);
            assertThat(cycle.groupName()).contains("string");
        });
        assertThat(api.user(1)).hasValueSatisfying(user -> assertThat(user.username()).isEqualTo("string"));
    }
}
