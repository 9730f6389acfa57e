package org.billrunconsole.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.ApiClients;
import org.billrunconsole.session.ConnectionTest;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.session.SignInState.NeedsSignIn;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.KnownConnections;
import org.billrunconsole.settings.policy.Policy;
import org.billrunconsole.settings.secrets.EarlierSecrets;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.settings.secrets.SecretStore.Key;
import org.billrunconsole.settings.secrets.SecretStore.Purpose;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A password reaches the server or proxy it was typed for and no other, however the address came to be another. */
@Timeout(60)
class PasswordRecipientContractTest {

    private static final String SIGNED_IN = "{\"token\":\"" + Secrets.TOKEN + "\",\"username\":\"billing.ops\"}";

    @TempDir
    private Path folder;

    private final ApiServer own = new ApiServer();
    private final ApiServer other = new ApiServer();
    private final StubbornStore store = new StubbornStore();
    private final ManualTime time = new ManualTime();
    private final ConnectionProfile profile = ConnectionProfile.create("Test", ConnectionKind.TEST, own.base())
            .withSignIn(SignInMode.PASSWORD, "acme", "billing.ops")
            .withProxy(new ProxyChoice.None());
    private SettingsStore settings;
    private boolean usedThereOnly;

    /** Keeps what it is told to forget. */
    private static final class StubbornStore implements SecretStore {

        private final MemorySecretStore secrets = new MemorySecretStore();

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Optional<char[]> find(Key key) {
            return secrets.find(key);
        }

        @Override
        public Answer ask(Key key) {
            return secrets.ask(key);
        }

        @Override
        public boolean keep(Key key, char[] secret) {
            return secrets.keep(key, secret);
        }

        @Override
        public void forget(Key key) {}
    }

    @BeforeEach
    void start() throws IOException {
        settings = new SettingsStore(Folders.within(folder), InstantSource.system());
        settings.save(profile);
        for (var server : List.of(own, other)) {
            server.answer(ApiServer.json(SIGNED_IN));
        }
    }

    @AfterEach
    void close() {
        own.close();
        other.close();
    }

    private SecretStore secrets() {
        return new EarlierSecrets(store, settings, _ -> usedThereOnly);
    }

    private Sessions sessions() {
        return new Sessions(new ApiClients(HttpApi::connect, HttpApi::authentication, HttpApi::claims), secrets(),
                Optional::empty, time, time, "Test");
    }

    private ConnectionsViewModel form() {
        var known = new KnownConnections(settings, Policy.NONE);
        var sessions = sessions();
        return new ConnectionsViewModel(Optional.empty(), known.all(), known, secrets(), new ConnectionTest(sessions),
                profile.id(), new InlineTasks(), sessions::handOver, _ -> {});
    }

    private ConnectionProfile saved() {
        return settings.profiles().getFirst();
    }

    /** Opens what the settings say now, as a start of the program does, and waits until that has come to an end. */
    private Optional<String> open() {
        var sessions = sessions();
        try (var signIn = sessions.signIn(saved(), sessions.options(saved()))) {
            var call = CompletableFuture.supplyAsync(signIn::current, task -> Thread.ofVirtual().start(task));
            await().until(() -> call.isDone() || signIn.state() instanceof NeedsSignIn);
            signIn.giveUp();
            return Optional.of(call.join());
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(FailureException.class);
            return Optional.empty();
        }
    }

