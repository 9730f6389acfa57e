package org.billrunconsole.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.billrunconsole.api.ClientOptions;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.testkit.ApiServer;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.RawServer;
import org.billrunconsole.testkit.TlsIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against a server that names the newest version, over TLS. */
class UpdateCheckContractTest {

    private static final TlsIdentity IDENTITY = TlsIdentity.selfSigned();

    private final ApiServer server = new ApiServer(IDENTITY);
    private final ManualTime time = new ManualTime();
    private final List<String> told = new ArrayList<>();
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    private ClientOptions options() {
        return ClientOptions.of(server.base()).withTls(IDENTITY.client(), IDENTITY.trust()).withUserAgent("Test/1");
    }

    private UpdateCheck check(String current) {
        return new UpdateCheck(new VersionFile(this::options), ProductVersion.parse(current).orElseThrow(),
                new SettingsStore(Folders.within(folder), time), time, time, version -> told.add(version.text()));
    }

    @Test
    void aNewerVersionIsToldSoonAfterTheStart() {
        server.answer(ApiServer.json("{\"version\": \"1.1.0\", \"other\": [1]}"));
        try (var check = check("1.0.0")) {
            check.begin();
            assertThat(server.seen()).as("at once").isEmpty();
            time.advance(UpdateCheck.FIRST_AFTER);
            assertThat(told).containsExactly("1.1.0");
        }
    }

    @Test
    void nothingIsToldOfTheSameOrAnOlderOne() {
        server.answerInTurn(ApiServer.json("{\"version\": \"1.0.0\"}"), ApiServer.json("{\"version\": \"0.9\"}"));
        try (var check = check("1.0.0")) {
            check.begin();
            time.advance(Duration.ofDays(2));
        }
        assertThat(server.seen()).hasSizeGreaterThan(1);
        assertThat(told).isEmpty();
    }

    @Test
    void itIsAskedOnceADayHoweverOftenTheProgramStarts() {
        server.answer(ApiServer.json("{\"version\": \"1.1.0\"}"));
        for (int start = 0; start < 5; start++) {
            try (var check = check("1.0.0")) {
                check.begin();
                time.advance(Duration.ofHours(4));
            }
        }
        assertThat(server.seen()).hasSize(1);
        try (var check = check("1.0.0")) {
            check.begin();
            time.advance(Duration.ofHours(48));
        }
        assertThat(server.seen()).hasSize(3);
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftAloneForADayToo() {
        server.answer(ApiServer.problem(503, "Not now"));
        try (var check = check("1.0.0")) {
            check.begin();
            time.advance(Duration.ofHours(23));
        }
        assertThat(server.seen()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aClockThatWasWrongDoesNotEndTheAsking() {
        server.answer(ApiServer.json("{\"version\": \"1.1.0\"}"));
        time.setClock(Duration.ofDays(400));
        try (var check = check("1.0.0")) {
            check.begin();
            time.advance(Duration.ofHours(1));
            time.setClock(Duration.ofDays(-400));
            time.advance(Duration.ofHours(2));
        }
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void nothingIsAskedAfterTheEnd() {
        var check = check("1.0.0");
        check.begin();
        check.close();
        time.advance(Duration.ofDays(3));
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void theRequestSaysWhoAsksAndCarriesNoToken() throws IOException {
        server.answer(ApiServer.json("{\"version\": \"1.1.0\"}"));
        new VersionFile(this::options).read();
        var request = server.seen().getFirst().request();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getHeaders().get("User-Agent")).isEqualTo("Test/1");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getHeaders().get("Cookie")).isNull();
    }

    static Stream<MockResponse> badAnswers() {
        return Stream.of(ApiServer.json("{\"version\": \"latest\"}"), ApiServer.json("{\"version\": 2}x"),
                ApiServer.json("{\"version\": \"2.0.0-beta\"}"), ApiServer.json("{\"version\": {\"x\": \"2.0\"}}"),
                ApiServer.json("[]"), ApiServer.json(""), ApiServer.json("<html>Sign in</html>"),
                ApiServer.json("{\"version\": \"2.0.0\", \"x\": \"" + "y".repeat(5000) + "\"}"),
                ApiServer.json(500, "{\"version\": \"2.0.0\"}").build(),
                ApiServer.json(302, "").setHeader("Location", "https://localhost/other").build());
    }

    @ParameterizedTest
    @MethodSource("badAnswers")
    void whatIsNoGoodAnswerIsNone(MockResponse answer) {
        server.answer(answer);
        assertThatIOException().isThrownBy(() -> new VersionFile(this::options).read());
        assertThat(server.seen()).as("followed nowhere").hasSize(1);
    }

    @Test
    void aServerThatNobodyVouchesForIsNotAsked() {
        server.answer(ApiServer.json("{\"version\": \"2.0.0\"}"));
        assertThatIOException().isThrownBy(() -> new VersionFile(() -> ClientOptions.of(server.base())).read());
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void aServerThatHangsUpIsNoAnswer() {
        try (var hangsUp = new RawServer(connection -> {})) {
            assertThatIOException().isThrownBy(() -> new VersionFile(() -> ClientOptions.of(hangsUp.base())).read());
        }
    }
}
