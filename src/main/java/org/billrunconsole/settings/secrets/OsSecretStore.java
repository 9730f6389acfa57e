package org.billrunconsole.settings.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.billrunconsole.settings.secrets.NativeStore;
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
    public interface Opener {
        NativeStore open() throws BackendNotSupportedException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(OsSecretStore.class);
    private static final String SERVICE = "Bill Run Console";

    /** A locked store asks the person for its own password first; that long is waited, then the console asks itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Opener opener;
    private final Duration patience;
    /** The only thread that touches the store: its libraries may wait for as long as a prompt stands unanswered. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("key store").factory());
    private volatile Future<?> last = CompletableFuture.completedFuture(null);
    private volatile boolean closed;
    private volatile boolean overdue;
    private boolean opened;
    private @Nullable NativeStore store;

    public OsSecretStore() {
        this(OsSecretStore::openNative, PATIENCE);
    }

    public OsSecretStore(Opener opener, Duration patience) {
        this.opener = opener;
        this.patience = patience;
    }

    public static NativeStore openNative() throws BackendNotSupportedException {
        return NativeStore.open(SERVICE);
    }

    @Override
    public boolean isAvailable() {
        return waited("opened", () -> store() != null ? true : null) != null;
    }

    @Override
    public Optional<char[]> find(Key key) {
        return Optional.ofNullable(tried("read", open -> open.read(account(key))))
                .filter(secret -> !secret.isEmpty())
                .map(String::toCharArray);
    }

    @Override
    public Answer ask(Key key) {
        var answer = tried("asked", open -> open.ask(account(key)));
        return answer == null ? new Answer.Unknown() : answer;
    }

    @Override
    public boolean keep(Key key, char[] secret) {
        return tried("written", open -> {
            open.write(account(key), new String(secret));
            return true;
        }) != null;
    }

    @Override
    public void forget(Key key) {
        tried("cleared", open -> {
            open.delete(account(key));
            return true;
        });
    }

    /** Never waits for the store. */
    @Override
    public void close() {
        closed = true;
        thread.execute(() -> {
            var open = store;
            store = null;
            opened = true;
            if (open != null) {
                try {
                    open.close();
                } catch (Exception e) {
                    LOG.debug("The key store could not be closed: {}", e.getClass().getName());
                }
            }
        });
        thread.shutdown();
    }

    private static String account(Key key) {
        return key.connection() + "/" + key.purpose().name().toLowerCase(Locale.ROOT)
                + (key.recipient().isEmpty() ? "" : "/" + key.recipient());
    }

    /** Something done with the store. */
    @FunctionalInterface
    private interface Use<T> {
        T with(NativeStore open) throws PasswordAccessException;
    }

    /** Null if there is no store or it would not; that is no more than a person being asked again. */
    private <T> @Nullable T tried(String what, Use<T> use) {
        return waited(what, () -> {
            var open = store();
            if (open == null) {
                return null;
            }
            try {
                return use.with(open);
            } catch (PasswordAccessException | RuntimeException | LinkageError e) {
                // Also the answer for "no such entry" on most systems. Messages may name the entry, so only the kind.
                LOG.debug("An entry of the key store could not be {}: {}", what, e.getClass().getName());
                return null;
            }
        });
    }

    /** What comes of it within the time; null otherwise, and at once while an earlier use has not come back. */
    private <T> @Nullable T waited(String what, Callable<@Nullable T> work) {
        Future<@Nullable T> now;
        synchronized (this) {
            if (closed || last.state() == Future.State.RUNNING && overdue) {
                return null;
            }
            now = thread.submit(work);
            last = now;
        }
        try {
            var got = now.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            overdue = false;
            return got;
        } catch (TimeoutException _) {
            overdue = true;
            LOG.warn("The key store did not answer within {}, perhaps because it is locked; passwords are asked for",
                    patience);
        } catch (ExecutionException e) {
            LOG.warn("The key store could not be {}: {}", what, e.getCause().getClass().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private @Nullable NativeStore store() {
        if (!opened) {
            opened = true;
            try {
                store = opener.open();
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                LOG.info("No key store of the operating system; passwords are asked for each time ({})",
                        e.getClass().getSimpleName());
            }
        }
        return store;
    }
}
