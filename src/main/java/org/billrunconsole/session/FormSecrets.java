package org.billrunconsole.session;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.billrunconsole.settings.secrets.SecretStore;

/** Secrets typed into a form, in front of the stored ones; nothing of them is stored. */
final class FormSecrets implements SecretStore, AutoCloseable {

    private final SecretStore kept;
    private final Map<Key, char[]> typed = new HashMap<>();

    FormSecrets(SecretStore kept) {
        this.kept = kept;
    }

    @Override
    public boolean isAvailable() {
        return kept.isAvailable();
    }

    @Override
    public Optional<char[]> find(Key key) {
        var here = typed.get(key);
        return here == null ? kept.find(key) : Optional.of(here.clone());
    }

    @Override
    public Answer ask(Key key) {
        var here = typed.get(key);
        return here == null ? kept.ask(key) : new Answer.Kept(here.clone());
    }

    @Override
    public boolean keep(Key key, char[] secret) {
        typed.put(key, secret.clone());
        return false;
    }

    @Override
    public void forget(Key key) {
        typed.remove(key);
    }

    @Override
    public void close() {
        typed.values().forEach(secret -> Arrays.fill(secret, '\0'));
        typed.clear();
    }
}
