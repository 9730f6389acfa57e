package org.billrunconsole.api.http;

import dev.failsafe.Call;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.function.ContextualSupplier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.transport.Attempt;
import org.billrunconsole.api.http.transport.Attempt.Failed;
import org.billrunconsole.api.http.transport.Backoff;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.CallDeadline;
import org.billrunconsole.api.http.transport.CallTrace;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.api.http.transport.Requests;
import org.billrunconsole.api.http.transport.Transport;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;

/** Sends reads: again after faults that may pass, once more with a new token after 401. */
final class HttpReads implements AutoCloseable {

    /** An attempt and the wait after which another follows it; no wait, no other. */
    private record Round<T>(Attempt<T> attempt, Optional<Duration> again) {}

    private final Transport transport;
    private final Requests requests;
    private final TokenSource tokens;
    private final Duration callTimeout;
    private final Backoff backoff;
    private final FailsafeExecutor<Object> retrying;
    private final Set<Call<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    HttpReads(Transport transport, Requests requests, TokenSource tokens, ClientOptions options) {
        this.transport = transport;
        this.requests = requests;
        this.tokens = tokens;
        this.callTimeout = options.callTimeout();
        this.backoff = new Backoff(options.retries());
        // All decisions are Backoff's; the library counts, waits, and wakes up when it is cancelled.
        this.retrying = Failsafe.with(RetryPolicy.builder()
                .withMaxRetries(-1)
                .handleResultIf(result -> again(result).isPresent())
                .handleIf((Throwable _) -> false)
                .withDelayFn(execution -> again(execution.getLastResult()).orElse(Duration.ZERO))
                .build());
    }

    /** @throws FailureException when all attempts failed; it has been logged */
    <T> T read(Endpoint endpoint, AnswerReader<T> reader) {
        try {
            return readQuietly(endpoint, reader);
        } catch (FailureException e) {
            FailureLog.failed(e.failure());
            throw e;
        }
    }

    /** As {@link #read}, for a caller that does its own logging. */
    <T> T readQuietly(Endpoint endpoint, AnswerReader<T> reader) {
        return switch (attempts(CallContext.begin(endpoint), reader)) {
            case Attempt.Done<T>(var value) -> value;
            case Failed<T>(var failure, _) -> throw new FailureException(failure);
        };
    }

    private <T> Attempt<T> attempts(CallContext context, AnswerReader<T> reader) {
        var deadline = new CallDeadline(callTimeout, System::nanoTime);
        ContextualSupplier<Round<T>, Round<T>> rounds = execution -> round(context, deadline,
                execution.getAttemptCount() + 1, reader);
        var call = retrying.newCall(rounds);
        running.add(call);
        try {
            return closed ? cancelled(context) : call.execute().attempt();
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                return cancelled(context);
            }
            throw e;
        } finally {
            running.remove(call);
        }
    }

    private <T> Round<T> round(CallContext context, CallDeadline deadline, int attempts, AnswerReader<T> reader) {
        var attempt = attempt(context, deadline, reader);
        if (!(attempt instanceof Failed<T> failed) || closed) {
            return new Round<>(attempt, Optional.empty());
        }
        var again = backoff.next(failed, attempts, deadline.remaining(), ThreadLocalRandom.current().nextDouble());
        again.ifPresent(wait -> FailureLog.retrying(failed.failure(), wait.toMillis()));
        return new Round<>(attempt, again);
    }

    /** One attempt; one more at once if the token was refused and there is another. */
    private <T> Attempt<T> attempt(CallContext context, CallDeadline deadline, AnswerReader<T> reader) {
        var token = deadline.excusing(tokens::current);
        var first = exchange(context, deadline, token, reader);
        if (!(first instanceof Failed<T>(Failure.Unauthorised _, _))) {
            return first;
        }
        return deadline.excusing(() -> tokens.renewedAfter(token))
                .map(renewed -> exchange(context, deadline, renewed, reader))
                .orElse(first);
    }

    private <T> Attempt<T> exchange(CallContext context, CallDeadline deadline, String token, AnswerReader<T> reader) {
        var remaining = deadline.remaining();
        if (remaining.toMillis() < 1) {
            return Failed.of(new Failure.TimedOut(context.unanswered()));
        }
        return transport.exchange(requests.read(context, token), context, new CallTrace(List.of(token)), remaining,
                reader);
    }

    private static <T> Attempt<T> cancelled(CallContext context) {
        return Failed.of(new Failure.Cancelled(context.unanswered()));
    }

    private static Optional<Duration> again(Object result) {
        return result instanceof Round<?>(_, var again) ? again : Optional.empty();
    }

    /** Ends reads under way, those that wait for their next attempt included. */
    @Override
    public void close() {
        closed = true;
        transport.close();
        running.forEach(call -> call.cancel(true));
    }
}
