package org.billrunconsole.session.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.billrunconsole.api.BillRunQuery;
import org.billrunconsole.api.TokenSource;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.FailureException;
import org.billrunconsole.session.ApiClients;
import org.billrunconsole.session.ConnectionTest;
import org.billrunconsole.session.Sessions;
import org.billrunconsole.session.TestResult;
import org.billrunconsole.settings.Advanced;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.settings.secrets.SecretStore;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose certificate comes from an authority that exists only in this test. */
class TrustContractTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Acme, Inc. private CA")
            .build();

    private ApiServer server = new ApiServer();
    private final ManualTime time = new ManualTime();
    private final SecretStore secrets = new MemorySecretStore();
    private final Sessions sessions = new Sessions(new ApiClients(HttpApi::connect, HttpApi::authentication,
            HttpApi::claims), secrets, Optional::empty, time, time, "Test");
    private final ConnectionTest tests = new ConnectionTest(sessions);

    @TempDir
    private Path folder;

    @BeforeEach
    void answerAList() {
        server.answer(ApiServer.json("[]"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private void secure(HeldCertificate certificate) {
        var keys = new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server.close();
        server = new ApiServer(new TlsIdentity(keys.sslContext(), keys.sslContext(), keys.trustManager()));
        answerAList();
    }

    private static HeldCertificate.Builder issued(String host) {
        return new HeldCertificate.Builder().signedBy(AUTHORITY).commonName(host).addSubjectAlternativeName(host);
    }

    private ConnectionProfile profile() {
        return ConnectionProfile.create("Local", ConnectionKind.TEST, server.base());
    }

    private Path caFile() throws IOException {
        return Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem());
    }

    private TestResult run(ConnectionProfile profile) {
        return tests.run(profile, Optional.of(Secrets.TOKEN.toCharArray()), Optional.empty());
    }

    @Test
    void anUnknownAuthorityIsRefusedByName() {
        secure(issued("localhost").build());
        assertThat(run(profile())).isEqualTo(new TestResult.NotTrusted(new TrustRefusal.UnknownIssuer(
                "Acme, Inc. private CA")));
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theApisOwnFailureNamesTheIssuerToo() {
        secure(issued("localhost").build());
        try (var api = HttpApi.connect(sessions.options(profile()), TokenSource.fixed(Secrets.TOKEN));
                var pages = api.billRuns(BillRunQuery.all())) {
            assertThatThrownBy(pages::next).isInstanceOfSatisfying(FailureException.class,
                    e -> assertThat(e.failure()).isInstanceOfSatisfying(Failure.Unreachable.class, failure -> {
                        assertThat(failure.cause()).isEqualTo(Failure.Unreachable.Cause.TLS);
                        assertThat(failure.detail()).contains("\"Acme, Inc. private CA\", which is not trusted");
                    }));
        }
    }

    @Test
    void itIsTrustedWithTheConnectionsFile() throws IOException {
        secure(issued("localhost").build());
        assertThat(run(profile().withCaFile(caFile()))).isInstanceOf(TestResult.Works.class);
    }

    @Test
    void aCertificateOfAnotherHostIsRefusedAlways() throws IOException {
        secure(issued("elsewhere.example").build());
        assertThat(run(profile().withCaFile(caFile()))).isEqualTo(new TestResult.WrongHostName("localhost"));
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aCertificateThatIsOverIsRefused() throws IOException {
        var now = System.currentTimeMillis();
        secure(issued("localhost").validityInterval(now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.DAYS.toMillis(1))
                .build());
        assertThat(run(profile().withCaFile(caFile()))).isInstanceOfSatisfying(TestResult.NotTrusted.class,
                result -> assertThat(result.refusal()).isInstanceOf(TrustRefusal.Expired.class));
    }

    @Test
    void aCertificateThatIsNotYetValidSaysSo() throws IOException {
        var now = System.currentTimeMillis();
        secure(issued("localhost").validityInterval(now + TimeUnit.DAYS.toMillis(1), now + TimeUnit.DAYS.toMillis(9))
                .build());
        assertThat(run(profile().withCaFile(caFile()))).isInstanceOfSatisfying(TestResult.NotTrusted.class,
                result -> assertThat(result.refusal()).isInstanceOfSatisfying(TrustRefusal.NotYetValid.class,
                        early -> assertThat(early.subject()).isEqualTo("localhost")));
    }

    @Test
    void whatACertificateNamesIsHarmless() {
        secure(new HeldCertificate.Builder().signedBy(new HeldCertificate.Builder().certificateAuthority(0)
                .commonName("Acme\u202E\n" + "x".repeat(500))
                .build()).commonName("localhost").addSubjectAlternativeName("localhost").build());
        assertThat(run(profile())).isInstanceOfSatisfying(TestResult.NotTrusted.class,
                result -> assertThat(result.refusal()).isInstanceOfSatisfying(TrustRefusal.UnknownIssuer.class,
                        unknown -> assertThat(unknown.issuer()).hasSizeLessThanOrEqualTo(200)
                                .doesNotContain("\u202E", "\n")));
    }

    @Test
    void httpsToAPlainServerSaysSo() {
        assertThat(run(secured(server.base()))).isInstanceOfSatisfying(TestResult.PlainHttpOnly.class,
                plain -> assertThat(plain.address()).contains(Integer.toString(server.base().getPort())));
    }

    @Test
    @Timeout(60)
    void httpsToAPlainServerThatWaitsForMoreSaysSoWhenTheTimeForAConnectionIsUp() {
        try (var silent = new RawServer(connection -> {
            // A handshake is no request that ever ends.
            if (connection.request().filter(line -> line.startsWith("HEAD")).isPresent()) {
                connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            } else {
                connection.stall();
            }
        })) {
            assertThat(run(patient(secured(silent.base())))).isInstanceOf(TestResult.PlainHttpOnly.class);
        }
    }

    /** Waits an hour for an answer, but a second for a connection. */
    private static ConnectionProfile patient(ConnectionProfile profile) {
        return new ConnectionProfile(profile.id(), profile.name(), profile.kind(), profile.base(), profile.brand(),
                profile.user(), profile.signIn(), profile.readOnly(), profile.currencyLabel(), profile.caFile(),
                profile.proxy(), new Advanced(false, false, Duration.ofSeconds(1), Duration.ofHours(1),
                        Duration.ofHours(1)));
    }

    private ConnectionProfile secured(URI base) {
        return ConnectionProfile
                .create("Local", ConnectionKind.TEST, URI.create("https" + base.toString().substring(4)))
                .withProxy(new ProxyChoice.None());
    }

    @Test
    void aPageThatWantsASignInIsNoElevateAddress() {
        server.answer(new MockResponse.Builder().code(401)
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html><title>Sign in to Acme Wiki</title></html>")
                .build());
        assertThat(run(profile())).isEqualTo(new TestResult.WrongPath("/v1"));
    }

    @Test
    void aFileThatIsOfNoUseIsNamed() throws IOException {
        var nothing = Files.writeString(folder.resolve("notes.txt"), "nothing here");
        secure(issued("localhost").build());
        assertThat(run(profile().withCaFile(nothing))).isEqualTo(new TestResult.CaFileUnusable(nothing.toString(),
                CaFileException.Problem.NO_CERTIFICATE));
        var missing = folder.resolve("missing.pem");
        assertThat(run(profile().withCaFile(missing))).isEqualTo(new TestResult.CaFileUnusable(missing.toString(),
                CaFileException.Problem.MISSING));
    }

    @Test
    void oldTlsIsNotSpoken() throws IOException {
        secure(issued("localhost").build());
        var context = sessions.options(profile().withCaFile(caFile())).sslContext().orElseThrow();
        assertThat(List.of(context.getDefaultSSLParameters().getProtocols())).isSubsetOf("TLSv1.3", "TLSv1.2");
    }

    @Test
    void eachAnswerIsExplained() {
        var profile = profile();
        server.answer(ApiServer.problem(401, "no"));
        assertThat(run(profile)).isInstanceOf(TestResult.SignInRefused.class);
        server.answer(ApiServer.problem(403, "Ask Kim"));
        assertThat(run(profile)).isInstanceOfSatisfying(TestResult.NotPermitted.class,
                result -> assertThat(result.words().message()).contains("Ask Kim"));
        server.answer(ApiServer.problem(404, "no"));
        assertThat(run(profile)).isEqualTo(new TestResult.WrongPath("/v1"));
        server.answer(ApiServer.json("[]"));
        assertThat(run(profile)).isInstanceOf(TestResult.Works.class);
        assertThat(tests.run(profile, Optional.empty(), Optional.empty())).isInstanceOf(
                TestResult.NothingToSignInWith.class);
    }

    @Test
    void aPasswordIsTriedWithoutBeingKept() {
        var profile = profile().withSignIn(SignInMode.PASSWORD, "acme", "billing.ops");
        server.answer(request -> request.getMethod().equals("POST")
                ? ApiServer.json("{\"token\":\"" + Secrets.TOKEN + "\",\"username\":\"billing.ops\"}")
                : ApiServer.json("[]"));
        assertThat(tests.run(profile, Optional.of(Secrets.PASSWORD.toCharArray()), Optional.empty())).isInstanceOf(
                TestResult.Works.class);
        assertThat(server.lines()).hasSize(2);
        assertThat(secrets.find(SecretStore.Key.signIn(profile))).isEmpty();
    }

    @Test
    void namesAndPortsThatAreNotThereAreToldApart() {
        assertThat(run(ConnectionProfile.create("A", ConnectionKind.TEST, URI.create("https://nowhere.invalid/v1"))
                .withProxy(new ProxyChoice.None()))).isEqualTo(new TestResult.UnknownHost("nowhere.invalid"));
        server.close();
        assertThat(run(profile())).isInstanceOf(TestResult.NotAnswering.class);
    }

    @Test
    void aProxyThatIsNotThereIsNamedAsTheTrouble() {
        var address = server.base();
        server.close();
        assertThat(run(ConnectionProfile.create("A", ConnectionKind.TEST, URI.create("https://server.invalid/v1"))
                .withProxy(new ProxyChoice.Manual(address.getHost(), address.getPort(), Optional.empty()))))
                .isInstanceOf(TestResult.ProxyTrouble.class);
    }
}
