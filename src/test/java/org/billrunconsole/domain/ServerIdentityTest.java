package org.billrunconsole.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerIdentityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://rest.example.com/v1", "https://REST.Example.com/v1", "HTTPS://rest.example.com:443/v1",
                    "https://rest.example.com./v1", "https://rest.example.com/v1/", "https://rest.example.com/x/../v1"})
    void oneServerHasOneIdentity(String written) {
        assertThat(ServerIdentity.of(URI.create(written))).isEqualTo(new ServerIdentity("rest.example.com/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[::1]:8080/v1", "http://[0:0:0:0:0:0:0:1]:8080/v1", "http://[0::1]:8080/v1/"})
    void anIpAddressHasOneForm(String written) {
        assertThat(ServerIdentity.of(URI.create(written))).isEqualTo(ServerIdentity.of(URI.create(
                "http://[::1]:8080/v1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://rest.example.com:8443/v1", "https://rest.example.com/v2",
            "https://rest.example.com/V1", "https://other.example.com/v1"})
    void otherServersHaveOthers(String written) {
        assertThat(ServerIdentity.of(URI.create(written))).isNotEqualTo(new ServerIdentity("rest.example.com/v1"));
    }

    @Test
    void whatJournalsKeptOfItIsTheSame() {
        assertThat(ServerIdentity.of("Rest.Example.com:443/v1")).isEqualTo(new ServerIdentity("rest.example.com/v1"));
        var loopback = ServerIdentity.of(URI.create("http://[::1]:8080/v1"));
        assertThat(ServerIdentity.of(loopback.text())).isEqualTo(loopback);
        assertThat(ServerIdentity.of("not an address")).isEqualTo(new ServerIdentity("not an address"));
    }
}
