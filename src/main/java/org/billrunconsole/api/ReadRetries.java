package org.billrunconsole.api;

import java.time.Duration;

/**
 * How often a failed read is repeated and how long to wait before that. Writes are never repeated.
 *
 * @param most    retries after the first attempt; 0 for none
 * @param first   wait before the first retry; it doubles with each further one
 * @param longest no wait is longer, but for a longer one that the server asks for with Retry-After
 */
public record ReadRetries(int most, Duration first, Duration longest) {

    /** Three retries within a few seconds: enough for a restart of a proxy, short enough for a person who waits. */
    public static final ReadRetries DEFAULT = new ReadRetries(3, Duration.ofMillis(500), Duration.ofSeconds(10));

    public ReadRetries {
        if (most < 0 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("Not a way to retry: " + most + ", " + first + ", " + longest);
        }
    }
}
