package org.billrunconsole.settings.secrets;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.domain.ServerIdentity;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;

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
     * Which secret. One that is sent is found only under whom it is for: an address that is edited, in the form or in the
     * file, leads to no password that was typed for another.
     *
     * @param connection the profile's id, or one made of the journal's folder
     * @param recipient  who it is sent to; empty for what is sent to nobody, and for what earlier versions kept
     */
    record Key(UUID connection, Purpose purpose, String recipient) {

        /** Of the password for a connection's server. */
        public static Key signIn(ConnectionProfile profile) {
            // The same name without TLS is another recipient.
            return new Key(profile.id(), Purpose.SIGN_IN, profile.base().getScheme().toLowerCase(Locale.ROOT) + "://"
                    + ServerIdentity.of(profile.base()).text());
        }

        /** Of the password for a connection's own proxy, if it has one. */
        public static Optional<Key> proxy(ConnectionProfile profile) {
            return profile.proxy() instanceof ProxyChoice.Manual(var host, var port, _)
                    ? Optional.of(new Key(profile.id(), Purpose.PROXY, ServerIdentity.of(host + ":" + port).text()))
                    : Optional.empty();
        }

        /** @param folder made of the journal's folder */
        public static Key journal(UUID folder) {
            return new Key(folder, Purpose.JOURNAL, "");
        }

        /** As earlier versions named what they kept, for whomever it was. */
        static Key ofEarlierVersions(UUID connection, Purpose purpose) {
            return new Key(connection, purpose, "");
        }
    }

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
