package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.javakeyring.BackendNotSupportedException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.settings.SecretStore.Key;
import org.billrunconsole.settings.SecretStore.Purpose;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SecretStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Key KEY = new Key(UUID.randomUUID(), Purpose.SIGN_IN);

    @Test
    void memoryKeepsACopyAndForgets() {
        var store = new MemorySecretStore();
        var secret = Secrets.PASSWORD.toCharArray();
        assertThat(store.keep(KEY, secret)).isTrue();
        Arrays.fill(secret, 'x');
        assertThat(store.find(KEY)).contains(Secrets.PASSWORD.toCharArray());
        assertThat(store.find(new Key(KEY.connection(), Purpose.PROXY))).isEmpty();
        store.forget(KEY);
        assertThat(store.find(KEY)).isEmpty();
    }

    private static void keepsNothing(OsSecretStore store) {
        try (store) {
            assertThat(store.isAvailable()).isFalse();
            assertThat(store.keep(KEY, Secrets.PASSWORD.toCharArray())).isFalse();
            assertThat(store.find(KEY)).isEmpty();
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
