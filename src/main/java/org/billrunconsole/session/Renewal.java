package org.billrunconsole.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.billrunconsole.api.TokenClaims;
import org.billrunconsole.domain.ApiCall;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.session.SignInState.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to obtain a token without a person, and what is known of that token. */
record Renewal(TokenProvider tokenProvider, Function<String, TokenClaims> claims, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    /** What came of it. */
    sealed interface Outcome {

        record Made(Token token) implements Outcome {}

        record NotMade(SignInState state) implements Outcome {}
    }

    Outcome attempt(boolean afterRejection) {
        try {
            return tokenProvider.make().<Outcome>map(value -> new Outcome.Made(tokenProvider.renews()
                    ? fresh(value, afterRejection)
                    : given(value))).orElseGet(() -> new Outcome.NotMade(new NeedsSignIn(tokenProvider.without())));
        } catch (FailureException e) {
            return new Outcome.NotMade(isRefusal(e.failure())
                    ? new NeedsSignIn(
                            WrongAddress.isMeantBy(e.failure()) ? Reason.WRONG_ADDRESS : Reason.PASSWORD_REFUSED)
                    : new Unreachable(e.failure()));
        } catch (RuntimeException | Error e) {
            // Whatever happened, those who wait must not wait for ever.
            LOG.error("Signing in failed unexpectedly: {}", e.getClass().getName());
            // Nobody said that a person or another password would help, so none is asked for.
            return new Outcome.NotMade(new Unreachable(Failure.Unexpected.of(nothingSent(), e)));
        }
    }

    Token fresh(String value, boolean afterRejection) {
        return Token.fresh(value, claims.apply(value), clock.instant(), afterRejection);
    }

    Token given(String value) {
        return Token.given(value, claims.apply(value), clock.instant());
    }

    /** How long until something has to be done about a token. */
    Optional<Duration> due(Token token) {
        var now = clock.instant();
        return tokenProvider.renews() ? token.renewIn(now) : token.until().map(end -> Duration.between(now, end));
    }

    /** The call that a failure without any call is about. */
    static ApiCall nothingSent() {
        return ApiCall.notMade("POST", "/authenticate");
    }

    /** Which failures mean "not with this password". */
    private static boolean isRefusal(Failure failure) {
        return switch (failure) {
            // 404: the brand is not known. Trying the same again could lock the account.
            case Failure.Unauthorised _,Failure.Forbidden _,Failure.NotFound _,Failure.Rejected _,Failure.Conflict _ ->
                    true;
            case Failure.RateLimited _,Failure.ServerError _,Failure.Unreachable _,Failure.TimedOut _,Failure.NotSignedIn _,Failure.MalformedAnswer _,Failure.TooLarge _,Failure.ListTooLong _,Failure.Unexpected _,Failure.Cancelled _ ->
                    false;
        };
    }
}
