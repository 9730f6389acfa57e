package org.billrunconsole.api.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Exchange;

/**
 * What a failure is about: the call and when it began.
 *
 * @param target     what is asked for
 * @param startNanos {@link System#nanoTime} at the beginning
 */
record Subject(Target target, long startNanos) {

    static Subject begin(Target target) {
        return new Subject(target, System.nanoTime());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The exchange if no answer came. */
    Exchange unanswered() {
        return exchange(OptionalInt.empty(), Optional.empty());
    }

    Exchange exchange(OptionalInt status, Optional<String> requestId) {
        return new Exchange(target.method(), target.path(), status, requestId, took());
    }
}
