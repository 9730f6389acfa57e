package org.billrunconsole.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.settings.ConnectionProfile;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.ProxyChoice;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.settings.SignInMode;
import org.billrunconsole.settings.policy.MachinePolicy;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportTest {

    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ" + Secrets.MARK + "In0.c2lnbmF0dXJl";

    @TempDir
    private Path folder;

    // The reports are scanned for what these look like.
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"token was %s today", "Authorization: Bearer %s", "{\"password\":\"%s\",\"user\":\"a\"}",
            "{\"token\": \"%s\"}", "password=%s", "https://kim:%s@host/path", "Proxy-Authorization: Basic %s",
            "at X: java.io.IOException: secret: %s\n\tat Y"})
    void whateverLooksLikeASecretIsTakenOut(String around) {
        for (var secret : List.of(JWT, Secrets.MARK + "+a/b=")) {
            if (around.startsWith("token was") && !secret.startsWith("eyJ")) {
                continue;
            }
            assertThat(Redaction.of(around.formatted(secret))).doesNotContain(Secrets.MARK).contains("***");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /bill-runs?page=1 → 200 in 12 ms", "https://rest.elevatebilling.com/v1 answered",
            "The server refused the token", "A key store"})
    void otherTextIsLeftAlone(String text) {
        assertThat(Redaction.of(text)).isEqualTo(text);
    }

    private static LoggerContext context() {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return context;
    }

    // Each a pattern to somebody: the log's own, a format's, a shell's.
    @ParameterizedTest
    @ValueSource(strings = {"logs", "100% d{x} %i %d", "[a-z] {0} $HOME ${user.home}", "Größe 'n blank"})
    void theLogIsWrittenInAnyFolderAndHoldsNoSecret(String name) throws IOException {
        // Under LC_ALL=C no program of Java can name some folders.
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name));
        var context = context();
        var logs = new Logs(folder.resolve(name));
        logs.begin(context, 20_000);
        var log = context.getLogger("test");
        // Whether the file is full is looked at twice a second.
        await().until(() -> {
            for (int i = 0; i < 100; i++) {
                log.info("line {} sent Authorization: Bearer {}", i, JWT);
            }
            return Files.exists(folder.resolve(name).resolve("console.1.log"));
        });
        log.error("broke", new IOException("token=" + Secrets.MARK));
        context.stop();
        try (var files = Files.list(folder.resolve(name))) {
            var all = files.toList();
            assertThat(all).contains(logs.current()).hasSizeBetween(2, 5);
            assertThat(all).allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(Secrets.MARK));
            assertThat(all).anySatisfy(file -> assertThat(Files.readString(file)).contains(
                    "java.io.IOException: token=***"));
        }
    }

    @Test
    void aFullLogBecomesTheFirstOldOneAndTheOldestIsGone() throws IOException {
        var odd = Files.createDirectory(folder.resolve("100% %i"));
        var files = new NumberedFiles(odd.resolve("console.log"), 4);
        for (int i = 1; i <= 6; i++) {
            Files.writeString(odd.resolve("console.log"), "log " + i);
            files.rollover();
        }
        for (int number = 1; number <= 4; number++) {
            assertThat(odd.resolve("console." + number + ".log")).hasContent("log " + (7 - number));
        }
        assertThat(odd.toFile().list()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000B"})
    void noWordsOfAServerPassForALineOfTheLog(String between) throws IOException {
        var context = context();
        var logs = new Logs(folder.resolve("logs"));
        logs.begin(context, 1 << 20);
        var forged = "2026-11-28 12:00:00,000 INFO nothing was sent\u001B[2J\u202E";
        context.getLogger("test").warn("Failed: said{}{}", between, forged, new IOException("said" + between + forged));
        context.stop();
        var text = Files.readString(logs.current());
        assertThat(text).contains("nothing was sent").doesNotContain("\u001B", "\u202E", "\u0085", "\u2028");
        assertThat(text.lines().skip(1)).allSatisfy(line -> assertThat(line).startsWith("\t"));
    }

    @Test
    void aLogFolderThatCannotBeMadeCostsOnlyTheFileAndIsSaidOnTheTerminal() throws IOException {
        var blocked = Files.writeString(folder.resolve("file"), "");
        var context = context();
        var terminal = new ListAppender<ILoggingEvent>();
        terminal.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(terminal);
        try (var logs = new Logs(blocked.resolve("logs"))) {
            logs.begin(context, 20_000);
            context.getLogger("test").info("still here");
        }
        assertThat(terminal.list).extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(first -> assertThat(first).startsWith("The log is not written to")
                        .contains(blocked.toString()), then -> assertThat(then).isEqualTo("still here"));
        assertThat(blocked).hasContent("");
    }

    @Test
    void diagnosticsHoldTheListAndNoSecret() throws IOException {
        var settings = new SettingsStore(Folders.within(folder), new ManualTime());
        settings.save(ConnectionProfile.create("Elevate", ConnectionKind.TEST, URI.create("https://t.example/v1"))
                .withSignIn(SignInMode.PASSWORD, "acme-brand", "billing.ops")
                .withProxy(new ProxyChoice.Manual("proxy.example", 1, Optional.of("proxy-user"))));
        var logs = new Logs(settings.folders().logs());
        Files.createDirectories(settings.folders().logs());
        Files.writeString(logs.current(), "an old line with " + JWT);
        var parts = new Diagnostics("Console 1", settings, new MachinePolicy.Absent(), logs,
                () -> List.of("GET /bill-runs 200 12")).parts();
        var zip = folder.resolve("diagnostics.zip");
        try (var out = Files.newOutputStream(zip)) {
            Diagnostics.save(parts, out);
        }
        try (var file = new ZipFile(zip.toFile())) {
            assertThat(file.stream().map(Object::toString)).containsExactly("versions.txt", "settings.txt",
                    "requests.txt", "console.log");
            var text = new StringBuilder();
            for (var entry : file.stream().toList()) {
                text.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(text).contains("Console 1", "t.example/v1", "GET /bill-runs 200 12", "an old line with ***")
                    .contains("Connection t.example/v1 (test)", "proxy: proxy.example:1, with a login",
                            "Colours: system", "Looks at running runs every 2 s")
                    .doesNotContain("Preferences[", "Advanced[", "COMFORTABLE")
                    .doesNotContain(Secrets.MARK, "billing.ops", "acme-brand", "proxy-user");
        }
    }
}
