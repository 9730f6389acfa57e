package org.billrunconsole.session;

import java.time.Instant;
import java.util.Optional;
import org.billrunconsole.domain.Failure;

/** Where signing in stands. */
public sealed interface SignInState {

    /** Nothing was asked for yet. */
    record Idle() implements SignInState {}

    /**
     * There is a token that the server has not refused.
     *
     * @param user  whom it is for
     * @param until when it ends, as far as is known
     */
    record SignedIn(Optional<String> user, Optional<Instant> until) implements SignInState {}

    /** A token is being obtained; calls that need it wait. */
    record Renewing() implements SignInState {}

    /** A person has to sign in; calls wait until that is done or given up. */
    record NeedsSignIn(Reason reason) implements SignInState {}

    /** The person did not want to sign in; calls fail at once until they do. */
    record SignedOut(Reason reason) implements SignInState {}

    /** No token could be obtained, for a reason that may pass or in this program itself; the next call tries again. */
    record Unreachable(Failure failure) implements SignInState {}

    /** Why a person has to sign in. */
    enum Reason {
        /** The person wants to, though nothing is amiss. */
        WANTED,
        /** There is no password or token yet. */
        NOTHING_GIVEN,
        /** The server did not take the password. */
        PASSWORD_REFUSED,
        /** What answered does not know how to sign anybody in, or not for this brand. */
        WRONG_ADDRESS,
        /** The token is over. */
        TOKEN_OVER,
        /** The server does not take the token. */
        TOKEN_REFUSED,
        /** The environment holds no token. */
        ENVIRONMENT_EMPTY
    }
}
