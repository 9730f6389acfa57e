package org.billrunconsole.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.billrunconsole.domain.write.PatchOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOptionsTest {

    private static final URI VENDOR = URI.create("https://rest.elevatebilling.com/v1");

    @Test
    void theLimitsAreTheOnesOfTheContractUnlessSetOtherwise() {
        var options = ClientOptions.of(VENDOR);
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.callTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(options.maxAnswerBytes()).isEqualTo(64 * 1024 * 1024);
        assertThat(options.guard()).isFalse();
        assertThat(options.reopenPatch()).containsExactly(PatchOperation.replace("/billRunStatus", "OPEN"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/v1", "http://LOCALHOST/v1", "http://127.0.0.1/v1",
            "http://127.9.8.7:1/", "http://[::1]:8080/v1", "https://10.0.0.1/v1", "https://elsewhere.example"})
    void acceptsHttpsAnywhereAndHttpToThisMachine(String base) {
        assertThat(ClientOptions.of(URI.create(base)).base()).isEqualTo(URI.create(base));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://rest.elevatebilling.com/v1", "http://10.0.0.1/v1", "http://192.168.0.1:8080/",
            "http://[fe80::1]/", "http://localhost.example.com/v1", "http://127.0.0.1.example.com/", "http://0.0.0.0/",
            "ftp://localhost/", "file:///v1", "localhost:8080", "/v1", "https://user@host/v1", "https://host/v1?a=b",
            "https://host/v1#a", "http://127.0.0.1:80@elsewhere.example/"})
    void refusesHttpToAnotherMachineAndWhatIsNoAddress(String base) {
        var uri = URI.create(base);
        assertThatThrownBy(() -> ClientOptions.of(uri)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalDoesNotRepeatAPasswordInTheAddress() {
        var uri = URI.create("https://user:" + "hidden@host/v1");
        assertThatThrownBy(() -> ClientOptions.of(uri)).hasMessageNotContaining("hidden");
    }

    @Test
    void refusesLimitsThatWouldMeanForEver() {
        var options = ClientOptions.of(VENDOR);
        var second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> options.withTimeouts(Duration.ZERO, second, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withTimeouts(second, Duration.ofNanos(5), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withTimeouts(second, second, Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMaxAnswerBytes(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withReopenPatch(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withUserAgent("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTlsContextNeedsItsTrustManager() throws NoSuchAlgorithmException {
        var o = ClientOptions.of(VENDOR);
        var context = Optional.of(SSLContext.getDefault());
        assertThatThrownBy(() -> new ClientOptions(o.base(), o.connectTimeout(), o.readTimeout(), o.callTimeout(),
                o.maxAnswerBytes(), o.guard(), o.reopenPatch(), o.retries(), context, Optional.empty(), o.proxies(),
                o.proxyLogin(), o.userAgent())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesRetriesThatMakeNoSense() {
        assertThatThrownBy(() -> new ReadRetries(-1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReadRetries(1, Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
