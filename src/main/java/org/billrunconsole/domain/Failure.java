package org.billrunconsole.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** Every way in which a call of the API can fail, as a person needs to tell them apart. */
public sealed interface Failure {

    /** The call that failed. */
    ApiCall exchange();

    /**
     * 401: no valid token, or the user account is disabled.
     *
     * @param byAPage whether a web page said so, which the API has none of
     */
    record Unauthorised(ApiCall exchange, boolean byAPage) implements Failure {

        public Unauthorised(ApiCall exchange) {
            this(exchange, false);
        }
    }

    /** Nothing was asked, because nobody is signed in. */
    record NotSignedIn(ApiCall exchange) implements Failure {}

    /** 403: signed in, but without the permission needed. */
    record Forbidden(ApiCall exchange, ServerWords words) implements Failure {}

    /** 404: no such resource, or none that this user may see. */
    record NotFound(ApiCall exchange) implements Failure {}

    /** 400 and any 4xx without a case of its own: the server would not do it. */
    record Rejected(ApiCall exchange, ServerWords words) implements Failure {}

    /** 409 or 412: the resource is not in the state the call needs. */
    record Conflict(ApiCall exchange, ServerWords words) implements Failure {}

    /**
     * 429: too many calls.
     *
     * @param retryAfter how long the server asks to wait, if it said
     */
    record RateLimited(ApiCall exchange, Optional<Duration> retryAfter) implements Failure {}

    /** 5xx: the server failed. */
    record ServerError(ApiCall exchange, ServerWords words) implements Failure {}

    /**
     * No connection could be made, or it broke.
     *
     * @param cause what kind of trouble it was
     * @param detail one line of technical detail without secrets, for example the host name or the untrusted issuer
     */
    record Unreachable(ApiCall exchange, Cause cause, String detail) implements Failure {

        /** Kinds of trouble that a person can do something different about. */
        public enum Cause {
            REFUSED, UNKNOWN_HOST, TLS, PROXY, BROKEN
        }
    }

    /** The time allowed ran out. */
    record TimedOut(ApiCall exchange) implements Failure {}

    /** An answer came but could not be understood: wrong content type, broken JSON, an HTML page, a redirect. */
    record MalformedAnswer(ApiCall exchange, String detail) implements Failure {}

    /** The answer was larger than this console accepts. */
    record TooLarge(ApiCall exchange, long limitBytes) implements Failure {}

    /**
     * A list does not end, repeats itself, or holds more than can be taken in.
     *
     * @param detail which of these, in one line
     */
    record ListTooLong(ApiCall exchange, String detail) implements Failure {}

    /** The caller cancelled the call, or the program is closing. */
    record Cancelled(ApiCall exchange) implements Failure {}

    /**
     * Something went wrong in this program itself; nothing is known to be wrong with the server. Never the failure of a
     * write, which may have arrived all the same.
     *
     * @param exchange the call that was meant, whether or not it was made
     * @param detail   what it was, in one line without secrets
     */
    record Unexpected(ApiCall exchange, String detail) implements Failure {

        /** By the kind of what was thrown, since its message may hold anything. */
        public static Unexpected of(ApiCall meant, Throwable thrown) {
            var cause = thrown instanceof ExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            return new Unexpected(meant, cause.getClass().getSimpleName());
        }
    }

    /**
     * What the server said of itself, read leniently from {@code {error, message}}.
     *
     * @param error   short name of the status
     * @param message explanation for people
     */
    record ServerWords(Optional<String> error, Optional<String> message) {

        public static final ServerWords NONE = new ServerWords(Optional.empty(), Optional.empty());
    }
}
