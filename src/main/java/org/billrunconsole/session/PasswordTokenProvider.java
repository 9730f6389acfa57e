package org.billrunconsole.session;

import java.util.Arrays;
import java.util.Optional;
import org.billrunconsole.api.Authentication;
import org.billrunconsole.session.SignInState.Reason;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.jspecify.annotations.Nullable;

/**
 * Signs in with the password: the one a person typed, held in memory until the session ends since the vendor has no
 * other way to renew, or the one in the key store.
 */
final class PasswordTokenProvider implements TokenProvider {

    private final Authentication authentication;
    private final ConnectionProfile profile;
    private final SecretStore secrets;
    private final Key key;
    private volatile String user;
    private char @Nullable [] typed;

    /** @param typed the password, if a person has typed it already; taken over, and cleared when the session ends */
    PasswordTokenProvider(Authentication authentication, ConnectionProfile profile, SecretStore secrets,
            Optional<char[]> typed) {
        this.authentication = authentication;
        this.profile = profile;
        this.user = profile.user();
        this.secrets = secrets;
        this.key = Key.signIn(profile);
        this.typed = typed.orElse(null);
    }

    @Override
    public Optional<String> make() {
        var password = password();
        // Without a user, as on a connection that is set up for everybody, there is nobody to sign in.
        if (password.isEmpty() || user.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(authentication.authenticate(profile.brand(), user, password.get()));
        } finally {
            Arrays.fill(password.get(), '\0');
        }
    }

    @Override
    public boolean renews() {
        return true;
    }

    @Override
    public Reason without() {
        return Reason.NOTHING_GIVEN;
    }

    /** Whether passwords can be kept beyond this session. */
    boolean canRemember() {
        return secrets.isAvailable();
    }

    /** Signs in with another password, and holds on to it if the server takes it. */
    String makeWith(String who, char[] password, boolean remember) {
        var token = authentication.authenticate(profile.brand(), who, password);
        user = who;
        synchronized (this) {
            clear();
            typed = password.clone();
        }
        if (!remember || !secrets.keep(key, password)) {
            // An older password must not come back at the next start.
            secrets.forget(key);
        }
        return token;
    }

    private Optional<char[]> password() {
        synchronized (this) {
            if (typed != null) {
                return Optional.of(typed.clone());
            }
        }
        return secrets.find(key);
    }

    @Override
    public synchronized void close() {
        clear();
    }

    private void clear() {
        if (typed != null) {
            Arrays.fill(typed, '\0');
            typed = null;
        }
    }
}
