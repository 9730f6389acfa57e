package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.runs.FaultyLog;
import org.billrunconsole.runs.FaultyLog.Trouble;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.WriteFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of a change that was not answered for, and for how long. */
class UnansweredWritesTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final FakeServer server = new FakeServer(time);
    private final FakeClient client = new FakeClient(server, "console");
    private final Command.Close close = new Command.Close(RUN, Optional.of(LocalDate.of(2026, 12, 3)),
            Optional.empty());
    private final List<FaultyLog> logs = new ArrayList<>();
    private TestConsole console;
    private UnansweredWrites unanswered;

    @BeforeEach
    void start() {
        server.put(SampleRuns.openRun(7));
        console = new TestConsole(folder, client, time, time, JournalEntries.ORIGIN, this::faulty);
        unanswered = console.unknown().unanswered();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private WriteAheadLog faulty(WriteAheadLog journal) {
        logs.add(new FaultyLog(journal, folder));
        return logs.getLast();
    }

    @Test
    void itIsBeingFoundOutUntilTheVerdictAndThenSaidUntilItIsPutAway() {
        var begun = time.instant();
        client.next(WriteFault.LOST);
        console.perform(close);
        assertThat(unanswered.of(RUN)).contains(new UnansweredWrite.BeingFoundOut(close, begun));
        assertThat(unanswered.isOpen(RUN)).isTrue();
        unanswered.putAway(RUN);
        assertThat(unanswered.isOpen(RUN)).as("what is open cannot be put away").isTrue();

        time.advance(LONG);
        assertThat(unanswered.of(RUN)).contains(new UnansweredWrite.FoundOut(close, begun, Finding.NOT_APPLIED));
        assertThat(unanswered.isOpen(RUN)).isFalse();
        unanswered.putAway(RUN);
        assertThat(unanswered.of(RUN)).isEmpty();
    }

    @Test
    void whoeverIsToldThatARunIsUnlockedCanSayWhatWasFoundOut() {
        var told = new ArrayList<Optional<UnansweredWrite>>();
        console.locks().addListener(run -> {
            if (!console.isLocked(run)) {
                told.add(unanswered.of(run));
            }
        });
        var begun = time.instant();
        client.next(WriteFault.ANSWER_LOST);
        console.perform(close);
        time.advance(LONG);
        assertThat(told).containsExactly(Optional.of(new UnansweredWrite.FoundOut(close, begun, Finding.APPLIED)));
    }

    @Test
    void aVerdictThatCannotBeWrittenIsNotSaidToBeUnknown() {
        var begun = time.instant();
        logs.getLast().next(List.of(Trouble.NONE, Trouble.NONE, Trouble.FAILS, Trouble.FAILS, Trouble.FAILS));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
        assertThat(unanswered.of(RUN)).contains(new UnansweredWrite.NotKeptYet(close, begun, Finding.APPLIED));
        assertThat(unanswered.isOpen(RUN)).isTrue();
        time.advance(LONG);
        assertThat(unanswered.of(RUN)).contains(new UnansweredWrite.FoundOut(close, begun, Finding.APPLIED));
    }

    @Test
    void theNextChangeOfTheRunPutsAwayWhatWasSaidOfTheOneBefore() {
        client.next(WriteFault.ANSWER_LOST);
        console.perform(close);
        time.advance(LONG);
        assertThat(unanswered.of(RUN)).isPresent();
        assertThat(console.perform(new Command.Reopen(RUN))).isInstanceOf(WriteResult.Done.class);
        assertThat(unanswered.of(RUN)).isEmpty();
    }

    @Test
    void aChangeLeftByAKilledConsoleIsSaidToBeFoundOutByTheNext() {
        var begun = time.instant();
        client.next(WriteFault.LOST);
        console.perform(close);
        console.close();
        time.advance(Duration.ofHours(1));
        console = new TestConsole(folder, client, time, time);
        console.unknown().resumeOpen();
        assertThat(console.unknown().unanswered().of(RUN)).contains(new UnansweredWrite.BeingFoundOut(close, begun));
    }
}
