package org.billrunconsole.journal.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.SamplePlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Consoles, each a process, that want the same plans, and what is left by one that is killed. */
class PlanClaimContractTest {

    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    /** A console that takes plans on whenever it is told to, and says whether it has got them. */
    static final class Claiming {

        private Claiming() {}

        /** Argument: folder. Reads ids of plans, a line each. */
        public static void main(String[] args) {
            try (var journal = Journal.open(Path.of(args[0]), InstantSource.system())) {
                var plans = new PlanFiles(journal);
                System.out.println("ready");
                var orders = new Scanner(System.in, StandardCharsets.UTF_8);
                while (orders.hasNextLine()) {
                    var plan = UUID.fromString(orders.nextLine());
                    // As a console does at its start: it looks who has the plan, and then tries.
                    plans.read(plan);
                    System.out.println("claimed " + plans.claim(plan, SamplePlans.claim(journal.lease())));
                }
            }
        }
    }

    /** One such process. */
    private final class Console implements AutoCloseable {

        private final Process process;
        private final BufferedReader answers;

        Console(String name) throws IOException {
            process = ChildJvm.of(Claiming.class, folder.resolveSibling(name + ".log"), folder.toString()).start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            answer("ready");
        }

        void tell(UUID plan) throws IOException {
            var orders = process.outputWriter(StandardCharsets.UTF_8);
            orders.write(plan + "\n");
            orders.flush();
        }

        boolean hasGotIt() throws IOException {
            return Boolean.parseBoolean(answer("claimed ").substring("claimed ".length()));
        }

        /** The next line with this beginning; the log's own lines stand between. */
        private String answer(String beginning) throws IOException {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            throw new IOException("The console has ended");
        }

        /** As by {@code kill -9}. */
        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** A plan whose console was killed: its lease's file is there, and nobody holds it. */
    private UUID abandoned(int round) throws IOException {
        var plan = SamplePlans.small(JournalEntries.TIME.plusSeconds(round), 7);
        UUID lease;
        try (var journal = Journal.open(folder, InstantSource.system())) {
            lease = journal.lease();
            new PlanFiles(journal).create(plan, SamplePlans.claim(lease));
        }
        Files.createFile(folder.resolve("consoles").resolve(lease + ".alive"));
        return plan.id();
    }

    @Test
    void ofTwoConsolesThatTakeAPlanOnAtOnceExactlyOneGetsItAndAfterAKillItIsFreeAgain() throws IOException {
        var ids = new ArrayList<UUID>();
        try (var one = new Console("one"); var other = new Console("other")) {
            for (var round = 0; round < ROUNDS; round++) {
                var plan = abandoned(round);
                ids.add(plan);
                one.tell(plan);
                other.tell(plan);
                assertThat(List.of(one.hasGotIt(), other.hasGotIt())).as("round %s", round)
                        .containsExactlyInAnyOrder(true, false);
            }
            try (var journal = Journal.open(folder, InstantSource.system())) {
                var plans = new PlanFiles(journal);
                assertThat(plans.open()).hasSize(ROUNDS).allMatch(Kept::claimedByLiving);
                assertThat(ids).noneMatch(plan -> plans.claim(plan, SamplePlans.claim(journal.lease())));
            }
        }
        try (var journal = Journal.open(folder, InstantSource.system())) {
            var plans = new PlanFiles(journal);
            assertThat(plans.open()).extracting(kept -> kept.plan().id()).isEqualTo(ids);
            assertThat(plans.open()).noneMatch(Kept::claimedByLiving);
            assertThat(ids).allMatch(plan -> plans.claim(plan, SamplePlans.claim(journal.lease())));
            assertThat(plans.open()).allSatisfy(kept -> assertThat(kept.events()).hasSize(3)
                    .allMatch(PlanEvent.Claimed.class::isInstance));
        }
    }
}
