package org.billrunconsole.session;

import java.util.Optional;
import org.billrunconsole.session.SignInState.Reason;

/** Where only a person has tokens. */
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
