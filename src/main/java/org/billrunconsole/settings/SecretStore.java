package org.billrunconsole.settings;

import java.util.Optional;
import java.util.UUID;

/** Where passwords are kept, outside the console's own files. Calls may block and none throws. */
public interface SecretStore {

    /** What a secret is for. */
    enum Purpose {
        /** Signing in to the server. */
        SIGN_IN,
        /** Signing in to the proxy. */
        PROXY,
        /** No secret, but safe here from whoever can write the files: the hash of the journal's last line. */
        JOURNAL
    }

    /**
     * Which secret.
     *
     * @param connection the profile's id, or one made of the journal's folder
     */
    record Key(UUID connection, Purpose purpose) {}

    /** Whether anything can be kept; if not, the operator is asked each time. */
    boolean isAvailable();

    /** A secret that was kept; the caller clears the array. */
    Optional<char[]> find(Key key);

    /**
     * Keeps a secret, replacing an older one.
     *
     * @param secret copied; the caller clears it
     * @return whether it is kept
     */
    boolean keep(Key key, char[] secret);

    /** Forgets a secret, if there is one. */
    void forget(Key key);
}
