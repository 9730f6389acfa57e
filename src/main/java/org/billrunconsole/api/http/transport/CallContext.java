package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.ApiCall;

/**
 * What a failure is about: the call and when it began.
 *
 * @param target     what is asked for
 * @param startNanos {@link System#nanoTime} at the beginning
 */
public record CallContext(Endpoint target, long startNanos) {

    public static CallContext begin(Endpoint target) {
        return new CallContext(target, System.nanoTime());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The exchange if no answer came. */
    public ApiCall unanswered() {
        return exchange(OptionalInt.empty(), Optional.empty());
    }

    ApiCall exchange(OptionalInt status, Optional<String> requestId) {
        return new ApiCall(target.method(), target.path(), status, requestId, took());
    }
}
