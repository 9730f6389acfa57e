package org.billrunconsole.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.domain.Failure.Unreachable;
import org.billrunconsole.domain.write.WriteOutcome;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.Samples;
import org.billrunconsole.testkit.Secrets;
import org.billrunconsole.testkit.TlsIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands between this machine and the server: its troubles are its own, and nothing has been sent. */
class ProxyContractTest {

    private static final URI BEYOND = URI.create("https://beyond.example/v1");

    @ParameterizedTest
    @EnumSource
    void aProxyThatIsNotThereIsTheProxysTrouble(Operation operation) {
        try (var gone = Fault.CONNECTION_REFUSED.start()) {
            expectProxyTrouble(operation, through(gone.options().base(), Optional.empty()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatWantsAPasswordGetsNoRequest(Operation operation) {
        try (var proxy = new RawServer(connection -> {
            connection.request();
            connection.send("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
            connection.stall();
        })) {
            expectProxyTrouble(operation, through(proxy.base(), Optional.empty()));
            assertThat(proxy.requests()).isNotEmpty().allMatch(line -> line.startsWith("CONNECT beyond.example:443 "));
            assertThat(proxy.headers()).noneMatch(header -> header.contains(Secrets.MARK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProxyThatCannotReachTheServerIsTheProxysTrouble(Operation operation) {
        try (var proxy = new RawServer(connection -> {
            connection.request();
            connection.send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            connection.stall();
        })) {
            expectProxyTrouble(operation, through(proxy.base(), Optional.empty()));
        }
    }

    @Test
    void aProxyIsToldTheUserAndPasswordOnceAndOnlyWhenItAsks() {
        try (var proxy = new RawServer(connection -> {
            while (connection.request().isPresent()) {
                connection.send("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                        + "Content-Length: 0\r\n\r\n");
            }
        })) {
            expectProxyTrouble(Operation.PATCH_BILL_RUN, through(proxy.base(), Optional.of(login())));
            assertThat(proxy.requests()).hasSize(2);
            assertThat(proxy.headers()).filteredOn(header -> header.startsWith("Proxy-Authorization: Basic "))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"READ_BILL_RUN", "PATCH_BILL_RUN"})
    void aServerBeyondTheProxyThatAsksAsAProxyDoesGetsNoPassword(Operation operation) throws Exception {
        var tls = TlsIdentity.selfSigned();
        try (var both = new MockWebServer()) {
            both.useHttps(tls.server().getSocketFactory());
            both.enqueue(new MockResponse.Builder().inTunnel().build());
            both.enqueue(ApiServer.json(407, "{}").addHeader("Proxy-Authenticate", "Basic realm=\"x\"").build());
            both.enqueue(ApiServer.json(Samples.BILL_RUN));
            both.start();
            var options = TestClient.options(URI.create("https://localhost:1/v1"))
                    .withTls(tls.client(), tls.trust())
                    .withProxies(ProxySelector.of(address(both.url("/").uri())), Optional.of(login()));
            try (var client = TestClient.of(options)) {
                assertThat(client.told(operation).failure()).containsInstanceOf(Unreachable.class);
            }
            assertThat(both.takeRequest().getMethod()).as("of the proxy").isEqualTo("CONNECT");
            assertThat(both.takeRequest().getHeaders().names()).as("of the server").doesNotContain(
                    "Proxy-Authorization");
            assertThat(both.getRequestCount()).as("and nothing more was asked of it").isEqualTo(2);
        }
    }

    @Test
    void aCallToThisMachineGoesThroughNoProxy() {
        try (var proxy = new RawServer(RawServer.Connection::stall); var server = new ApiServer()) {
            server.answer(ApiServer.json(Samples.BILL_RUN));
            var options = TestClient.options(server.base())
                    .withProxies(ProxySelector.of(address(proxy.base())), Optional.of(login()));
            try (var client = TestClient.of(options)) {
                assertThat(client.told(Operation.READ_BILL_RUN).failure()).isEmpty();
                assertThat(client.told(Operation.PATCH_BILL_RUN).failure()).isEmpty();
            }
            assertThat(proxy.connections()).isZero();
        }
    }

    private static void expectProxyTrouble(Operation operation, ClientOptions options) {
        try (var client = TestClient.of(options)) {
            var told = client.told(operation);
            assertThat(told.failure()).containsInstanceOf(Unreachable.class);
            assertThat(((Unreachable) told.failure().orElseThrow()).cause()).isEqualTo(Unreachable.Cause.PROXY);
            assertThat(told.outcome().<Class<?>>map(Object::getClass)).isEqualTo(operation.ifWrite(
                    WriteOutcome.NotSent.class));
        }
    }

    private static ClientOptions through(URI proxy, Optional<Authenticator> login) {
        return TestClient.options(BEYOND).withProxies(ProxySelector.of(address(proxy)), login);
    }

    private static InetSocketAddress address(URI server) {
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    private static Authenticator login() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("user", Secrets.PASSWORD.toCharArray());
            }
        };
    }
}
