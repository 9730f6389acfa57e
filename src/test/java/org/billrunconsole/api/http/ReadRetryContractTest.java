package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.CountingTokens;
import org.billrunconsole.testkit.LogCapture;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRetryContractTest {

    private final ApiServer server = new ApiServer();
    private final CountingTokens tokens = new CountingTokens();
    private final BillRunApi api = HttpApi.connect(TestClient.options(server.base())
            .withRetries(new ReadRetries(3, Duration.ofMillis(1), Duration.ofMillis(2))), tokens);

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aFaultThatPassesIsNotNoticed(int status) {
        server.answerInTurn(ApiServer.problem(status, "Later"), ApiServer.problem(status, "Later"),
                ApiServer.json(Samples.BILL_RUN));
        assertThat(api.billRun(1).id()).isEqualTo(1);
    }

    @Test
    void aFaultThatStaysIsToldAfterTheLastAttempt() {
        server.answer(ApiServer.problem(500, "Broken"));
        assertThatThrownBy(() -> api.billRun(1)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.ServerError.class));
        assertThat(server.seen()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 415, 501})
    void anAnswerIsNotAskedForAgain(int status) {
        server.answer(ApiServer.problem(status, "No"));
        assertThatThrownBy(() -> api.billRun(1)).isInstanceOf(FailureException.class);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aWaitLongerThanTheCallMayTakeIsToldInsteadOfWaited() {
        server.answer(ApiServer.json(429, "{}").setHeader("Retry-After", "3600").build());
        assertThatThrownBy(() -> api.billRun(1)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(((Failure.RateLimited) e.failure()).retryAfter()).contains(Duration.ofHours(1)));
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aRefusedTokenIsRenewedOnce() {
        server.answer(request -> ("Bearer " + Secrets.RENEWED_TOKEN).equals(request.getHeaders().get("Authorization"))
                ? ApiServer.json(Samples.BILL_RUN)
                : ApiServer.problem(401, "Expired"));
        assertThat(api.billRun(1).id()).isEqualTo(1);
        assertThat(api.billRun(1).id()).isEqualTo(1);
        assertThat(tokens.rejected()).containsExactly(Secrets.TOKEN);
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void aRefusedRenewedTokenIsTheEnd() {
        server.answer(ApiServer.problem(401, "Disabled"));
        assertThatThrownBy(() -> api.billRun(1)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Unauthorised.class));
        assertThat(tokens.rejected()).containsExactly(Secrets.TOKEN);
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void aTokenThatCannotBeRenewedIsTheEndAtOnce() {
        server.answer(ApiServer.problem(401, "Expired"));
        try (var fixed = HttpApi.connect(TestClient.options(server.base()), TokenSource.fixed(Secrets.TOKEN))) {
            assertThatThrownBy(() -> fixed.billRun(1)).isInstanceOf(FailureException.class);
        }
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aTokenSourceThatFailsIsNotAskedAgain() {
        var failure = new Failure.TimedOut(CallContext.begin(new Endpoint("POST", "/authenticate")).unanswered());
        var failing = new TokenSource() {
            private int asked;

            @Override
            public String current() {
                asked++;
                throw new FailureException(failure);
            }

            @Override
            public Optional<String> renewedAfter(String rejected) {
                return Optional.empty();
            }
        };
        try (var tokenless = HttpApi.connect(TestClient.options(server.base()), failing)) {
            assertThatThrownBy(() -> tokenless.billRun(1)).isInstanceOfSatisfying(FailureException.class,
                    e -> assertThat(e.failure()).isEqualTo(failure));
        }
        assertThat(failing.asked).isEqualTo(1);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theWholeCallHasALimitHoweverLivelyTheServer() {
        try (var trickling = new RawServer(connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n");
            connection.trickle();
        }); var client = TestClient.of(TestClient.hurried(trickling.base()))) {
            assertThat(client.told(Operation.READ_BILL_RUN).failure()).containsInstanceOf(Failure.TimedOut.class);
            assertThat(client.told(Operation.LIST_BILL_RUNS).failure()).containsInstanceOf(Failure.TimedOut.class);
        }
    }

    @RepeatedTest(20)
    void aListReadThroughFaultsIsWhole() {
        // Every page fails once before it is given.
        Set<String> failed = ConcurrentHashMap.newKeySet();
        server.answer(request -> {
            int page = Integer.parseInt(request.getUrl().queryParameter("page"));
            return failed.add(request.getTarget())
                    ? ApiServer.problem(503, "Later")
                    : ApiServer.json(page(page));
        });
        var ids = new ArrayList<Long>();
        try (var pages = api.billRuns(BillRunQuery.all().withPageSize(10))) {
            pages.forEachRemaining(page -> page.rows().stream().map(BillRun::id).forEach(ids::add));
        }
        assertThat(ids).containsExactlyElementsOf(LongStream.rangeClosed(1, 64).boxed().toList());
        assertThat(server.requestProblems()).isEmpty();
    }

    @Test
    void aFailureHasOneLineInTheLog() {
        server.answer(ApiServer.json(500, "{\"message\":\"First\\nSecond\"}").setHeader("X-Request-Id", "r-5").build());
        try (var log = new LogCapture("org.billrunconsole.api.http")) {
            assertThatThrownBy(() -> api.billRun(1)).isInstanceOf(FailureException.class);
            List<String> lines = log.from(Level.INFO);
            assertThat(lines).singleElement()
                    .asString()
                    .contains("ServerError", "GET /bill-runs/1", "status 500", "r-5", "First Second")
                    .doesNotContain("\n");
        }
    }

    /** Pages of ten rows, 64 rows in all. */
    private static String page(int number) {
        return LongStream.rangeClosed((number - 1) * 10L + 1, Math.min(64, number * 10L))
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
