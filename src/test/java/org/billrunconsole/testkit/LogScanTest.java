package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the whole suite: nothing it logged or printed holds a token or a password. */
class LogScanTest {

    private static final Path LOG = Path.of("target", "test.log");
    private static final Path REPORTS = Path.of("target", "surefire-reports");

    @Test
    void theSuitesLogHoldsNoSecret() throws IOException {
        assertThat(traces(LOG)).isEmpty();
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

    /** The log is this run's, and servers did repeat secrets to a client that logged what they said. */
    @Test
    void theScannedLogIsTheOneInWhichSecretsWouldBe() throws IOException {
        var log = Files.readAllLines(LOG);
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

    private static List<String> traces(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> Secrets.traces().stream().anyMatch(line::contains)).toList();
        }
    }
}
