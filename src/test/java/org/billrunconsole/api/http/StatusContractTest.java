package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation with every status that the contract lists for it, and those it names for the API as a whole. */
class StatusContractTest {

    private static final List<Integer> ANYWHERE = List.of(405, 406, 409, 412, 415, 422, 429, 500, 501, 503);

    static Stream<Arguments> everyOperationWithEveryStatus() {
        return Arrays.stream(Operation.values())
                .flatMap(operation -> Stream.concat(Contract.get().statuses(operation.id()).stream(),
                        ANYWHERE.stream()).distinct().map(status -> Arguments.of(operation, status)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void everyOperationWithEveryStatus(Operation operation, int status) {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            server.answer(status == 200
                    ? ApiServer.json(operation.good())
                    : ApiServer.problem(status, "No such luck"));

            var told = client.told(operation);

            boolean notOffered = operation.kind() == Operation.Kind.OPTIONAL && List.of(403, 404, 501).contains(status);
            if (notOffered) {
                assertThat(told.result()).isEqualTo(Optional.empty());
            } else {
                assertThat(told.failure().map(failure -> failure.getClass().getSimpleName()))
                        .isEqualTo(expectedFailure(status));
                told.failure()
                        .ifPresent(failure -> assertThat(failure.exchange().status()).hasValue(status));
            }
            if (operation.kind() == Operation.Kind.WRITE) {
                assertThat(told.outcome()).containsInstanceOf(expectedOutcome(status));
            }
            assertThat(server.problems()).isEmpty();
            assertThat(server.writes()).isEqualTo(operation.isSentOnce() ? 1 : 0);
        }
    }

    @Test
    void theContractListsWhatItsDigestSays() {
        assertThat(Contract.get().statuses("getBillRuns")).containsExactly(200, 400, 401, 403);
        assertThat(Contract.get().statuses("updateBillRun")).containsExactly(200, 400, 401, 403, 404);
        assertThat(Contract.get().statuses("getBillingCycles")).containsExactly(200, 400, 401, 404, 412, 500, 501);
    }

    @Test
    void whatTheServerSaysOfItselfIsKept() {
        try (var server = new ApiServer(); var client = TestClient.of(TestClient.options(server.base()))) {
            server.answer(ApiServer.problem(400, "Not closeable before 15 December").newBuilder()
                    .setHeader("X-Request-Id", "r-17")
                    .build());
            var told = client.told(Operation.PATCH_BILL_RUN);
            assertThat(told.failure()).containsInstanceOf(Failure.Rejected.class);
            var rejected = (Failure.Rejected) told.failure().orElseThrow();
            assertThat(rejected.words().error()).contains("Status 400");
            assertThat(rejected.words().message()).contains("Not closeable before 15 December");
            assertThat(rejected.exchange().method()).isEqualTo("PATCH");
            assertThat(rejected.exchange().path()).isEqualTo("/bill-runs/1");
            assertThat(rejected.exchange().requestId()).contains("r-17");
        }
    }

    private static Optional<String> expectedFailure(int status) {
        return Optional.of(switch (status) {
            case 200 -> "";
            case 401 -> "Unauthorised";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 409, 412 -> "Conflict";
            case 429 -> "RateLimited";
            case 500, 501, 503 -> "ServerError";
            default -> "Rejected";
        }).filter(name -> !name.isEmpty());
    }

    private static Class<? extends WriteOutcome> expectedOutcome(int status) {
        return switch (status) {
            case 200 -> WriteOutcome.Applied.class;
            case 500, 501, 503 -> WriteOutcome.OutcomeUnknown.class;
            default -> WriteOutcome.Refused.class;
        };
    }
}
