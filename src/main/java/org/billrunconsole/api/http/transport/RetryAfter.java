package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** The Retry-After header of RFC 9110: seconds, or a date. */
final class RetryAfter {

    private static final String NAME = "Retry-After";

    private RetryAfter() {}

    /**
     * How long the server wants to be left alone; empty if it does not say so, or nothing that can be understood.
     *
     * @param headers of the answer; a date is meant by the clock of its Date header
     * @param now     what to use without a Date header
     */
    static Optional<Duration> parse(Headers headers, Instant now) {
        var text = headers.get(NAME);
        if (text != null && text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
        }
        return Optional.ofNullable(headers.getInstant(NAME))
                .map(until -> Duration.between(Optional.ofNullable(headers.getInstant("Date")).orElse(now), until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}
