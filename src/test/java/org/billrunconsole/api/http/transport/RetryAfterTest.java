package org.billrunconsole.api.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void secondsAreSeconds() {
        assertThat(wait("120")).contains(Duration.ofMinutes(2));
        assertThat(wait(" 0 ")).contains(Duration.ZERO);
    }

    @Test
    void aDateIsMeantByTheServersClock() {
        assertThat(wait("Tue, 24 Nov 2026 10:01:00 GMT", "Tue, 24 Nov 2026 10:00:30 GMT"))
                .contains(Duration.ofSeconds(30));
        assertThat(wait("Tue, 24 Nov 2026 10:01:00 GMT")).contains(Duration.ofMinutes(1));
        assertThat(wait("Tue, 24 Nov 2026 10:01:00 GMT", "now")).contains(Duration.ofMinutes(1));
    }

    @Test
    void theOlderFormsOfADateAreUnderstoodToo() {
        assertThat(wait("Tuesday, 24-Nov-26 10:01:00 GMT")).contains(Duration.ofMinutes(1));
        assertThat(wait("Tue Nov 24 10:01:00 2026")).contains(Duration.ofMinutes(1));
    }

    @Test
    void aDateGoneByIsNoWait() {
        assertThat(wait("Tue, 24 Nov 2026 09:00:00 GMT")).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "24 Nov"})
    void anythingElseIsNothing(String header) {
        assertThat(wait(header)).isEmpty();
    }

    @Test
    void noHeaderIsNothing() {
        assertThat(RetryAfter.parse(Headers.EMPTY, NOW)).isEmpty();
    }

    private static Optional<Duration> wait(String retryAfter) {
        return RetryAfter.parse(Headers.of("Retry-After", retryAfter), NOW);
    }

    private static Optional<Duration> wait(String retryAfter, String date) {
        return RetryAfter.parse(Headers.of("Retry-After", retryAfter, "Date", date), NOW);
    }
}
