package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.lifecycle.RunSnapshot;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SandboxConnection;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two consoles on one sandbox want the same of one run. */
class RacingConsolesContractTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private Sandbox sandbox;
    private SandboxConnection firstConnection;
    private SandboxConnection secondConnection;
    private TestConsole first;
    private TestConsole second;

    @BeforeEach
    void start() {
        sandbox = sandboxes.start(SandboxOptions.defaults().withDrift(false));
        firstConnection = new SandboxConnection(sandbox, time, new HashSet<>(), _ -> {});
        secondConnection = new SandboxConnection(sandbox, time, new HashSet<>(), _ -> {});
        first = new TestConsole(folder.resolve("first"), firstConnection, time, time);
        second = new TestConsole(folder.resolve("second"), secondConnection, time, time);
    }

    @AfterEach
    void end() {
        first.close();
        second.close();
        firstConnection.close();
        secondConnection.close();
    }

    private List<RunKey> closeable() {
        return Stream.of(RunKind.values())
                .flatMap(kind -> sandbox.runs(kind).stream())
                .filter(RunSnapshot::closeable)
                .map(RunSnapshot::key)
                .toList();
    }

    private static Command close(RunKey run) {
        return new Command.Close(run, Optional.empty(), Optional.empty());
    }

    @Test
    void theSlowerOneIsRefusedAndLocksTheRunUntilItIsClearWhatCameOfIt() {
        var run = closeable().getFirst();
        firstConnection.whileSending(_ -> assertThat(second.perform(close(run))).isInstanceOf(WriteResult.Done.class));
        // The server says no, and yet the run is closed: from here nobody can tell by whom.
        assertThat(first.perform(close(run))).isInstanceOf(WriteResult.Unknown.class);
        time.advance(Duration.ofMinutes(1));
        assertThat(first.lastVerdict()).contains(Finding.CANNOT_BE_TOLD);
        assertThat(second.lastVerdict()).contains(Finding.APPLIED);
        // And it shows at once what the other has made of the run.
        assertThat(first.store().find(run)).contains(firstConnection.run(run));
    }

    @Test
    void atTheSameMomentOneWinsEveryTime() throws Exception {
        var keys = closeable();
        assertThat(keys).hasSizeGreaterThan(5);
        for (var run : keys) {
            var seen = firstConnection.run(run);
            var results = atOnce(() -> Confirmed.perform(first.requests(), first.writes(), close(run), seen, ""),
                    () -> Confirmed.perform(second.requests(), second.writes(),
                            close(run), seen, ""));
            assertThat(results).filteredOn(WriteResult.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(each -> !(each instanceof WriteResult.Done))
                    .singleElement()
                    .isInstanceOfAny(WriteResult.ChangedMeanwhile.class, WriteResult.Unknown.class);
            time.advance(Duration.ofMinutes(1));
            assertThat(first.isLocked(run) || second.isLocked(run)).isFalse();
        }
        assertThat(sandbox.log().writes()).filteredOn(write -> write.applied()).hasSameSizeAs(keys);
    }

    @Test
    void twoThatShareAJournalNeverBothGetThrough() throws Exception {
        try (var third = new TestConsole(folder.resolve("first"), secondConnection, time, time)) {
            for (var run : closeable()) {
                var seen = firstConnection.run(run);
                var results = atOnce(() -> Confirmed.perform(first.requests(), first.writes(), close(run), seen, ""),
                        () -> Confirmed.perform(third.requests(), third.writes(),
                                close(run), seen, ""));
                assertThat(results).filteredOn(WriteResult.Done.class::isInstance).hasSize(1);
                assertThat(results).filteredOn(each -> !(each instanceof WriteResult.Done))
                        .singleElement()
                        .isInstanceOfAny(WriteResult.ChangedMeanwhile.class, WriteResult.AlreadyUnderWay.class);
            }
        }
    }

    private static List<WriteResult> atOnce(Callable<WriteResult> one, Callable<WriteResult> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<WriteResult>();
            for (var future : threads.invokeAll(List.of(together(barrier, one), together(barrier, other)))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static Callable<WriteResult> together(CyclicBarrier barrier, Callable<WriteResult> work) {
        return () -> {
            barrier.await();
            return work.call();
        };
    }
}
