package org.billrunconsole.settings.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.settings.secrets.NativeStore;
import org.billrunconsole.settings.secrets.SecretStore.Answer;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.settings.secrets.SecretStore.Purpose;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SecretStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Key KEY = new Key(UUID.randomUUID(), Purpose.SIGN_IN, "https://rest.example.com/v1");

    @Test
    void memoryKeepsACopyAndForgets() {
        var store = new MemorySecretStore();
        var secret = Secrets.PASSWORD.toCharArray();
        assertThat(store.keep(KEY, secret)).isTrue();
        Arrays.fill(secret, 'x');
        assertThat(store.find(KEY)).contains(Secrets.PASSWORD.toCharArray());
        assertThat(store.find(new Key(KEY.connection(), Purpose.PROXY, KEY.recipient()))).isEmpty();
        assertThat(store.ask(new Key(KEY.connection(), Purpose.PROXY, KEY.recipient())))
                .isEqualTo(new Answer.NotKept());
        store.forget(KEY);
        assertThat(store.find(KEY)).isEmpty();
    }

    /** A store of an operating system: entries by name, given out or not. */
    private static class Entries implements NativeStore {

        final Map<String, String> entries = new HashMap<>();

        @Override
        public String read(String account) throws PasswordAccessException {
            return Optional.ofNullable(entries.get(account)).orElseThrow(() -> new PasswordAccessException("none"));
        }

        @Override
        public void write(String account, String secret) throws PasswordAccessException {
            entries.put(account, secret);
        }

        @Override
        public void delete(String account) {
            entries.remove(account);
        }

        @Override
        public void close() {}
    }

    private static Answer ask(NativeStore of) {
        try (var store = new OsSecretStore(() -> of, PATIENCE)) {
            return store.ask(KEY);
        }
    }

    private static String account() {
        return KEY.connection() + "/sign_in/https://rest.example.com/v1";
    }

    @Test
    void whatIsNotThereIsSaidSoOnlyByAStoreThatGivesOutWhatItKeeps() {
        var store = new Entries();
        assertThat(ask(store)).isEqualTo(new Answer.NotKept());
        assertThat(store.entries).as("nothing is left of the trial").isEmpty();
        store.entries.put(account(), Secrets.PASSWORD);
        assertThat(ask(store)).isInstanceOfSatisfying(Answer.Kept.class,
                kept -> assertThat(kept.secret()).containsExactly(Secrets.PASSWORD.toCharArray()));
    }

    @Test
    void aLockedStoreIsNotTakenForAnEmptyOneThoughItSaysTheSame() {
        var locked = new Entries() {
            @Override
            public String read(String account) throws PasswordAccessException {
                throw new PasswordAccessException("none");
            }
        };
        assertThat(ask(locked)).as("it takes what it does not give out").isEqualTo(new Answer.Unknown());
        assertThat(ask(new Entries() {
            @Override
            public void write(String account, String secret) throws PasswordAccessException {
                throw new PasswordAccessException("locked");
            }
        })).as("it takes nothing").isEqualTo(new Answer.Unknown());
        var blank = new Entries();
        blank.entries.put(account(), "");
        assertThat(ask(blank)).as("it has it and gives out nothing").isEqualTo(new Answer.Unknown());
    }

    @Test
    void aStoreThatIsUnlockedWhileItIsAskedGivesItsEntry() {
        var store = new Entries() {
            private boolean locked = true;

            @Override
            public String read(String account) throws PasswordAccessException {
                if (locked) {
                    throw new PasswordAccessException("none");
                }
                return super.read(account);
            }

            @Override
            public void write(String account, String secret) throws PasswordAccessException {
                locked = false;
                super.write(account, secret);
            }
        };
        store.entries.put(account(), Secrets.PASSWORD);
        assertThat(ask(store)).isInstanceOf(Answer.Kept.class);
    }

    private static void keepsNothing(OsSecretStore store) {
        try (store) {
            assertThat(store.isAvailable()).isFalse();
            assertThat(store.keep(KEY, Secrets.PASSWORD.toCharArray())).isFalse();
            assertThat(store.find(KEY)).isEmpty();
            assertThat(store.ask(KEY)).isEqualTo(new Answer.Unknown());
            store.forget(KEY);
        }
    }

    @Test
    void withoutAStoreNothingIsKeptAndNothingBreaks() {
        keepsNothing(new OsSecretStore(() -> {
            throw new BackendNotSupportedException("none");
        }, PATIENCE));
        keepsNothing(new OsSecretStore(() -> {
            throw new NoClassDefFoundError("native");
        }, PATIENCE));
    }

    @Test
    void aStoreThatWaitsForItsOwnPasswordHoldsNobodyUpForEver() {
        var prompt = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var store = new OsSecretStore(() -> {
            asked.incrementAndGet();
            await().until(() -> prompt.getCount() == 0);
            throw new BackendNotSupportedException("none");
        }, Duration.ofMillis(50))) {
            // Each of these comes back while the prompt still stands.
            assertThat(store.find(KEY)).isEmpty();
            assertThat(store.ask(KEY)).isEqualTo(new Answer.Unknown());
            assertThat(store.keep(KEY, Secrets.PASSWORD.toCharArray())).isFalse();
            assertThat(store.isAvailable()).isFalse();
            assertThat(asked).hasValue(1);
            assertThat(prompt.getCount()).isEqualTo(1);
        } finally {
            prompt.countDown();
        }
    }

    /** The real library on a machine without a Secret Service, as this suite's own machines are. */
    @Test
    @EnabledOnOs(OS.LINUX)
    @DisabledIfEnvironmentVariable(named = "DBUS_SESSION_BUS_ADDRESS", matches = ".+")
    void withoutASecretServiceNothingIsKeptAndNothingBreaks() {
        keepsNothing(new OsSecretStore());
    }
}
