package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** For a short time; {@link ConsoleRacesEndurance} has 300 races of each kind. */
class ConsoleRacesContractTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;

    @Test
    void twoSessionsOfOneProcessNeverSendTwiceForOneState() throws Exception {
        try (var races = ConsoleRaces.inOneProcess(sandboxes.start(SandboxOptions.defaults().withDrift(false)),
                folder.resolve("journal"))) {
            races.run(20, Duration.ZERO);
            races.run(20, Duration.ofMillis(60));
            races.run(4, Duration.ofMillis(400));
            assertThat(races.toString()).contains("at most 1 arrival", "Done=44");
        }
    }

    @Test
    void twoProcessesNeverSendTwiceForOneState() throws Exception {
        try (var races = ConsoleRaces.inTwoProcesses(sandboxes.start(SandboxOptions.defaults().withDrift(false)),
                folder)) {
            races.run(20, Duration.ZERO);
            races.run(20, Duration.ofMillis(60));
            races.run(4, Duration.ofMillis(400));
            assertThat(races.toString()).contains("at most 1 arrival", "Done=44");
        }
    }
}
