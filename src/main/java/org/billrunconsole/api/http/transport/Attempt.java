package org.billrunconsole.api.http.transport;

import java.time.Duration;
import java.util.Optional;
import org.billrunconsole.domain.Failure;

/** What came of sending one request. */
public sealed interface Attempt<T> {

    record Done<T>(T value) implements Attempt<T> {}

    /**
     * @param failure    what went wrong
     * @param retryAfter how long the server asks to wait, if it said
     */
    record Failed<T>(Failure failure, Optional<Duration> retryAfter) implements Attempt<T> {

        public static <T> Failed<T> of(Failure failure) {
            return new Failed<>(failure, Optional.empty());
        }
    }
}
