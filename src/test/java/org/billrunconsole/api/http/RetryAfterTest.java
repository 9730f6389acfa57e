package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void secondsAreSeconds() {
        assertThat(RetryAfter.parse("120", null, NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse(" 0 ", null, NOW)).contains(Duration.ZERO);
    }

    @Test
    void aDateIsMeantByTheServersClock() {
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 10:01:00 GMT", "Tue, 24 Nov 2026 10:00:30 GMT", NOW))
                .contains(Duration.ofSeconds(30));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 10:01:00 GMT", null, NOW)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 10:01:00 GMT", "now", NOW)).contains(Duration.ofMinutes(1));
    }

    @Test
    void aDateGoneByIsNoWait() {
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 09:00:00 GMT", null, NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "24 Nov"})
    void anythingElseIsNothing(String header) {
        assertThat(RetryAfter.parse(header, null, NOW)).isEmpty();
    }

    @Test
    void noHeaderIsNothing() {
        assertThat(RetryAfter.parse(null, null, NOW)).isEmpty();
    }
}
