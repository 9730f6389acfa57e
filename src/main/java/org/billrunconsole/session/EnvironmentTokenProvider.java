package org.billrunconsole.session;

import java.util.Optional;
import java.util.function.Supplier;
import org.billrunconsole.session.SignInState.Reason;

/** Takes the token from the environment the program was started in, which cannot change while it runs. */
record EnvironmentTokenProvider(Supplier<Optional<String>> environment) implements TokenProvider {

    @Override
    public Optional<String> make() {
        return environment.get().map(String::strip).filter(token -> !token.isEmpty());
    }

    @Override
    public boolean renews() {
        return false;
    }

    @Override
    public Reason without() {
        return Reason.ENVIRONMENT_EMPTY;
    }

    @Override
    public void close() {}
}
