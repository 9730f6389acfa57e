package org.billrunconsole.settings.secrets;

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

    /** What a store says of a secret. */
    sealed interface Answer {

        /**
         * It is there.
         *
         * @param secret the taker clears it
         */
        record Kept(char[] secret) implements Answer {}

        /** The store gives out what it keeps, and this is not among it. */
        record NotKept() implements Answer {}

        /** Nothing is known: there is no store, or it is locked, or it did not answer. */
        record Unknown() implements Answer {}
    }

    /** Whether anything can be kept; if not, the operator is asked each time. */
    boolean isAvailable();

    /** A secret that was kept, if the store gives it out; the caller clears the array. */
    Optional<char[]> find(Key key);

    /**
     * The same, for a caller to whom a secret that was never kept and a store that is locked are two things. It may
     * write a sample to find out, so where a person is asked anyway {@link #find} will do.
     */
    Answer ask(Key key);

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
