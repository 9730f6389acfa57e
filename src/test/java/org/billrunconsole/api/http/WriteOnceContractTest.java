package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mockwebserver3.MockResponse;
import org.billrunconsole.api.BillRunApi;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.CountingTokens;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a write's caller is told, and that the server sees it once. */
class WriteOnceContractTest {

    private static final Command DISTRIBUTE = new Command.Distribute(RunKey.regular(1));

    private final ApiServer server = new ApiServer();
    private final CountingTokens tokens = new CountingTokens();
    private final BillRunApi api = HttpApi.connect(TestClient.options(server.base()), tokens);

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"300,OutcomeUnknown", "301,Refused", "302,Refused", "303,OutcomeUnknown", "304,OutcomeUnknown",
            "307,Refused", "308,Refused", "400,Refused", "401,Refused", "403,Refused", "404,Refused", "405,Refused",
            "408,OutcomeUnknown", "409,Refused", "412,Refused", "413,Refused", "415,Refused", "421,Refused",
            "422,Refused",
            "425,Refused", "429,Refused", "500,OutcomeUnknown", "501,OutcomeUnknown", "502,OutcomeUnknown",
            "503,OutcomeUnknown", "504,OutcomeUnknown", "204,OutcomeUnknown", "205,OutcomeUnknown"})
    void whatEachStatusMeans(int status, String outcome) {
        server.answer(new MockResponse.Builder().code(status)
                .setHeader("Location", server.base() + "/bill-runs/2")
                .setHeader("WWW-Authenticate", "Basic realm=\"x\"")
                .setHeader("Retry-After", "0")
                .build());
        assertThat(send().getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(server.writes()).isEqualTo(1);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void a407WithoutAProxyIsARefusal() {
        server.answer(new MockResponse.Builder().code(407).setHeader("Proxy-Authenticate", "Basic").build());
        assertThat(send()).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(server.writes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202})
    void aSuccessWithTheRunIsApplied(int status) {
        server.answer(ApiServer.json(status, Samples.BILL_RUN).build());
        assertThat(send()).isInstanceOf(WriteOutcome.Applied.class);
    }

    @Test
    void aSuccessThatIsAboutAnotherRunIsOfUnknownOutcome() {
        server.answer(ApiServer.json("{\"id\":2}"));
        assertThat(send()).isInstanceOfSatisfying(WriteOutcome.OutcomeUnknown.class,
                unknown -> assertThat(unknown.failure()).isInstanceOf(Failure.MalformedAnswer.class));
    }

    @Test
    void hintsBeforeTheAnswerAreNotTheAnswer() {
        try (var raw = new RawServer(connection -> {
            connection.request();
            connection.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n");
            connection.answer(Samples.BILL_RUN);
        }); var client = TestClient.of(TestClient.options(raw.base()))) {
            assertThat(client.told(Operation.PATCH_BILL_RUN).outcome()).containsInstanceOf(WriteOutcome.Applied.class);
            assertThat(raw.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusalThatComesBeforeTheRequestWasReadIsStillARefusal() {
        try (var raw = new RawServer(connection -> {
            connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            connection.stall();
        }); var client = TestClient.of(TestClient.options(raw.base()))) {
            assertThat(client.told(Operation.PATCH_BILL_RUN).outcome()).containsInstanceOf(WriteOutcome.Refused.class);
            assertThat(raw.connections()).isEqualTo(1);
        }
    }

    @Test
    void aRefusalWhoseExplanationBreaksOffIsStillARefusal() {
        try (var raw = new RawServer(connection -> {
            connection.request();
            connection.send("HTTP/1.1 400 Bad\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"err");
        }); var client = TestClient.of(TestClient.options(raw.base()))) {
            assertThat(client.told(Operation.PATCH_BILL_RUN).outcome()).containsInstanceOf(WriteOutcome.Refused.class);
        }
    }

    @Test
    void aTokenThatIsRefusedIsNotRenewedOverAWrite() {
        server.answer(ApiServer.problem(401, "Expired"));
        assertThat(send()).isInstanceOf(WriteOutcome.Refused.class);
        assertThat(tokens.asked()).isEqualTo(1);
        assertThat(tokens.rejected()).isEmpty();
    }

    @Test
    void withoutATokenNothingIsSent() {
        var failure = new Failure.Unauthorised(CallContext.begin(new Endpoint("POST", "/authenticate")).unanswered());
        var none = new TokenSource() {
            @Override
            public String current() {
                throw new FailureException(failure);
            }

            @Override
            public Optional<String> renewedAfter(String rejected) {
                return Optional.empty();
            }
        };
        try (var tokenless = HttpApi.connect(TestClient.options(server.base()), none)) {
            assertThat(tokenless.send(tokenless.request(DISTRIBUTE, SampleRuns.openRun(1))))
                    .isEqualTo(new WriteOutcome.NotSent(failure));
        }
        assertThat(server.seen()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\nbreak", "ünicode"})
    void aTokenThatFitsNoHeaderIsNotSent(String token) {
        try (var odd = HttpApi.connect(TestClient.options(server.base()), TokenSource.fixed(token))) {
            assertThat(odd.send(odd.request(DISTRIBUTE, SampleRuns.openRun(1)))).isInstanceOfSatisfying(
                    WriteOutcome.NotSent.class,
                    notSent -> assertThat(notSent.failure()).isInstanceOf(Failure.Unauthorised.class));
        }
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void thePreviewIsWhatIsSent() {
        server.answer(ApiServer.json(Samples.BILL_RUN));
        var preview = api.request(DISTRIBUTE, SampleRuns.openRun(1));
        assertThat(server.seen()).isEmpty();
        send();
        var seen = server.seen().getFirst();
        assertThat(seen.line()).isEqualTo(preview.method() + " " + preview.path());
        assertThat(seen.body()).isEqualTo(preview.body());
        assertThat(seen.request().getHeaders().get("Content-Type")).isEqualTo(preview.contentType());
    }

    @Test
    void writesAtTheSameTimeEachHaveAConnectionOfTheirOwn() throws Exception {
        server.answer(ApiServer.json(Samples.BILL_RUN));
        var sends = new ArrayList<Callable<WriteOutcome>>();
        for (int i = 0; i < 12; i++) {
            sends.add(this::send);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).isInstanceOf(WriteOutcome.Applied.class);
            }
        }
        assertThat(server.writes()).isEqualTo(12);
        assertThat(server.connections()).isEqualTo(12);
    }

    private WriteOutcome send() {
        return api.send(api.request(DISTRIBUTE, SampleRuns.openRun(1)));
    }
}
