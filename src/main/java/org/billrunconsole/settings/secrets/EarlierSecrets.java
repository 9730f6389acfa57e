package org.billrunconsole.settings.secrets;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.SettingsStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key store with what earlier versions kept in it. They kept a password under its connection alone, without saying for
 * which server, so it went wherever the settings pointed. Such a password is taken over once, under the server's name,
 * if it is known to have been for that server; otherwise it is forgotten, and a person is asked.
 * <p>
 * Nothing is known of when it was kept. What is known is in the journals: a change is noted there under the connection's
 * name and server, and only once somebody has signed in. Where all changes under the name went to the server that the
 * settings name now, the password has been there before. Of a connection that changed nothing, and of a proxy, nothing
 * is known at all. Once a connection was saved by this version nothing that earlier ones kept for it counts any more,
 * even if the key store would not forget it.
 */
public final class EarlierSecrets implements SecretStore {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierSecrets.class);

    private final SecretStore kept;
    private final SettingsStore settings;
    private final Predicate<ConnectionProfile> usedThereOnly;

    /**
     * @param kept          where all secrets are
     * @param usedThereOnly whether somebody was signed in under a connection's name at the server it names now, and at no
     *                      other; may block
     */
    public EarlierSecrets(SecretStore kept, SettingsStore settings, Predicate<ConnectionProfile> usedThereOnly) {
        this.kept = kept;
        this.settings = settings;
        this.usedThereOnly = usedThereOnly;
    }

    @Override
    public boolean isAvailable() {
        return kept.isAvailable();
    }

    @Override
    public Optional<char[]> find(Key key) {
        return kept.find(key).or(() -> takenOver(key));
    }

    @Override
    public Answer ask(Key key) {
        return kept.ask(key);
    }

    @Override
    public boolean keep(Key key, char[] secret) {
        conclude(key);
        return kept.keep(key, secret);
    }

    @Override
    public void forget(Key key) {
        conclude(key);
        kept.forget(key);
    }

    private Optional<char[]> takenOver(Key key) {
        if (key.purpose() != Purpose.SIGN_IN || !settings.mayHaveEarlierSecrets(key.connection())) {
            return Optional.empty();
        }
        // A form may ask for an address that is not saved, and may never be.
        var profile = settings.profiles().stream().filter(each -> Key.signIn(each).equals(key)).findFirst();
        // None there, or a store that is locked for now: then the next time decides.
        var found = profile.flatMap(_ -> kept.find(
                Key.ofEarlierVersions(key.connection(), key.purpose())));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var itsOwn = usedThereOnly.test(profile.get());
        if (!itsOwn) {
            Arrays.fill(found.get(), '\0');
        } else if (!kept.keep(key, found.get())) {
            return found;
        }
        LOG.info("The password that an earlier version kept is {}", itsOwn ? "taken over" : "forgotten");
        conclude(key);
        return found.filter(_ -> itsOwn);
    }

    /** Nothing that earlier versions kept for the connection counts any more. */
    private void conclude(Key key) {
        if (key.purpose() == Purpose.JOURNAL) {
            return;
        }
        try {
            if (settings.mayHaveEarlierSecrets(key.connection())) {
                settings.concludeEarlierSecrets(key.connection());
            }
        } catch (IOException e) {
            LOG.warn("That an earlier version's passwords do not count could not be kept: {}", e.toString());
        }
        kept.forget(Key.ofEarlierVersions(key.connection(), Purpose.SIGN_IN));
        kept.forget(Key.ofEarlierVersions(key.connection(), Purpose.PROXY));
    }
}
