package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.LogCapture;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** Servers that repeat what they were sent wherever they can: it goes no further. */
class SecretsContractTest {

    @ParameterizedTest
    @EnumSource
    void aSecretThatTheServerRepeatsIsInNoFailureAndNoLog(Operation operation) {
        var secret = operation == Operation.AUTHENTICATE ? Secrets.PASSWORD : Secrets.TOKEN;
        var told = new ArrayList<String>();
        try (var log = new LogCapture("org.billrunconsole")) {
            for (var answer : repeating(secret)) {
                try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
                    server.answer(answer);
                    told.add(everythingTold(operation, client));
                }
            }
            // As a status line it ends up in the library's own exception.
            try (var server = new RawServer(connection -> {
                connection.request();
                connection.send(secret + "\r\n\r\n");
            }); var client = TestClient.of(TestClient.options(server.base()))) {
                told.add(everythingTold(operation, client));
            }
            told.addAll(log.from(Level.TRACE));
        }
        assertThat(told).hasSizeGreaterThan(repeating(secret).size())
                .anyMatch(text -> text.contains("***"))
                .noneMatch(text -> text.contains(Secrets.MARK));
    }

    /** LogScanTest looks for this line before it trusts the log. */
    @AfterAll
    static void markTheLog() {
        LoggerFactory.getLogger(SecretsContractTest.class).info("Suite run {}", System.getProperty("suite.run"));
    }

    private static List<MockResponse> repeating(String secret) {
        var errors = Stream.of(400, 401, 403, 404, 408, 409, 429, 500)
                .flatMap(status -> Stream.of(
                        ApiServer.problem(status, "For " + secret),
                        ApiServer.json(status, "{\"error\":\"" + secret + "\"}").setHeader("X-Request-Id", secret)
                                .build(),
                        ApiServer.json(status, secret).status("HTTP/1.1 " + status + " " + secret).build()));
        var successes = Stream.of(secret, "{\"id\":" + secret + "}", "{\"id\":1,\"" + secret + "\":",
                "[{\"id\":1,\"billingCycleId\":\"" + secret + "\"}]",
                "{\"id\":1,\"billingCycleId\":\"" + secret + "\",\"token\":[\"" + secret + "\"]}",
                "{\"token\":\"" + secret).map(ApiServer::json);
        var redirect = new MockResponse.Builder().code(302)
                .setHeader("Location", "https://elsewhere.example/?token=" + secret)
                .build();
        return Stream.of(errors, successes, Stream.of(redirect)).flatMap(answers -> answers).toList();
    }

    /** The result, or the failure with its stack trace. */
    private static String everythingTold(Operation operation, TestClient client) {
        try {
            return String.valueOf(operation.call(client.api(), client.authentication()));
        } catch (FailureException e) {
            var text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text + " " + e.failure();
        }
    }
}
