package org.billrunconsole.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The call a failure belongs to, for the details a user can copy. It never holds a token or a body.
 *
 * @param method    HTTP method
 * @param path      path and query under the base address
 * @param status    HTTP status, absent if no answer came
 * @param requestId the server's id of the request, if it sent one
 * @param took      how long the call took, over all attempts
 */
public record ApiCall(String method, String path, OptionalInt status, Optional<String> requestId, Duration took) {

    /** One that was meant and not made. */
    public static ApiCall notMade(String method, String path) {
        return new ApiCall(method, path, OptionalInt.empty(), Optional.empty(), Duration.ZERO);
    }
}
