package org.billrunconsole.api.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;

/**
 * An operation the console can do without. Once the server has said that it does not offer it to this user (403, 404 or
 * 501), it is not asked again on this connection.
 */
final class OptionalEndpoint {

    private final String name;
    private final AtomicBoolean off = new AtomicBoolean();

    /** @param name what to call it in the log */
    OptionalEndpoint(String name) {
        this.name = name;
    }

    /** @throws FailureException for any other failure; it has been logged */
    <T> Optional<T> ask(Supplier<T> call) {
        if (off.get()) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.get());
        } catch (FailureException e) {
            if (!isNotOffered(e.failure())) {
                FailureLog.failed(e.failure());
                throw e;
            }
            if (off.compareAndSet(false, true)) {
                FailureLog.notOffered(name, e.failure());
            }
            return Optional.empty();
        }
    }

    private static boolean isNotOffered(Failure failure) {
        int status = failure.exchange().status().orElse(0);
        return status == 403 || status == 404 || status == 501;
    }
}
