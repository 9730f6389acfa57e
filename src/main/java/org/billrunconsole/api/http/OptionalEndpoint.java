package org.billrunconsole.api.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.jspecify.annotations.Nullable;

/**
 * An operation the console can do without. Once the server has said that it does not offer it to this user (403, 404 or
 * 501), it is not asked again on this connection.
 */
final class OptionalEndpoint {

    private final String name;
    private final AtomicReference<@Nullable Failure> refusal = new AtomicReference<>();

    /** @param name what to call it in the log */
    OptionalEndpoint(String name) {
        this.name = name;
    }

    /** @throws FailureException for any other failure; it has been logged */
    <T> Optional<T> ask(Supplier<T> call) {
        if (refusal.get() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(call.get());
        } catch (FailureException e) {
            if (!isNotOffered(e.failure())) {
                FailureLog.failed(e.failure());
                throw e;
            }
            if (refusal.compareAndSet(null, e.failure())) {
                FailureLog.notOffered(name, e.failure());
            }
            return Optional.empty();
        }
    }

    /**
     * The same, told apart by what the answer was.
     *
     * @param aboutOne whether one thing is asked for by its id; 404 then says that there is none, and the next is asked
     *                 for all the same
     */
    <T> OptionalAnswer<T> answer(boolean aboutOne, Supplier<T> call) {
        var before = refusal.get();
        if (before != null) {
            return refused(before);
        }
        try {
            return new OptionalAnswer.Given<>(call.get());
        } catch (FailureException e) {
            var failure = e.failure();
            if (aboutOne && failure instanceof Failure.NotFound) {
                return new OptionalAnswer.NotFound<>(failure);
            }
            if (!isNotOffered(failure)) {
                FailureLog.failed(failure);
                return new OptionalAnswer.Failed<>(failure);
            }
            if (refusal.compareAndSet(null, failure)) {
                FailureLog.notOffered(name, failure);
            }
            return refused(failure);
        }
    }

    /** Asks again what this user was not permitted; what the server does not have stays off. */
    void forgetRefusal() {
        refusal.updateAndGet(before -> isNotPermitted(before) ? null : before);
    }

    private static <T> OptionalAnswer<T> refused(Failure failure) {
        return isNotPermitted(failure)
                ? new OptionalAnswer.NotPermitted<>(failure)
                : new OptionalAnswer.NotOffered<>(failure);
    }

    private static boolean isNotPermitted(@Nullable Failure failure) {
        return failure != null && failure.exchange().status().orElse(0) == 403;
    }

    private static boolean isNotOffered(Failure failure) {
        int status = failure.exchange().status().orElse(0);
        return status == 403 || status == 404 || status == 501;
    }
}
