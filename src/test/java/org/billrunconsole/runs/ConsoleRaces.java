package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.Operation;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SandboxConnection;

/**
 * Two consoles with one journal that are told at the same moment to move the schedule of the run both have seen. Every
 * second answer to a reading is held back for a time, so that a console may act by what another has changed since.
 */
final class ConsoleRaces implements AutoCloseable {

    /** One of the two. */
    private interface Racer {

        void see(RunKey run) throws Exception;

        /** What came of it: the name of the {@link WriteResult}. */
        String move(int periods) throws Exception;

        void close();
    }

    private final Sandbox sandbox;
    private final List<Racer> racers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> results = new TreeMap<>();
    private int mostArrivals;

    private ConsoleRaces(Sandbox sandbox, List<Racer> racers) {
        this.sandbox = sandbox;
        this.racers = racers;
    }

    /** Two sessions in this process. */
    static ConsoleRaces inOneProcess(Sandbox sandbox, Path folder) {
        return new ConsoleRaces(sandbox, List.of(inProcess(sandbox, folder), inProcess(sandbox, folder)));
    }

    /** A process each. */
    static ConsoleRaces inTwoProcesses(Sandbox sandbox, Path folder) throws IOException {
        return new ConsoleRaces(sandbox, List.of(process(sandbox, folder, "one"), process(sandbox, folder, "two")));
    }

    /** Lets them race and counts what arrived at the server for each state of the run. */
    void run(int count, Duration delay) throws Exception {
        sandbox.faults().lift();
        if (delay.isPositive()) {
            sandbox.faults().order(Fault.of(new FaultEffect.Latency(delay, FaultEffect.Moment.AFTER))
                    .on(Operation.GET_BILL_RUN)
                    .withProbability(0.5));
        }
        var run = sandbox.runs(RunKind.REGULAR)
                .stream()
                .filter(each -> each.status() == RunStatus.Known.OPEN && each.stage() == Stage.Known.PROPERTIES)
                .max(Comparator.comparing(each -> each.key().id()))
                .orElseThrow()
                .key();
        for (var race = 0; race < count; race++) {
            var periods = race % 2 == 0 ? 1 : -1;
            for (var racer : racers) {
                racer.see(run);
            }
            var before = sandbox.log().writes().size();
            for (var result : threads.invokeAll(racers.stream()
                    .<Callable<String>>map(racer -> () -> racer.move(periods))
                    .toList())) {
                results.merge(result.get(), 1, Integer::sum);
            }
            var arrivals = sandbox.log().writes().size() - before;
            mostArrivals = Math.max(mostArrivals, arrivals);
            assertThat(arrivals).as("arrivals for one state, race %d, answers up to %s late", race, delay).isEqualTo(1);
        }
    }

    @Override
    public String toString() {
        return "at most " + mostArrivals + " arrival for one state; " + results;
    }

    @Override
    public void close() {
        racers.forEach(Racer::close);
        threads.close();
    }

    private static Racer inProcess(Sandbox sandbox, Path folder) {
        var time = new ManualTime();
        var connection = new SandboxConnection(sandbox, time, ConcurrentHashMap.newKeySet(),
                _ -> {});
        var console = new TestConsole(folder, connection, time, time);
        return new Racer() {

            private Run seen;

            @Override
            public void see(RunKey run) {
                seen = connection.run(run);
            }

            @Override
            public String move(int periods) {
                return Confirmed
                        .perform(console.requests(), console.writes(), new Command.AdjustSchedule(seen.key(), periods),
                                seen, "")
                        .getClass()
                        .getSimpleName();
            }

            @Override
            public void close() {
                console.close();
                connection.close();
            }
        };
    }

    private static Racer process(Sandbox sandbox, Path folder, String name) throws IOException {
        var builder = ChildJvm.of(RacingConsole.class, folder.resolve(name + ".log"), sandbox.baseUri().toString(),
                folder.resolve("journal").toString());
        builder.environment().put(RacingConsole.TOKEN, sandbox.token(SandboxUser.OPERATOR));
        var process = builder.redirectError(folder.resolve(name + ".err").toFile()).start();
        var answers = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var orders = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8));
        assertThat(answerOf(answers)).isEqualTo("ready");
        return new Racer() {

            @Override
            public void see(RunKey run) throws IOException {
                order("see " + run.id());
                assertThat(answerOf(answers)).isEqualTo("seen");
            }

            @Override
            public String move(int periods) throws IOException {
                order("move " + periods);
                return answerOf(answers);
            }

            private void order(String line) throws IOException {
                orders.write(line);
                orders.newLine();
                orders.flush();
            }

            @Override
            public void close() {
                process.destroyForcibly();
                process.onExit().join();
            }
        };
    }

    /** The next line that is not of the log. */
    private static String answerOf(BufferedReader answers) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.matches("\\w+")) {
                return line;
            }
        }
        throw new IOException("The console has ended");
    }
}
