package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.ApiCall;

/**
 * One call of the API and when it began, for the failure that it may end in.
 *
 * @param endpoint     what is asked for
 * @param startNanos {@link System#nanoTime} at the beginning
 */
public record CallContext(Endpoint endpoint, long startNanos) {

    public static CallContext begin(Endpoint endpoint) {
        return new CallContext(endpoint, System.nanoTime());
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The exchange if no answer came. */
    public ApiCall unanswered() {
        return exchange(OptionalInt.empty(), Optional.empty());
    }

    ApiCall exchange(OptionalInt status, Optional<String> requestId) {
        return new ApiCall(endpoint.method(), endpoint.path(), status, requestId, took());
    }
}
