package org.billrunconsole.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.settings.secrets.OsSecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Answer;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.settings.secrets.SecretStore.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The key store for real, on the session's own bus. Its name keeps it out of the suite; {@code .ci/keyring-trial} runs it
 * with a bus and a keyring of its own.
 */
class KeyStoreTrial {

    private static final Key KEY = new Key(UUID.randomUUID(), Purpose.SIGN_IN,
            "https://rest.example.com/v1");
    private static final Key OTHER = Key.journal(UUID.randomUUID());
    private static final char[] SECRET = "for the trial only".toCharArray();

    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPasswordIsStoredFoundAgainAndNotGivenOutByALockedStore() throws Exception {
        try (var first = new OsSecretStore()) {
            assertThat(first.isAvailable()).as("there is a store").isTrue();
            assertThat(first.ask(KEY)).as("not there yet").isEqualTo(new Answer.NotKept());
            assertThat(first.keep(KEY, SECRET)).as("stored").isTrue();
        }
        try (var next = new OsSecretStore()) {
            assertThat(next.find(KEY)).as("found by the next start").contains(SECRET);
            assertThat(next.ask(KEY)).isInstanceOf(Answer.Kept.class);
            run("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.secrets",
                    "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
                    "array:objpath:/org/freedesktop/secrets/collection/login");
        }
        try (var locked = new OsSecretStore(OsSecretStore::openNative, Duration.ofSeconds(10))) {
            assertThat(locked.find(KEY)).as("not given out while locked").isEmpty();
            assertThat(locked.ask(KEY)).as("nor taken for absent").isEqualTo(new Answer.Unknown());
            assertThat(locked.ask(OTHER)).as("nor is what is absent known to be").isEqualTo(new Answer.Unknown());
            assertThat(locked.keep(KEY, SECRET)).as("nor said to be stored").isFalse();
        }
    }

    @Test
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void withoutADaemonOnTheBusNothingIsKept() {
        try (var absent = new OsSecretStore(OsSecretStore::openNative, Duration.ofSeconds(30))) {
            assertThat(absent.isAvailable()).isFalse();
            assertThat(absent.keep(KEY, SECRET)).isFalse();
            assertThat(absent.find(KEY)).isEmpty();
            assertThat(absent.ask(KEY)).isEqualTo(new Answer.Unknown());
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(command)).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
