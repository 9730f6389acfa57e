package org.billrunconsole.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.secrets.MemorySecretStore;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Through a real forward proxy that wants a login. Started by {@code .ci/proxy-trial}, which starts the proxy and says
 * where it is in {@code proxy.port}, {@code proxy.user} and {@code proxy.password}; not part of {@code mvn verify}.
 */
class ForwardProxyTrial {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0)
            .commonName("Acme, Inc. private CA")
            .build();

    private final ManualTime time = new ManualTime();
    private final ConnectionTest tests = new ConnectionTest(new Sessions(new ApiClients(HttpApi::connect,
            HttpApi::authentication, HttpApi::claims), new MemorySecretStore(), Optional::empty, time, time, "Test"));
    private ApiServer server;
    private ConnectionProfile profile;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        var keys = new HandshakeCertificates.Builder().heldCertificate(new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .build()).build();
        server = new ApiServer(new TlsIdentity(keys.sslContext(), keys.sslContext(), keys.trustManager()));
        server.answer(ApiServer.json("[]"));
        profile = ConnectionProfile.create("Local", ConnectionKind.TEST, server.base())
                .withCaFile(Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem()));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private TestResult through(Optional<String> user, Optional<String> password) {
        var proxy = new ProxyChoice.Manual("localhost", Integer.getInteger("proxy.port"), user);
        return tests.run(profile.withProxy(proxy), Optional.of(Secrets.TOKEN.toCharArray()),
                password.map(String::toCharArray));
    }

    @Test
    void withItsLoginTheServerIsReached() {
        assertThat(through(Optional.of(System.getProperty("proxy.user")),
                Optional.of(System.getProperty("proxy.password")))).isInstanceOf(TestResult.Works.class);
        assertThat(server.seen()).hasSize(1);
        assertThat(server.seen().getFirst().request().getHeaders().names()).doesNotContain("Proxy-Authorization");
    }

    @Test
    void withoutALoginTheProxyIsNamedAsTheTrouble() {
        assertThat(through(Optional.empty(), Optional.empty())).isInstanceOf(TestResult.ProxyTrouble.class);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void soItIsWithAWrongPassword() {
        assertThat(through(Optional.of(System.getProperty("proxy.user")), Optional.of("wrong")))
                .isInstanceOf(TestResult.ProxyTrouble.class);
        assertThat(server.seen()).isEmpty();
    }
}
