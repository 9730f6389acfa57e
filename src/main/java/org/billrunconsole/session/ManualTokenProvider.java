package org.billrunconsole.session;

import java.util.Optional;
import org.billrunconsole.session.SignInState.Reason;

/** Provides no token: a person has to paste one. */
record ManualTokenProvider() implements TokenProvider {

    @Override
    public Optional<String> make() {
        return Optional.empty();
    }

    @Override
    public boolean renews() {
        return false;
    }

    @Override
    public Reason without() {
        return Reason.NOTHING_GIVEN;
    }

    @Override
    public void close() {}
}