    private void edit(String from, String to) throws IOException {
        var file = folder.resolve("settings.json");
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private void keptByTheVersionBefore() throws IOException {
        edit("\"secretsNameServer\" : true", "\"secretsNameServer\" : false");
        store.keep(new Key(profile.id(), Purpose.SIGN_IN, ""), Secrets.PASSWORD.toCharArray());
    }

    @Test
    void itReachesTheServerItWasTypedForHoweverItsAddressIsWritten() throws IOException {
        secrets().keep(Key.signIn(profile), Secrets.PASSWORD.toCharArray());
        assertThat(open()).contains(Secrets.TOKEN);
        edit("/v1\"", "/v1/\"");
        assertThat(open()).contains(Secrets.TOKEN);
        assertThat(own.seen()).hasSize(2)
                .allSatisfy(seen -> assertThat(seen.body()).contains("\"" + Secrets.PASSWORD + "\""));
    }

    @Test
    void anAddressEditedInTheFormGetsNoneThoughTheStoreForgetsNothing() {
        secrets().keep(Key.signIn(profile), Secrets.PASSWORD.toCharArray());
        var form = form();
        form.form().address.set(other.base().toString());
        form.test();
        assertThat(form.resultProperty().get()).contains(new TestResult.NothingToSignInWith());
        form.save();
        assertThat(form.troubleProperty().get()).isEmpty();
        assertThat(saved().base()).isEqualTo(other.base());
        assertThat(open()).isEmpty();
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void anAddressEditedInTheSettingsFileGetsNone() throws IOException {
        secrets().keep(Key.signIn(profile), Secrets.PASSWORD.toCharArray());
        edit(own.base().toString(), other.base().toString());
        assertThat(open()).isEmpty();
        assertThat(other.seen()).isEmpty();
        assertThat(own.seen()).isEmpty();
    }

    @Test
    void oneHandedOverByTheFormIsNotTakenByAnAddressThatIsAnotherMeanwhile() throws IOException {
        var sessions = sessions();
        sessions.handOver(saved(), Secrets.PASSWORD.toCharArray());
        edit(own.base().toString(), other.base().toString());
        try (var signIn = sessions.signIn(saved(), sessions.options(saved()))) {
            CompletableFuture.runAsync(signIn::current, task -> Thread.ofVirtual().start(task));
            await().until(() -> signIn.state() instanceof NeedsSignIn);
        }
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void oneOfTheVersionBeforeReachesTheServerWhereTheConnectionWasUsedAndStaysWithIt() throws IOException {
        keptByTheVersionBefore();
        usedThereOnly = true;
        assertThat(open()).contains(Secrets.TOKEN);
        assertThat(own.seen()).singleElement().satisfies(seen -> assertThat(seen.body()).contains(Secrets.PASSWORD));
        edit(own.base().toString(), other.base().toString());
        assertThat(open()).isEmpty();
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void oneOfTheVersionBeforeReachesNoServerWhereTheConnectionWasNotUsed() throws IOException {
        keptByTheVersionBefore();
        edit(own.base().toString(), other.base().toString());
        assertThat(open()).isEmpty();
        usedThereOnly = true;
        assertThat(open()).as("it was decided once").isEmpty();
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void oneOfTheVersionBeforeReachesNoAddressEditedInTheFormThoughTheStoreForgetsNothing() throws IOException {
        keptByTheVersionBefore();
        usedThereOnly = true;
        var form = form();
        form.form().address.set(other.base().toString());
        form.test();
        form.save();
        assertThat(open()).isEmpty();
        assertThat(other.seen()).isEmpty();
    }

    private static RawServer asking() {
        return new RawServer(connection -> {
            while (connection.request().isPresent()) {
                connection.send("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                        + "Content-Length: 0\r\n\r\n");
            }
        });
    }

    private ConnectionProfile through(URI proxy) {
        var beyond = new ConnectionProfile(profile.id(), profile.name(), profile.kind(),
                URI.create("https://beyond.example/v1"), "acme", "billing.ops", SignInMode.PASSWORD, false, "",
                Optional.empty(), new ProxyChoice.None(), profile.advanced());
        return beyond.withProxy(new ProxyChoice.Manual(proxy.getHost(), proxy.getPort(), Optional.of("me")));
    }

    /** How many of its headers hold a password. */
    private static long passwords(RawServer proxy) {
        return proxy.headers()
                .stream()
                .filter(header -> header.startsWith("Proxy-Authorization: Basic "))
                .map(header -> new String(Base64.getDecoder().decode(header.substring(
                        "Proxy-Authorization: Basic ".length()))))
                .filter(("me:" + Secrets.PASSWORD)::equals)
                .count();
    }

    private void openThrough(RawServer... proxies) {
        secrets().keep(Key.signIn(saved()), "another".toCharArray());
        assertThat(open()).isEmpty();
        assertThat(proxies).allSatisfy(proxy -> assertThat(proxy.requests()).isNotEmpty());
    }

    @Test
    void aProxysPasswordReachesThatProxyAndNoOtherThatTheFormNames() throws IOException {
        try (var first = asking(); var second = asking()) {
            settings.save(through(first.base()));
            secrets().keep(Key.proxy(saved()).orElseThrow(), Secrets.PASSWORD.toCharArray());
            openThrough(first);
            assertThat(passwords(first)).isEqualTo(1);
            var form = form();
            form.form().proxyPort.set(Integer.toString(second.base().getPort()));
            form.test();
            form.save();
            openThrough(second);
            assertThat(passwords(second)).isZero();
        }
    }

    @Test
    void aProxysPasswordReachesNoOtherProxyThatTheSettingsFileNames() throws IOException {
        try (var first = asking(); var second = asking()) {
            settings.save(through(first.base()));
            secrets().keep(Key.proxy(saved()).orElseThrow(), Secrets.PASSWORD.toCharArray());
            edit(": " + first.base().getPort(), ": " + second.base().getPort());
            openThrough(second);
            assertThat(passwords(second)).isZero();
            assertThat(first.requests()).isEmpty();
        }
    }

    @Test
    void aProxysPasswordOfTheVersionBeforeReachesNone() throws IOException {
        try (var proxy = asking()) {
            settings.save(through(proxy.base()));
            keptByTheVersionBefore();
            store.keep(new Key(profile.id(), Purpose.PROXY, ""), Secrets.PASSWORD.toCharArray());
            usedThereOnly = true;
            openThrough(proxy);
            assertThat(passwords(proxy)).isZero();
        }
    }
}
