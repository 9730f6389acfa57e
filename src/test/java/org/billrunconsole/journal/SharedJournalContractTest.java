package org.billrunconsole.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sessions on one journal, in this process and in others that end in whatever way. */
class SharedJournalContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    /** Another console: begins an intent, says so, and lives on until it is killed. */
    static final class Other {

        private Other() {}

        /** Arguments: folder, run, where to say that it is done. */
        public static void main(String[] args) throws Exception {
            try (var journal = Journal.open(Path.of(args[0]), InstantSource.system())) {
                var intent = JournalEntries.intent(journal.lease(), Long.parseLong(args[1]));
                journal.begin(intent);
                Files.writeString(Path.of(args[2] + ".new"), journal.isAbandoned(intent) ? "gone" : "alive");
                Files.move(Path.of(args[2] + ".new"), Path.of(args[2]));
                new CountDownLatch(1).await();
            }
        }
    }

    private Process start(int run) throws IOException {
        var said = folder.resolveSibling(folder.getFileName() + ".said" + run);
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsuite.log=" + folder.resolveSibling("suite.log"), "-cp",
                String.join(File.pathSeparator, System.getProperty("jdk.module.path", ""), System.getProperty(
                        "java.class.path"), classes(Journal.class), classes(JournalEntries.class)),
                Other.class.getName(), folder.toString(), Integer.toString(run), said.toString()).redirectErrorStream(
                        true)
                .redirectOutput(folder.resolveSibling("child.log").toFile()).start();
        await().atMost(PATIENCE).until(() -> Files.exists(said) || !process.isAlive());
        assertThat(said).hasContent("alive");
        Files.delete(said);
        return process;
    }

    private static String classes(Class<?> type) {
        return Path.of(java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Test
    void anIntentOfAKilledConsoleIsAbandonedAtOnceForThoseThatLiveOn() throws IOException {
        try (var journal = Journal.open(folder, time)) {
            var other = start(7);
            try {
                var open = journal.open();
                assertThat(open).hasSize(1);
                assertThat(journal.isAbandoned(open.getFirst().intent())).isFalse();
                assertThat(journal.begin(JournalEntries.intent(journal.lease(), 7))).isPresent();
            } finally {
                kill(other);
            }
            assertThat(journal.isAbandoned(journal.open().getFirst().intent())).isTrue();
            assertThat(journal.verify()).isEqualTo(new Verification.Intact(1));
        }
    }

    @Test
    void aSessionThatClosesOrIsLookedAtGivesNobodysLockAway() throws IOException {
        try (var first = Journal.open(folder, time)) {
            var intent = JournalEntries.intent(first.lease(), 7);
            first.begin(intent);
            var second = Journal.open(folder, time);
            assertThat(second.isAbandoned(intent)).isFalse();
            second.close();
            // What another process sees of the first one's lock.
            var other = start(8);
            try {
                assertThat(Files.exists(folder.resolve("consoles").resolve(first.lease() + ".alive"))).isTrue();
                assertThat(livesForAnother(first.lease())).isTrue();
            } finally {
                kill(other);
            }
        }
    }

    /** Whether a process of its own finds that an owner lives. */
    private boolean livesForAnother(UUID owner) throws IOException {
        var said = folder.resolveSibling(folder.getFileName() + ".lives");
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsuite.log=" + folder.resolveSibling("suite.log"), "-cp",
                String.join(File.pathSeparator, System.getProperty("jdk.module.path", ""), System.getProperty(
                        "java.class.path"), classes(Journal.class), classes(JournalEntries.class)),
                Look.class.getName(), folder.toString(), owner.toString(), said.toString()).start();
        assertThat(process.onExit().join().exitValue()).isZero();
        return Boolean.parseBoolean(Files.readString(said));
    }

    /** Another console that asks whether an owner lives. */
    static final class Look {

        private Look() {}

        /** Arguments: folder, owner, where to say it. */
        public static void main(String[] args) throws Exception {
            try (var leases = new ProcessLeases(Path.of(args[0]).resolve("consoles"))) {
                Files.writeString(Path.of(args[2]), Boolean.toString(leases.lives(UUID.fromString(args[1]))));
            }
        }
    }

    @Test
    void aSessionThatClosesLeavesItsIntentsToTheOthersOfItsProcess() {
        var first = Journal.open(folder, time);
        try (var second = Journal.open(folder, time)) {
            var intent = JournalEntries.intent(first.lease(), 7);
            first.begin(intent);
            assertThat(second.isAbandoned(intent)).isFalse();
            first.close();
            first.close();
            assertThat(second.isAbandoned(intent)).isTrue();
            second.note(JournalEntries.notice("n", Map.of()));
        }
    }
}
