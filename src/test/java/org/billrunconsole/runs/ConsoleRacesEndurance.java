package org.billrunconsole.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link ConsoleRacesContractTest} with 300 races for each delay: {@code mvn verify -Plong}. */
class ConsoleRacesEndurance {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleRacesEndurance.class);
    private static final int COUNT = 300;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;

    @Test
    void twoSessionsOfOneProcess() throws Exception {
        try (var races = ConsoleRaces.inOneProcess(sandboxes.start(SandboxOptions.defaults().withDrift(false)),
                folder.resolve("journal"))) {
            race(races, "two sessions");
        }
    }

    @Test
    void twoProcesses() throws Exception {
        try (var races = ConsoleRaces.inTwoProcesses(sandboxes.start(SandboxOptions.defaults().withDrift(false)),
                folder)) {
            race(races, "two processes");
        }
    }

    private static void race(ConsoleRaces races, String what) throws Exception {
        for (var delay : List.of(0, 60, 400)) {
            races.run(COUNT, Duration.ofMillis(delay));
            LOG.info("{}, answers to readings up to {} ms late: {} races: {}", what, delay, COUNT, races);
        }
    }
}
