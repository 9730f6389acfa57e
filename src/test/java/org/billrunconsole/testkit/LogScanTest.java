package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the whole suite: nothing it logged, printed or left on the disk holds a token or a password. */
class LogScanTest {

    /** One of each JVM that the tests were shared by. */
    private static final List<Path> LOGS = IntStream.rangeClosed(1, Integer.getInteger("suite.forks", 1))
            .mapToObj(fork -> Path.of("target", "test-" + fork + ".log"))
            .toList();
    private static final Path REPORTS = Path.of("target", "surefire-reports");

    @Test
    void theSuitesLogsHoldNoSecret() throws IOException {
        for (var log : LOGS) {
            assertThat(traces(log)).as(log.toString()).isEmpty();
        }
    }

    @Test
    void whatTheSuitePrintedHoldsNoSecret() throws IOException {
        try (var reports = Files.list(REPORTS)) {
            // Not its own report: a scan that failed has quoted what it found.
            var files = reports.filter(file -> file.toString().endsWith(".xml")
                    && !file.toString().contains(LogScanTest.class.getSimpleName())).toList();
            assertThat(files).isNotEmpty();
            for (var file : files) {
                assertThat(traces(file)).as(file.toString()).isEmpty();
            }
        }
    }

    /** The logs are this run's, and servers did repeat secrets to a client that logged what they said. */
    @Test
    void theScannedLogsAreThoseInWhichSecretsWouldBe() throws IOException {
        var log = new ArrayList<String>();
        for (var each : LOGS) {
            log.addAll(Files.readAllLines(each));
        }
        assertThat(log).anyMatch(line -> line.contains("Suite run " + System.getProperty("suite.run")));
        assertThat(log).anyMatch(line -> line.contains("Failed: Rejected, GET /bill-runs/1") && line.contains("***"))
                .anyMatch(line -> line.contains("Failed: Rejected, POST /authenticate") && line.contains("***"))
                .anyMatch(line -> line.contains("Write refused: Rejected, PATCH /bill-runs/1")
                        && line.contains("***"))
                .anyMatch(line -> line.contains("DEBUG") && line.contains("Again in"));
    }

    @Test
    void theScanFindsEverySecretOfTheTests(@TempDir Path folder) throws IOException {
        for (var secret : List.of(Secrets.TOKEN, Secrets.RENEWED_TOKEN, Secrets.PASSWORD, Secrets.token("any"),
                "Bearer x", "Basic dXNlcjp6cTdTRUNSRVR6cTctcGFzc3dvcmQ=")) {
            var file = Files.writeString(folder.resolve("planted.log"), "line\nbefore " + secret + " after\nline\n");
            assertThat(traces(file)).as(secret).hasSize(1);
        }
    }

    /** What whole consoles left behind: settings, layout, journal, log, diagnostics. */
    @Test
    void theFoldersOfTheJourneysHoldNoSecret() throws IOException {
        try (var files = Files.walk(KeptFolder.ALL)) {
            for (var file : files.filter(Files::isRegularFile).filter(LogScanTest::isTheConsoles).toList()) {
                assertThat(secretsOf(contents(file))).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void theScannedFoldersHoldEverythingAConsoleWrites() throws IOException {
        try (var files = Files.walk(KeptFolder.ALL)) {
            var names = files.map(Path::toString).toList();
            for (var wanted : List.of("settings.json", "layout.json", "console.log", ".jsonl", "diagnostics.zip")) {
                assertThat(names).as(wanted).anyMatch(name -> name.endsWith(wanted));
            }
        }
        var zip = KeptFolder.ALL.resolve("connections-journey").resolve("diagnostics.zip");
        assertThat(contents(zip)).contains("product=").contains("GET /bill-runs").contains("Console ready");
    }

    @Test
    void theScanOfFoldersFindsTokensAndPasswords() throws IOException {
        var part = Base64.getUrlEncoder().encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(secretsOf("x " + part + "." + part + ".signature y")).isNotEmpty();
        assertThat(secretsOf("\"password\" : \"" + SandboxUser.READER.password() + "\"")).hasSize(1);
        assertThat(secretsOf(Secrets.TOKEN)).isNotEmpty();
    }

    /** Not what the other system printed, which says its passwords aloud since they are none. */
    private static boolean isTheConsoles(Path file) {
        return !file.getFileName().toString().equals("sandbox.txt");
    }

    private static List<String> secretsOf(String text) {
        var found = new ArrayList<String>();
        Pattern.compile("eyJ[A-Za-z0-9_-]{10,}").matcher(text).results().map(MatchResult::group).forEach(found::add);
        Stream.concat(Stream.of(SandboxUser.values()).map(SandboxUser::password), Secrets.traces().stream())
                .filter(text::contains)
                .forEach(found::add);
        return found;
    }

    /** As text; of a ZIP what is in it. */
    private static String contents(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    private static List<String> traces(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> Secrets.traces().stream().anyMatch(line::contains)).toList();
        }
    }
}
