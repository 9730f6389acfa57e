package org.billrunconsole.api.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.api.ReadRetries;
import org.billrunconsole.api.http.transport.Attempt.Failed;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.ServerWords;
import org.billrunconsole.domain.Failure.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private static final Duration PLENTY = Duration.ofHours(1);

    private final Backoff backoff = new Backoff(new ReadRetries(9, Duration.ofMillis(500), Duration.ofSeconds(10)));
    private final CallContext context = CallContext.begin(Endpoint.get("/bill-runs"));
    private final Failure slow = new Failure.TimedOut(context.unanswered());

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(delay(1, 1)).hasMillis(500);
        assertThat(delay(2, 1)).hasMillis(1000);
        assertThat(delay(3, 1)).hasMillis(2000);
        assertThat(delay(5, 1)).hasMillis(8000);
        assertThat(delay(6, 1)).hasMillis(10_000);
        assertThat(delay(9, 1)).hasMillis(10_000);
    }

    @Test
    void halfOfAWaitIsChance() {
        assertThat(delay(2, 0)).hasMillis(500);
        assertThat(delay(2, 0.5)).hasMillis(750);
    }

    @Test
    void theLastAttemptIsTheLast() {
        assertThat(backoff.next(Failed.of(slow), 9, PLENTY, 1)).isPresent();
        assertThat(backoff.next(Failed.of(slow), 10, PLENTY, 1)).isEmpty();
    }

    @Test
    void manyAttemptsDoNotOverflow() {
        var patient = new Backoff(new ReadRetries(100, Duration.ofMillis(500), Duration.ofSeconds(10)));
        assertThat(patient.next(Failed.of(slow), 90, PLENTY, 1)).contains(Duration.ofSeconds(10));
    }

    @Test
    void theServersWishIsNeverCutShort() {
        var limited = failed(Duration.ofSeconds(90));
        assertThat(backoff.next(limited, 1, PLENTY, 0)).contains(Duration.ofSeconds(90));
        assertThat(backoff.next(failed(Duration.ZERO), 1, PLENTY, 1)).contains(Duration.ofMillis(500));
    }

    @Test
    void aWaitThatLeavesNoTimeIsNotWaited() {
        assertThat(backoff.next(failed(Duration.ofSeconds(90)), 1, Duration.ofSeconds(60), 0)).isEmpty();
        assertThat(backoff.next(Failed.of(slow), 1, Duration.ofMillis(100), 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 599})
    void statusesThatMayPassAreTriedAgain(int status) {
        assertThat(Failures.mayPass(ofStatus(status))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 301, 302, 304, 400, 401, 403, 404, 405, 406, 407, 409, 412, 415, 422, 501, 505})
    void statusesThatAreAnAnswerAreNot(int status) {
        assertThat(Failures.mayPass(ofStatus(status))).isFalse();
    }

    @Test
    void brokenConnectionsAreTriedAgainAndWrongOnesAreNot() {
        for (var cause : Unreachable.Cause.values()) {
            boolean again = switch (cause) {
                case REFUSED, UNKNOWN_HOST, BROKEN -> true;
                case TLS, PROXY -> false;
            };
            assertThat(Failures.mayPass(new Unreachable(context.unanswered(), cause, ""))).isEqualTo(again);
        }
        assertThat(Failures.mayPass(new Failure.TooLarge(context.unanswered(), 1))).isFalse();
        assertThat(Failures.mayPass(new Failure.MalformedAnswer(context.unanswered(), ""))).isFalse();
        assertThat(Failures.mayPass(new Failure.Cancelled(context.unanswered()))).isFalse();
    }

    private Failure ofStatus(int status) {
        return Failures.ofStatus(status, context.exchange(OptionalInt.of(status), Optional.empty()),
                ServerWords.NONE, Optional.empty(), false, "");
    }

    private Failed<?> failed(Duration retryAfter) {
        return new Failed<>(new Failure.RateLimited(context.unanswered(), Optional.of(retryAfter)),
                Optional.of(retryAfter));
    }

    private Duration delay(int attempts, double chance) {
        return backoff.next(Failed.of(slow), attempts, PLENTY, chance).orElseThrow();
    }
}
