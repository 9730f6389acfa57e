package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.Unreachable;
import org.billrunconsole.domain.write.WriteOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation through every fault: the right failure, the right outcome, and no write seen twice. */
class FaultTableContractTest {

    /**
     * What a caller has to be told.
     *
     * @param failure the family member, and for Unreachable its cause
     * @param outcome of a write
     */
    private record Expected(String failure, Class<? extends WriteOutcome> outcome) {

        static Expected of(Fault fault) {
            return switch (fault) {
                case CONNECTION_REFUSED -> new Expected("Unreachable REFUSED", WriteOutcome.NotSent.class);
                case UNKNOWN_HOST -> new Expected("Unreachable UNKNOWN_HOST", WriteOutcome.NotSent.class);
                case TLS_UNTRUSTED, TLS_NOT_SPOKEN -> new Expected("Unreachable TLS", WriteOutcome.NotSent.class);
                case TLS_HANDSHAKE_SILENT -> new Expected("TimedOut", WriteOutcome.NotSent.class);
                case CLOSED_BEFORE_READING, CLOSED_AFTER_REQUEST, RESET_AFTER_REQUEST, CLOSED_IN_HEADERS,
                        CLOSED_BEFORE_BODY, CLOSED_IN_BODY, CLOSED_IN_CHUNKED_BODY ->
                        new Expected("Unreachable BROKEN", WriteOutcome.OutcomeUnknown.class);
                case SLOW_HEADERS, SLOW_BODY, STATUS_408 -> new Expected("TimedOut",
                        WriteOutcome.OutcomeUnknown.class);
                case STATUS_429, STATUS_429_RETRY_AFTER -> new Expected("RateLimited", WriteOutcome.Refused.class);
                case STATUS_500, STATUS_503_RETRY_AFTER_0, HTML_PAGE_502 -> new Expected("ServerError",
                        WriteOutcome.OutcomeUnknown.class);
                case REDIRECT_302 -> new Expected("MalformedAnswer", WriteOutcome.Refused.class);
                case NOT_HTTP, WRONG_CONTENT_TYPE, TRUNCATED_JSON, EMPTY_ANSWER, HTML_PAGE_200 ->
                        new Expected("MalformedAnswer", WriteOutcome.OutcomeUnknown.class);
                case TOO_LARGE, TOO_LARGE_ONCE_UNZIPPED -> new Expected("TooLarge",
                        WriteOutcome.OutcomeUnknown.class);
            };
        }
    }

    static Stream<Arguments> everyOperationThroughEveryFault() {
        return Arrays.stream(Fault.values())
                .flatMap(fault -> Arrays.stream(Operation.values())
                        .map(operation -> Arguments.of(fault, operation)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void everyOperationThroughEveryFault(Fault fault, Operation operation) {
        var expected = Expected.of(fault);
        try (var server = fault.start(); var client = TestClient.of(server.options())) {
            var told = client.told(operation);

            assertThat(told.failure().map(FaultTableContractTest::name)).contains(expected.failure());
            if (operation.kind() == Operation.Kind.WRITE) {
                assertThat(told.outcome()).containsInstanceOf(expected.outcome());
            }
            if (operation.isSentOnce()) {
                assertThat(server.writes().getAsLong()).isEqualTo(arrivals(fault));
                assertThat(server.connections().getAsLong()).isLessThanOrEqualTo(1);
            } else {
                assertThat(server.writes().getAsLong()).isZero();
            }
            assertThat(server.strangers().getAsLong()).isZero();
            told.failure().ifPresent(failure -> {
                assertThat(failure.exchange().path()).startsWith("/");
                assertThat(failure.exchange().took()).isPositive();
            });
        }
    }

    /** How often the server reads a request that is sent once. */
    private static int arrivals(Fault fault) {
        var neverRead = fault == Fault.CLOSED_BEFORE_READING
                || Expected.of(fault).outcome() == WriteOutcome.NotSent.class;
        return neverRead ? 0 : 1;
    }

    private static String name(Failure failure) {
        var name = failure.getClass().getSimpleName();
        return failure instanceof Unreachable unreachable ? name + " " + unreachable.cause() : name;
    }
}
