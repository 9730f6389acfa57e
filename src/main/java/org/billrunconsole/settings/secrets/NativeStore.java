package org.billrunconsole.settings.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import java.util.UUID;
import org.billrunconsole.settings.secrets.SecretStore.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operating system's store as the library gives it, which has one answer, {@link PasswordAccessException}, for an
 * entry that is not there and for a store that is locked or out of reach. Each method may block.
 */
public interface NativeStore {

    Logger LOG = LoggerFactory.getLogger(NativeStore.class);

    /** @throws PasswordAccessException if it is not there, or not given out */
    String read(String account) throws PasswordAccessException;

    void write(String account, String secret) throws PasswordAccessException;

    void delete(String account) throws PasswordAccessException;

    void close() throws Exception;

    /** Opens the one of this system, which loads native code. */
    static NativeStore open(String service) throws BackendNotSupportedException {
        var keyring = Keyring.create();
        return new NativeStore() {
            @Override
            public String read(String account) throws PasswordAccessException {
                return keyring.getPassword(service, account);
            }

            @Override
            public void write(String account, String secret) throws PasswordAccessException {
                keyring.setPassword(service, account, secret);
            }

            @Override
            public void delete(String account) throws PasswordAccessException {
                keyring.deletePassword(service, account);
            }

            @Override
            public void close() throws Exception {
                keyring.close();
            }
        };
    }

    /**
     * Tells an entry that is not there from a store that gives nothing out.
     *
     * @throws PasswordAccessException if nothing can be known
     */
    default Answer ask(String account) throws PasswordAccessException {
        var found = found(account);
        if (found.isEmpty()) {
            prove();
            // It may have been unlocked in between.
            found = found(account);
        }
        return found.<Answer>map(secret -> new Answer.Kept(secret.toCharArray())).orElseGet(Answer.NotKept::new);
    }

    private Optional<String> found(String account) throws PasswordAccessException {
        String secret;
        try {
            secret = read(account);
        } catch (PasswordAccessException _) {
            return Optional.empty();
        }
        if (secret.isEmpty()) {
            // What one store says of an entry that it has and does not give out; nothing empty is ever kept.
            throw new PasswordAccessException("An entry is given out empty");
        }
        return Optional.of(secret);
    }

    /** Only a store that gives out what it was given this moment says the truth when it says that it has nothing. */
    private void prove() throws PasswordAccessException {
        var sample = UUID.randomUUID().toString();
        // A name of its own, since another console may be asking too.
        var account = "readable/" + sample;
        write(account, sample);
        var given = read(account);
        try {
            delete(account);
        } catch (PasswordAccessException e) {
            LOG.debug("A sample is left in the key store: {}", e.getClass().getName());
        }
        if (!given.equals(sample)) {
            throw new PasswordAccessException("The key store does not give out what it was given");
        }
    }
}
