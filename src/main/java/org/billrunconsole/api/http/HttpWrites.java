package org.billrunconsole.api.http;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.transport.Attempt;
import org.billrunconsole.api.http.transport.Attempt.Failed;
import org.billrunconsole.api.http.transport.CallContext;
import org.billrunconsole.api.http.transport.CallTrace;
import org.billrunconsole.api.http.transport.Endpoint;
import org.billrunconsole.api.http.transport.FailureLog;
import org.billrunconsole.api.http.transport.Requests;
import org.billrunconsole.api.http.transport.Transport;
import org.billrunconsole.api.http.wire.AnswerReader;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.domain.write.WriteOutcome;

/** Sends writes at most once and says what is known afterwards. */
final class HttpWrites implements AutoCloseable {

    /** Redirects that say "not here": the request was not carried out. */
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 307, 308);

    private final Transport transport;
    private final Requests requests;
    private final TokenSource tokens;
    private final Duration callTimeout;

    HttpWrites(Transport transport, Requests requests, TokenSource tokens, Duration callTimeout) {
        this.transport = transport;
        this.requests = requests;
        this.tokens = tokens;
        this.callTimeout = callTimeout;
    }

    WriteOutcome send(WireRequest wire, AnswerReader<? extends Run> reader) {
        var outcome = sendOnce(wire, reader);
        switch (outcome) {
            case WriteOutcome.Applied _ -> {
            }
            case WriteOutcome.Refused(var failure) -> FailureLog.written("refused", failure);
            case WriteOutcome.NotSent(var failure) -> FailureLog.written("not sent", failure);
            case WriteOutcome.OutcomeUnknown(var failure) -> FailureLog.written("of unknown outcome", failure);
        }
        return outcome;
    }

    private WriteOutcome sendOnce(WireRequest wire, AnswerReader<? extends Run> reader) {
        var context = CallContext.begin(new Endpoint(wire.method(), wire.path()));
        try {
            // A token refused is not renewed here: sending again is for the operator to decide.
            var token = tokens.current();
            var trace = new CallTrace(List.of(token));
            var attempt = transport.exchange(requests.write(wire, context, token), context, trace, callTimeout,
                    reader);
            return switch (attempt) {
                case Attempt.Done<? extends Run>(var run) -> new WriteOutcome.Applied(run);
                case Failed<? extends Run>(var failure, _) -> outcome(failure, trace);
            };
        } catch (FailureException e) {
            return new WriteOutcome.NotSent(e.failure());
        }
    }

    /**
     * What a failure says of the write. A refusal has to be in the server's own words: a status that means "no". 408
     * and 5xx do not (a gateway sends them while the server behind it may still be at work), nor does 303 (it points
     * to the result of something done), nor a success that cannot be read.
     */
    static WriteOutcome outcome(Failure failure, CallTrace trace) {
        if (!trace.isSent()) {
            return new WriteOutcome.NotSent(failure);
        }
        return trace.status().isPresent() && isNo(trace.status().getAsInt())
                ? new WriteOutcome.Refused(failure)
                : new WriteOutcome.OutcomeUnknown(failure);
    }

    static boolean isNo(int status) {
        return ELSEWHERE.contains(status) || status >= 400 && status < 500 && status != 408;
    }

    @Override
    public void close() {
        transport.close();
    }
}
