package org.billrunconsole.settings.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.settings.secrets.SecretStore.Purpose;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that the version before kept under the connection alone. */
class EarlierSecretsTest {

    private static final char[] PASSWORD = Secrets.PASSWORD.toCharArray();

    @TempDir
    private Path folder;

    private final ConnectionProfile profile = ConnectionProfile.create("Production", ConnectionKind.PRODUCTION,
            URI.create("https://rest.example.com/v1")).withSignIn(SignInMode.PASSWORD, "acme", "j.smith");
    private final Key key = Key.signIn(profile);
    private final Key earlier = Key.ofEarlierVersions(profile.id(), Purpose.SIGN_IN);
    private final Key earlierProxy = Key.ofEarlierVersions(profile.id(), Purpose.PROXY);
    private final ForgetfulStore store = new ForgetfulStore();
    private final AtomicInteger asked = new AtomicInteger();
    private SettingsStore settings;

    /** Can be locked, and can fail to forget. */
    private static final class ForgetfulStore implements SecretStore {

        private final MemorySecretStore secrets = new MemorySecretStore();
        private boolean locked;
        private boolean forgets = true;

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Optional<char[]> find(Key key) {
            return locked ? Optional.empty() : secrets.find(key);
        }

        @Override
        public Answer ask(Key key) {
            return locked ? new Answer.Unknown() : secrets.ask(key);
        }

        @Override
        public boolean keep(Key key, char[] secret) {
            return !locked && secrets.keep(key, secret);
        }

        @Override
        public void forget(Key key) {
            if (!locked && forgets) {
                secrets.forget(key);
            }
        }
    }

    @BeforeEach
    void theVersionBeforeKeptAPassword() throws IOException {
        settings = new SettingsStore(Folders.within(folder), InstantSource.system());
        settings.save(profile);
        edit("\"secretsNameServer\" : true", "\"secretsNameServer\" : false");
        store.keep(earlier, PASSWORD);
        store.keep(earlierProxy, PASSWORD);
    }

    private void edit(String from, String to) throws IOException {
        var file = folder.resolve("settings.json");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private EarlierSecrets secrets(boolean usedThereOnly) {
        return new EarlierSecrets(store, settings, asked -> {
            assertThat(asked).isEqualTo(settings.profiles().getFirst());
            this.asked.incrementAndGet();
            return usedThereOnly;
        });
    }

    @Test
    void oneThatWasForTheServerIsTakenOverOnce() {
        assertThat(secrets(true).find(key)).contains(PASSWORD);
        assertThat(store.find(key)).as("under the server's name").contains(PASSWORD);
        assertThat(store.find(earlier)).isEmpty();
        assertThat(secrets(true).find(key)).contains(PASSWORD);
        assertThat(asked).hasValue(1);
    }

    @Test
    void oneOfWhichThatIsNotKnownIsForgottenAndNotGivenOut() {
        assertThat(secrets(false).find(key)).isEmpty();
        assertThat(store.find(key)).isEmpty();
        assertThat(store.find(earlier)).isEmpty();
        assertThat(secrets(true).find(key)).isEmpty();
    }

    @Test
    void oneThatTheStoreWillNotForgetIsNotGivenOutLaterEither() throws IOException {
        store.forgets = false;
        assertThat(secrets(false).find(key)).isEmpty();
        assertThat(store.find(earlier)).as("still there").contains(PASSWORD);
        assertThat(secrets(true).find(key)).isEmpty();
        edit("rest.example.com", "other.example.com");
        assertThat(secrets(true).find(Key.signIn(settings.profiles().getFirst()))).isEmpty();
    }

    @Test
    void aFormsAddressThatIsNotSavedFindsNothingAndDecidesNothing() {
        var form = new Key(profile.id(), Purpose.SIGN_IN, "https://elsewhere.example.com/v1");
        assertThat(secrets(true).find(form)).isEmpty();
        assertThat(asked).hasValue(0);
        assertThat(secrets(true).find(key)).contains(PASSWORD);
    }

    @Test
    void aLockedStoreLeavesItForTheNextTime() {
        store.locked = true;
        assertThat(secrets(false).find(key)).isEmpty();
        store.locked = false;
        assertThat(secrets(true).find(key)).contains(PASSWORD);
    }

    @Test
    void aConnectionThatWasSavedSinceTakesNothingOver() throws IOException {
        settings.save(ConnectionProfile.create("Another", ConnectionKind.TEST, URI.create("https://a.example/v1")));
        assertThat(settings.mayHaveEarlierSecrets(profile.id())).as("that was another").isTrue();
        settings.save(profile);
        assertThat(secrets(true).find(key)).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatAPersonTypesTakesItsPlace() {
        var other = "another".toCharArray();
        assertThat(secrets(true).keep(key, other)).isTrue();
        assertThat(secrets(true).find(key)).contains(other);
        assertThat(store.find(earlier)).isEmpty();
        assertThat(store.find(earlierProxy)).isEmpty();
        secrets(true).forget(key);
        assertThat(secrets(true).find(key)).isEmpty();
    }

    @Test
    void oneForAProxyIsNeverTakenOver() {
        var through = profile.withProxy(new ProxyChoice.Manual("proxy.example", 3128, Optional.of("me")));
        assertThat(secrets(true).find(Key.proxy(through).orElseThrow())).isEmpty();
        assertThat(secrets(true).find(key)).as("and the other is there still").contains(PASSWORD);
    }

    @Test
    void theJournalsAnchorIsNotTouched() {
        var anchor = Key.journal(profile.id());
        assertThat(secrets(false).keep(anchor, PASSWORD)).isTrue();
        assertThat(secrets(false).find(anchor)).contains(PASSWORD);
        secrets(false).forget(anchor);
        assertThat(secrets(false).find(anchor)).isEmpty();
        assertThat(store.find(earlier)).contains(PASSWORD);
    }
}
