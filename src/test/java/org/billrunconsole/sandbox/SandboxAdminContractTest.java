package org.billrunconsole.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.lifecycle.SandboxClock;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint beside the API. */
class SandboxAdminContractTest {

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private final OkHttpClient http = new OkHttpClient();
    private final SandboxClock.Manual clock = SandboxClock.manual(Instant.parse("2026-11-24T09:00:00Z"));
    private final Sandbox sandbox = sandboxes.start(SandboxOptions.defaults().withClock(clock));
    private final SandboxClient client = new SandboxClient(sandbox, SandboxUser.OPERATOR);

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"effect\":\"latency\",\"moment\":\"after\",\"millis\":5,\"operations\":[],\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"hold\",\"moment\":\"before\",\"operations\":[\"getUser\"],\"times\":2,\"probability\":0.25}",
            "{\"effect\":\"drop\",\"moment\":\"after\",\"operations\":[\"updateAdhocBillRun\",\"updateBillRun\"],"
                    + "\"times\":1,\"probability\":1.0}",
            "{\"effect\":\"status\",\"moment\":\"before\",\"status\":429,\"retryAfterSeconds\":3,\"operations\":[],"
                    + "\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"html\",\"moment\":\"before\",\"status\":502,\"operations\":[],\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"broken-json\",\"operations\":[],\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"null-fields\",\"fields\":[\"endDate\",\"startDate\"],\"operations\":[\"getCustomers\"],"
                    + "\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"expire-tokens\",\"operations\":[],\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"colleague\",\"patch\":[{\"op\":\"replace\",\"path\":\"/invoiceDate\",\"value\":\"2026-12-09\"}],"
                    + "\"operations\":[],\"times\":0,\"probability\":1.0}",
            "{\"effect\":\"stall\",\"stage\":\"FULL_INVOICES\",\"percent\":40,\"operations\":[],\"times\":0,"
                    + "\"probability\":1.0}",
            "{\"effect\":\"drop\",\"moment\":\"after\",\"operations\":[],\"run\":\"/adhoc-bill-runs/731\",\"times\":0,"
                    + "\"probability\":1.0}"})
    void everyOrderIsTakenAndGivenBackAsItWas(String order) throws IOException {
        try (var answer = post("/faults", order)) {
            assertThat(answer.code()).isEqualTo(200);
            assertThat(new ObjectMapper().readTree(answer.body().string()).path("faults").get(0).toString())
                    .isEqualTo(order);
        }
        assertThat(sandbox.faults().standing()).hasSize(1);
        send(request("/faults").delete()).close();
        assertThat(sandbox.faults().standing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"effect\":\"flood\"}", "{\"effect\":\"status\"}",
            "{\"effect\":\"status\",\"status\":200}", "{\"effect\":\"drop\",\"moment\":\"during\"}",
            "{\"effect\":\"drop\",\"momment\":\"after\"}", "{\"effect\":\"drop\",\"operations\":[\"no\"]}",
            "{\"effect\":\"drop\",\"probability\":2}", "{\"effect\":\"drop\",\"times\":-1}",
            "{\"effect\":\"drop\",\"run\":\"/runs/7\"}", "{\"effect\":\"drop\",\"run\":\"/bill-runs/seven\"}",
            "{\"effect\":\"stall\",\"stage\":\"NO\",\"percent\":1}", "{\"effect\":\"latency\",\"millis\":\"long\"}"})
    void badOrdersAreRefused(String order) {
        try (var answer = post("/faults", order)) {
            assertThat(answer.code()).isEqualTo(400);
        }
        assertThat(sandbox.faults().standing()).isEmpty();
    }

    @Test
    void theNetworkTheTokensAndTheHeldRequests() {
        post("/network-down", "").close();
        assertThat(client.trySend(client.authorised("/users/7").get())).isEmpty();
        post("/network-up", "").close();
        client.use(sandbox.token(SandboxUser.OPERATOR));
        assertThat(client.get("/users/7").status()).isEqualTo(200);
        post("/expire-tokens", "").close();
        assertThat(client.get("/users/7").status()).isEqualTo(401);
        post("/release", "").close();
    }

    @Test
    void aColleagueAndAStallFromOutside() {
        var patch = SandboxClient.replace("invoiceDate", "2026-12-09");
        try (var answer = post("/bill-runs/1017", patch)) {
            assertThat(answer.code()).isEqualTo(200);
        }
        assertThat(sandbox.run(RunKey.regular(1017)).invoiceDate()).hasToString("2026-12-09");
        try (var answer = post("/bill-runs/1007", patch)) {
            assertThat(answer.code()).isEqualTo(400);
        }
        post("/adhoc-bill-runs/731/stall", "").close();
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(RunKey.adhoc(731)).percent()).isEqualTo(41);
        post("/adhoc-bill-runs/731/resume", "").close();
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.run(RunKey.adhoc(731)).percent()).isEqualTo(100);
    }

    @Test
    void theRecordCanBeRead() throws IOException {
        client.close("/bill-runs/1017");
        try (var answer = send(request("/requests"))) {
            var entry = new ObjectMapper().readTree(answer.body().string()).get(0);
            assertThat(entry.path("method").asText()).isEqualTo("PATCH");
            assertThat(entry.path("path").asText()).isEqualTo("/bill-runs/1017");
            assertThat(entry.path("status").asInt()).isEqualTo(200);
            assertThat(entry.path("applied").asBoolean()).isTrue();
        }
    }

    @Test
    void webPagesAndWrongAddressesAreRefused() {
        try (var answer = send(request("/faults").header("Origin", "https://page.example"))) {
            assertThat(answer.code()).isEqualTo(403);
        }
        try (var answer = send(request("/faults").header("Host", "page.example"))) {
            assertThat(answer.code()).isEqualTo(403);
        }
        for (var path : new String[]{"/nothing", "/bill-runs/1017/other", "/customers/7", "/bill-runs/x"}) {
            try (var answer = post(path, "[]")) {
                assertThat(answer.code()).as(path).isIn(400, 404);
            }
        }
        assertThat(client.get("/_sandbox/faults").status()).as("no part of the API").isEqualTo(404);
    }

    private Response post(String path, String body) {
        return send(request(path).post(SandboxClient.body(body, "application/json")));
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(sandbox.adminUri() + path);
    }

    private Response send(Request.Builder request) {
        try {
            return http.newCall(request.build()).execute();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
