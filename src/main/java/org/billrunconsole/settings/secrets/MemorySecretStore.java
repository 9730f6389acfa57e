package org.billrunconsole.settings.secrets;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps secrets only while the program runs. */
public final class MemorySecretStore implements SecretStore {

    private final Map<Key, char[]> secrets = new ConcurrentHashMap<>();

    @Override
    public boolean isAvailable() {
        return true;
    }

    @Override
    public Optional<char[]> find(Key key) {
        return Optional.ofNullable(secrets.get(key)).map(char[]::clone);
    }

    @Override
    public Answer ask(Key key) {
        return find(key).<Answer>map(Answer.Kept::new).orElseGet(Answer.NotKept::new);
    }

    @Override
    public boolean keep(Key key, char[] secret) {
        clear(secrets.put(key, secret.clone()));
        return true;
    }

    @Override
    public void forget(Key key) {
        clear(secrets.remove(key));
    }

    private static void clear(char @Nullable [] old) {
        if (old != null) {
            Arrays.fill(old, '\0');
        }
    }
}
