package org.billrunconsole.api.http.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.billrunconsole.api.http.transport.CallTrace.GivenUp;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.api.http.wire.UnreadableAnswerException;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.work.WindowThread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request and waits for what comes of it, in a way that its caller can interrupt on any thread. */
public final class Transport implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    /** The library ends a call in time by itself, except where it cannot: while the system looks up a name. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final OkHttpClient client;
    private final Answers answers;
    private volatile boolean closed;

    public Transport(OkHttpClient client, Answers answers) {
        this.client = client;
        this.answers = answers;
    }

    /**
     * @param request what to send; it is sent with its trace as a tag
     * @param atMost  the time for the call from connecting to the answer's last byte
     */
    public <T> Attempt<T> exchange(Request request, CallContext context, CallTrace trace, Duration atMost,
            AnswerReader<T> reader) {
        assert WindowThread.isElsewhere() : context.endpoint();
        var call = client.newCall(request.newBuilder().tag(CallTrace.class, trace).build());
        call.timeout().timeout(atMost.toNanos(), TimeUnit.NANOSECONDS);
        var outcome = new CompletableFuture<Attempt<T>>();
        if (closed) {
            return Attempt.Failed.of(new Failure.Cancelled(context.unanswered()));
        }
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException thrown) {
                outcome.complete(failed(thrown, context, trace));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    outcome.complete(answers.read(response, context, trace, reader));
                } catch (IOException e) {
                    outcome.complete(failed(e, context, trace));
                } catch (RuntimeException | Error e) {
                    // Whatever an answer does to this program, a write's caller must still learn that it was sent.
                    LOG.error("Reading the answer of {} {} failed: {}", context.endpoint().method(),
                            context.endpoint().path(), e.getClass().getName());
                    outcome.complete(failed(new UnreadableAnswerException("It could not be read: "
                            + e.getClass().getSimpleName()), context, trace));
                }
            }
        });
        if (closed) {
            call.cancel();
        }
        return await(call, outcome, context, trace, atMost);
    }

    private <T> Attempt<T> failed(IOException thrown, CallContext context, CallTrace trace) {
        // A connection that died without a word seldom died alone; the next call must not wait for another of them.
        client.connectionPool().evictAll();
        return closed && !(thrown instanceof UnreadableAnswerException)
                ? Attempt.Failed.of(new Failure.Cancelled(context.exchange(trace.status(), trace.requestId())))
                : Attempt.Failed.of(Failures.ofException(thrown, trace, context));
    }

    private <T> Attempt<T> await(Call call, CompletableFuture<Attempt<T>> outcome, CallContext context, CallTrace trace,
            Duration atMost) {
        try {
            return outcome.get(atMost.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return giveUp(call, outcome, trace, GivenUp.CANCELLED, new Failure.Cancelled(context.unanswered()));
        } catch (TimeoutException _) {
            return giveUp(call, outcome, trace, GivenUp.OVERDUE, new Failure.TimedOut(context.unanswered()));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A call ended without an outcome", e.getCause());
        }
    }

    /** Once a write may have left, only its end tells how far it came; cancelling brings that about at once. */
    private static <T> Attempt<T> giveUp(Call call, CompletableFuture<Attempt<T>> outcome, CallTrace trace,
            GivenUp why, Failure unsent) {
        boolean neverLeaves = trace.giveUp(why);
        call.cancel();
        return neverLeaves ? Attempt.Failed.of(unsent) : outcome.join();
    }

    /** Cancels calls under way and frees connections. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
    }
}
