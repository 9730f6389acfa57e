package org.billrunconsole.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's own: Credential Manager, Keychain or Secret Service. It is opened on first use, since that
 * loads native code. Where there is none, nothing is kept.
 */
public final class OsSecretStore implements SecretStore, AutoCloseable {

    /** Opens the operating system's store. */
    @FunctionalInterface
    interface Opener {
        Keyring open() throws BackendNotSupportedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(OsSecretStore.class);
    private static final String SERVICE = "Bill Run Console";

    private final Opener opener;
    private boolean opened;
    private @Nullable Keyring keyring;

    public OsSecretStore() {
        this(Keyring::create);
    }

    OsSecretStore(Opener opener) {
        this.opener = opener;
    }

    @Override
    public synchronized boolean isAvailable() {
        return keyring() != null;
    }

    @Override
    public Optional<char[]> find(Key key) {
        return Optional.ofNullable(tried("read", ring -> ring.getPassword(SERVICE, account(key))))
                .filter(secret -> !secret.isEmpty())
                .map(String::toCharArray);
    }

    @Override
    public boolean keep(Key key, char[] secret) {
        return tried("written", ring -> {
            ring.setPassword(SERVICE, account(key), new String(secret));
            return true;
        }) != null;
    }

    @Override
    public void forget(Key key) {
        tried("cleared", ring -> {
            ring.deletePassword(SERVICE, account(key));
            return true;
        });
    }

    @Override
    public synchronized void close() {
        var open = keyring;
        keyring = null;
        opened = true;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.debug("The key store could not be closed: {}", e.getClass().getName());
            }
        }
    }

    private static String account(Key key) {
        return key.connection() + "/" + key.purpose().name().toLowerCase(Locale.ROOT);
    }

    /** Something done with the store. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Keyring ring) throws PasswordAccessException;
    }

    /** Null if there is no store or it would not; that is no more than a person being asked again. */
    private synchronized <T> @Nullable T tried(String what, Use<T> use) {
        var ring = keyring();
        if (ring == null) {
            return null;
        }
        try {
            return use.with(ring);
        } catch (PasswordAccessException | RuntimeException | LinkageError e) {
            // Also the answer for "no such entry" on most systems. Messages may name the entry, so only the kind.
            LOG.debug("An entry of the key store could not be {}: {}", what, e.getClass().getName());
            return null;
        }
    }

    private @Nullable Keyring keyring() {
        if (!opened) {
            opened = true;
            try {
                keyring = opener.open();
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                LOG.info("No key store of the operating system; passwords are asked for each time ({})",
                        e.getClass().getSimpleName());
            }
        }
        return keyring;
    }
}
