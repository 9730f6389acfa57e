package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.LogCapture;
import org.billrunconsole.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations the console can do without. */
class OptionalEndpointContractTest {

    private final ApiServer server = new ApiServer();
    private final TestClient client = TestClient.of(TestClient.options(server.base()));

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 501})
    void whatIsNotOfferedIsAskedForOnceAndMentionedOnce(int status) {
        server.answer(ApiServer.problem(status, "Not for you"));
        try (var log = new LogCapture("org.billrunconsole.api.http")) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.api().billingCycles()).isEmpty();
                assertThat(client.api().billingCycle(i + 1)).isEmpty();
                assertThat(client.api().user(i + 1)).isEmpty();
            }
            assertThat(log.from(Level.INFO)).hasSize(3);
            assertThat(log.from(Level.WARN)).isEmpty();
        }
        assertThat(server.lines()).containsExactly("GET /billing-cycles?page=1&pageSize=1000&sort=id",
                "GET /billing-cycles/1", "GET /users/1");
    }

    @Test
    void theMainJobGoesOnWithoutThem() {
        server.answer(request -> request.getTarget().contains("/users/")
                ? ApiServer.problem(403, "Not for you")
                : ApiServer.json(Samples.BILL_RUN));
        assertThat(client.api().user(1)).isEmpty();
        assertThat(client.api().billRun(1).id()).isEqualTo(1);
        assertThat(client.told(Operation.PATCH_BILL_RUN).failure()).isEmpty();
        assertThat(client.api().billingCycle(1)).isPresent();
    }

    @Test
    void anotherFailureIsToldAndTheNextQuestionIsAsked() {
        server.answer(ApiServer.problem(400, "What?"));
        assertThatThrownBy(() -> client.api().user(1)).isInstanceOfSatisfying(FailureException.class,
                e -> assertThat(e.failure()).isInstanceOf(Failure.Rejected.class));
        server.answer(ApiServer.json(Samples.USER));
        assertThat(client.api().user(1)).isPresent();
    }

    @Test
    void anotherConnectionAsksForItself() {
        server.answer(ApiServer.problem(404, "Not for you"));
        assertThat(client.api().user(1)).isEmpty();
        try (var other = TestClient.of(client.options())) {
            assertThat(other.api().user(1)).isEmpty();
        }
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void allBillingCyclesAreRead() {
        server.answer(request -> ApiServer.json(request.getTarget().contains("page=1&")
                ? "[" + "{\"id\":1,\"name\":\"a\"},".repeat(999) + "{\"id\":2,\"name\":\"b\"}]"
                : "[{\"id\":3,\"name\":\"c\"}]"));
        assertThat(client.api().billingCycles().orElseThrow()).extracting(cycle -> cycle.name())
                .containsExactly("a", "b", "c");
    }
}
