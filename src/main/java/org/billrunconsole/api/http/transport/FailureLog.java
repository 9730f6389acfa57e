package org.billrunconsole.api.http.transport;

import org.billrunconsole.domain.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one technical line that each failure gets in the log. */
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    public static void failed(Failure failure) {
        if (failure instanceof Failure.Cancelled) {
            // Someone changed their mind, or a list needed no further page.
            LOG.debug("Cancelled: {}", line(failure));
        } else {
            LOG.warn("Failed: {}", line(failure));
        }
    }

    public static void retrying(Failure failure, long waitMillis) {
        LOG.debug("Again in {} ms: {}", waitMillis, line(failure));
    }

    public static void written(String outcome, Failure failure) {
        LOG.warn("Write {}: {}", outcome, line(failure));
    }

    public static void notOffered(String optionalEndpoint, Failure failure) {
        LOG.info("This server does not offer {} to this user; done without from now on: {}", optionalEndpoint,
                line(failure));
    }

    private static String line(Failure failure) {
        var exchange = failure.exchange();
        var status = exchange.status().isPresent() ? Integer.toString(exchange.status().getAsInt()) : "none";
        return failure.getClass().getSimpleName() + ", " + exchange.method() + " " + exchange.path() + ", status "
                + status + ", request id " + exchange.requestId().orElse("none") + ", took "
                + exchange.took().toMillis() + " ms" + detail(failure);
    }

    private static String detail(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable(_, var cause, var detail) -> ", " + cause + ", " + detail;
            case Failure.MalformedAnswer(_, var detail) -> ", " + detail;
            case Failure.ListTooLong(_, var detail) -> ", " + detail;
            case Failure.Unexpected(_, var detail) -> ", " + detail;
            case Failure.Forbidden(_, var words) -> words(words);
            case Failure.Rejected(_, var words) -> words(words);
            case Failure.Conflict(_, var words) -> words(words);
            case Failure.ServerError(_, var words) -> words(words);
            case Failure.RateLimited(_, var retryAfter) -> retryAfter.map(wait -> ", asks to wait " + wait).orElse("");
            case Failure.TooLarge(_, var limit) -> ", over " + limit + " bytes";
            case Failure.NotSignedIn _,Failure.Unauthorised _ -> "";
            case Failure.NotFound _ -> "";
            case Failure.TimedOut _ -> "";
            case Failure.Cancelled _ -> "";
        };
    }

    private static String words(Failure.ServerWords words) {
        return words.error().map(error -> ", " + error).orElse("")
                + words.message().map(message -> ", " + message).orElse("");
    }
}
