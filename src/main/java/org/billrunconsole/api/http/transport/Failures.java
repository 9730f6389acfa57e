package org.billrunconsole.api.http.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.billrunconsole.api.http.wire.UnreadableAnswerException;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Failure.ServerWords;
import org.billrunconsole.domain.Failure.Unreachable;

/** Maps HTTP statuses and exceptions to the {@link Failure} that they mean. */
final class Failures {

    private Failures() {}

    /**
     * @param status     an HTTP status outside 200 to 299
     * @param words      what the body says
     * @param retryAfter the Retry-After header
     * @param page       whether the body is a web page
     * @param detail     where a redirect leads, or nothing
     */
    static Failure ofStatus(int status, ApiCall exchange, ServerWords words, Optional<Duration> retryAfter,
            boolean page, String detail) {
        return switch (status) {
            case 401 -> new Failure.Unauthorised(exchange, page);
            case 403 -> new Failure.Forbidden(exchange, words);
            case 404 -> new Failure.NotFound(exchange);
            case 407 -> new Unreachable(exchange, Unreachable.Cause.PROXY, "The proxy asks for a user and password");
            case 408 -> new Failure.TimedOut(exchange);
            case 409, 412 -> new Failure.Conflict(exchange, words);
            case 429 -> new Failure.RateLimited(exchange, retryAfter);
            default -> {
                if (status >= 500) {
                    yield new Failure.ServerError(exchange, words);
                }
                yield status >= 400
                        ? new Failure.Rejected(exchange, words)
                        : new Failure.MalformedAnswer(exchange, "Status " + status + detail);
            }
        };
    }

    /** What an exception means, given how far the call had come. */
    static Failure ofException(Throwable thrown, CallTrace trace, CallContext context) {
        var exchange = context.exchange(trace.status(), trace.requestId());
        return switch (trace.givenUp()) {
            case CANCELLED -> new Failure.Cancelled(exchange);
            case OVERDUE -> new Failure.TimedOut(exchange);
            case NO -> ofException(thrown, trace, exchange);
        };
    }

    private static Failure ofException(Throwable thrown, CallTrace trace, ApiCall exchange) {
        return switch (thrown) {
            case TooLargeAnswerException tooLarge -> new Failure.TooLarge(exchange, tooLarge.limit());
            case UnreadableAnswerException unreadable -> new Failure.MalformedAnswer(exchange,
                    trace.plain(String.valueOf(unreadable.getMessage())));
            // Jackson's own message may quote the answer, and with it a token.
            case JsonProcessingException broken -> new Failure.MalformedAnswer(exchange, "Broken JSON" + at(broken));
            case InterruptedIOException _ -> new Failure.TimedOut(exchange);
            case IOException io when !trace.isConnected() && trace.isProxied() && !trace.isSecuring() ->
                    new Unreachable(exchange, Unreachable.Cause.PROXY, detail(io, trace));
            case UnknownHostException io -> new Unreachable(exchange, Unreachable.Cause.UNKNOWN_HOST,
                    detail(io, trace));
            case SSLException io when trace.isSecuring() -> new Unreachable(exchange, Unreachable.Cause.TLS,
                    detail(rootOf(io), trace));
            case ConnectException io -> new Unreachable(exchange, Unreachable.Cause.REFUSED, detail(io, trace));
            // Before the status this is no HTTP; after it, the body broke off.
            case ProtocolException io when trace.isConnected() && trace.status().isEmpty() ->
                    new Failure.MalformedAnswer(exchange, detail(io, trace));
            default -> new Unreachable(exchange, Unreachable.Cause.BROKEN, detail(thrown, trace));
        };
    }

    /** True if the same read may well succeed a moment later. */
    static boolean mayPass(Failure failure) {
        return switch (failure) {
            case Unreachable(_, var cause, _) -> switch (cause) {
                case REFUSED, UNKNOWN_HOST, BROKEN -> true;
                case TLS, PROXY -> false;
            };
            case Failure.TimedOut _ -> true;
            case Failure.RateLimited _ -> true;
            // 501 and 505 say that the server cannot, not that it could not.
            case Failure.ServerError(var exchange, _) -> exchange.status().orElse(500) != 501
                    && exchange.status().orElse(500) != 505;
            case Failure.Unauthorised _ -> false;
            case Failure.NotSignedIn _ -> false;
            case Failure.Forbidden _ -> false;
            case Failure.NotFound _ -> false;
            case Failure.Rejected _ -> false;
            case Failure.Conflict _ -> false;
            case Failure.MalformedAnswer _ -> false;
            case Failure.TooLarge _ -> false;
            case Failure.ListTooLong _ -> false;
            case Failure.Unexpected _ -> false;
            case Failure.Cancelled _ -> false;
        };
    }

    private static String at(JsonProcessingException broken) {
        var location = broken.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Throwable rootOf(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String detail(Throwable thrown, CallTrace trace) {
        var message = thrown.getMessage();
        return trace.plain(thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message));
    }
}
