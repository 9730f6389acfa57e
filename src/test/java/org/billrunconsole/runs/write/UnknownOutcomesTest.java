package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.journal.WriteAheadLog;
import org.billrunconsole.runs.FaultyLog;
import org.billrunconsole.runs.FaultyLog.Trouble;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.Kill;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.WriteFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownOutcomesTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final LocalDate DATE = LocalDate.of(2026, 12, 3);
    private static final Duration LONG = Duration.ofMinutes(10);

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final FakeServer server = new FakeServer(time);
    private final FakeClient client = new FakeClient(server, "console");
    private final Command.Close close = new Command.Close(RUN, Optional.of(DATE), Optional.empty());
    private final List<FaultyLog> logs = new ArrayList<>();
    private TestConsole console;

    @BeforeEach
    void start() {
        server.put(SampleRuns.openRun(7));
        console = startConsole();
    }

    @AfterEach
    void stop() {
        console.close();
    }

    private TestConsole startConsole() {
        return startConsole(JournalEntries.ORIGIN);
    }

    private TestConsole startConsole(Origin origin) {
        return new TestConsole(folder, client, time, time, origin, this::faulty);
    }

    private WriteAheadLog faulty(WriteAheadLog journal) {
        logs.add(new FaultyLog(journal, folder));
        return logs.getLast();
    }

    private void restart() {
        console.close();
        console = startConsole();
    }

    private void performWith(WriteFault fault, Command command) {
        client.next(fault);
        console.perform(command);
    }

    private void expect(Finding finding) {
        assertThat(console.lastVerdict()).contains(finding);
        assertThat(console.isLocked(RUN)).isFalse();
        assertThat(console.resolved()).last().satisfies(resolved -> {
            assertThat(resolved.finding()).isEqualTo(finding);
            assertThat(resolved.run()).isEqualTo(RUN);
        });
        assertThat(server.sent()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"LOST, NOT_APPLIED", "ANSWER_LOST, APPLIED", "LATE, APPLIED", "ERROR, NOT_APPLIED",
            "ERROR_BUT_DONE, APPLIED", "TAKEN_FOR_LATER, APPLIED",
            "TAKEN_AND_FORGOTTEN, NOT_APPLIED", "BUG, APPLIED"})
    void theVerdictIsWhatTheServerDid(WriteFault fault, Finding finding) {
        performWith(fault, close);
        time.advance(LONG);
        expect(finding);
        assertThat(time.untilNext()).isEmpty();
    }

    @Test
    void aClockThatIsSetForwardConcludesNothing() {
        performWith(WriteFault.LATE, close);
        time.setClock(Duration.ofHours(8));
        time.advance(Duration.ofSeconds(20));
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        time.advance(LONG);
        expect(Finding.APPLIED);
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        performWith(WriteFault.LOST, close);
        time.setClock(Duration.ofDays(-1));
        time.advance(Duration.ofMinutes(2));
        expect(Finding.NOT_APPLIED);
    }

    @Test
    void whatAKilledConsoleLeftIsTakenOverByTheOneThatLivesOn() {
        try (var other = startConsole()) {
            other.unknown().resumeOpen();
            client.next(WriteFault.KILLED_THEN_LATE);
            assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
            time.advance(UnknownOutcomes.BETWEEN_LOOKS_AT_OTHERS);
            assertThat(other.isLocked(RUN)).as("while the console that wrote it lives").isFalse();
            console.close();
            time.advance(UnknownOutcomes.BETWEEN_LOOKS_AT_OTHERS);
            assertThat(other.locks().isUnknown(RUN)).isTrue();
            time.advance(LONG);
            assertThat(other.lastVerdict()).contains(Finding.APPLIED);
            assertThat(other.isLocked(RUN)).isFalse();
        }
    }

    @Test
    void anUnchangedRunIsNotCalledSoBeforeItHasSettled() {
        performWith(WriteFault.LOST, close);
        time.advance(ReconciliationPolicy.DEFAULT.time());
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        time.advance(ReconciliationPolicy.DEFAULT.longestDelay().plus(ReconciliationPolicy.DEFAULT.firstDelay()));
        expect(Finding.NOT_APPLIED);
    }

    @Test
    void aRunThatAnotherChangedOtherwiseSaysSo() {
        performWith(WriteFault.LOST, close);
        server.applyForAnother(new Command.Close(RUN, Optional.of(DATE.plusDays(4)), Optional.empty()));
        time.advance(LONG);
        expect(Finding.CHANGED_BY_OTHERS);
    }

    @Test
    void aStepThatWasAnsweredAndThenTakenBackWasChangedByAnother() {
        client.whileReading(() -> {
            if (!server.sent().isEmpty()) {
                client.whileReading(() -> {});
                server.applyForAnother(new Command.Reopen(RUN));
            }
        });
        var undated = new Command.Close(RUN, Optional.empty(), Optional.empty());
        assertThat(console.perform(undated)).isEqualTo(new WriteResult.Unknown(Optional.empty()));
        time.advance(LONG);
        expect(Finding.CHANGED_BY_OTHERS);
    }

    @Test
    void anythingElseThatChangesDoesNotCount() {
        performWith(WriteFault.LOST, new Command.ChangeInvoiceDate(RUN, DATE));
        server.applyForAnother(new Command.Close(RUN, Optional.empty(), Optional.empty()));
        time.advance(LONG);
        expect(Finding.NOT_APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"LOST, NOT_APPLIED", "ANSWER_LOST, APPLIED", "LATE, APPLIED", "TAKEN_FOR_LATER, APPLIED",
            "KILLED_AFTER, APPLIED"})
    void aScheduleIsToldByItsDates(WriteFault fault, Finding finding) {
        var adjust = new Command.AdjustSchedule(RUN, 2);
        client.next(fault);
        try {
            console.perform(adjust);
        } catch (Kill _) {
            restart();
            console.unknown().resumeOpen();
        }
        time.advance(LONG);
        expect(finding);
    }

    @Test
    void aScheduleMovedTwiceIsNotTakenForMovedOnce() {
        performWith(WriteFault.LATE, new Command.AdjustSchedule(RUN, 1));
        server.applyForAnother(new Command.AdjustSchedule(RUN, 1));
        time.advance(LONG);
        expect(Finding.CANNOT_BE_TOLD);
    }

    @Test
    void aScheduleMovedByAnotherDistanceWasMovedByAnother() {
        performWith(WriteFault.LOST, new Command.AdjustSchedule(RUN, 2));
        server.applyForAnother(new Command.AdjustSchedule(RUN, 1));
        time.advance(LONG);
        expect(Finding.CHANGED_BY_OTHERS);
    }

    @Test
    void whileTheServerIsAwayTheRunStaysLocked() {
        performWith(WriteFault.ANSWER_LOST, close);
        client.failReads(FakeClient.noAnswer());
        time.advance(Duration.ofHours(5));
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        client.healReads();
        console.unknown().checkNow(RUN);
        time.advance(Duration.ZERO);
        expect(Finding.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(names = {"KILLED_BEFORE", "KILLED_AFTER", "KILLED_THEN_LATE"})
    void anIntentLeftByAKillIsResolvedAtTheNextStart(WriteFault fault) {
        client.next(fault);
        assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
        restart();
        assertThat(console.unknown().resumeOpen()).containsExactly(RUN);
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        time.advance(LONG);
        expect(fault == WriteFault.KILLED_BEFORE ? Finding.NOT_APPLIED : Finding.APPLIED);
    }

    @Test
    void aKillBeforeTheIntentLeavesNothing() {
        logs.getLast().next(List.of(Trouble.KILLED_BEFORE));
        assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
        restart();
        assertThat(console.unknown().resumeOpen()).isEmpty();
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void aRefusalThatIsOnDiskNeedsOneReading() {
        client.next(WriteFault.REFUSED);
        logs.getLast().next(List.of(Trouble.NONE, Trouble.NONE, Trouble.KILLED_BEFORE));
        assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
        restart();
        console.unknown().resumeOpen();
        client.failReads(FakeClient.noAnswer());
        time.advance(ReconciliationPolicy.DEFAULT.firstDelay());
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        client.healReads();
        time.advance(ReconciliationPolicy.DEFAULT.longestOutage());
        expect(Finding.NOT_APPLIED);
    }

    @Test
    void nothingIsSentIfTheIntentCannotBeWritten() {
        logs.getLast().next(List.of(Trouble.FAILS));
        assertThat(console.perform(close)).isEqualTo(new WriteResult.JournalFailed("the disk is full"));
        assertThat(server.sent()).isEmpty();
        assertThat(console.isLocked(RUN)).isFalse();
    }

    @Test
    void anIntentThatWasWrittenAlthoughTheDiskSaidOtherwiseIsConcluded() {
        logs.getLast().next(List.of(Trouble.FAILS_LATE));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.JournalFailed.class);
        assertThat(server.sent()).isEmpty();
        assertThat(console.isLocked(RUN)).isFalse();
        time.advance(ReconciliationPolicy.DEFAULT.firstDelay().multipliedBy(2));
        expect(Finding.NOT_APPLIED);
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
    }

    @Test
    void aVerdictThatWasWrittenAlthoughTheDiskSaidOtherwiseIsTheOnlyOne() {
        logs.getLast().next(List.of(Trouble.NONE, Trouble.NONE, Trouble.FAILS_LATE));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
        time.advance(LONG);
        assertThat(console.lastVerdict()).contains(Finding.APPLIED);
        assertThat(console.isLocked(RUN)).isFalse();
    }

    @Test
    void anOutcomeThatCannotBeWrittenStopsNothing() {
        logs.getLast().next(List.of(Trouble.NONE, Trouble.FAILS));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
        assertThat(console.lastVerdict()).contains(Finding.APPLIED);
        assertThat(console.isLocked(RUN)).isFalse();
    }

    @Test
    void aVerdictThatCannotBeWrittenKeepsTheRunLockedUntilItIs() {
        logs.getLast().next(List.of(Trouble.NONE, Trouble.NONE, Trouble.FAILS, Trouble.FAILS, Trouble.FAILS));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
        assertThat(console.locks().isUnknown(RUN)).isTrue();
        time.advance(LONG);
        expect(Finding.APPLIED);
    }

    @Test
    void aLivingConsolesIntentIsLeftToIt() {
        client.whileSending(_ -> {
            try (var other = startConsole()) {
                assertThat(other.unknown().resumeOpen()).isEmpty();
                assertThat(other.isLocked(RUN)).isFalse();
            }
        });
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
    }

    @Test
    void anIntentOfAConsoleThatDiedMeanwhileIsTakenOnWhenItIsInTheWay() {
        try (var other = startConsole()) {
            client.next(WriteFault.KILLED_THEN_LATE);
            assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
            console.close();
            assertThat(other.perform(close)).isEqualTo(new WriteResult.AlreadyUnderWay());
            assertThat(other.locks().isUnknown(RUN)).isTrue();
            time.advance(LONG);
            assertThat(other.lastVerdict()).contains(Finding.APPLIED);
            assertThat(other.isLocked(RUN)).isFalse();
        }
    }

    @Test
    void anIntentForAnotherServerIsNotJudgedByThisOne() {
        client.next(WriteFault.KILLED_BEFORE);
        assertThatThrownBy(() -> console.perform(close)).isInstanceOf(Kill.class);
        console.close();
        console = startConsole(new Origin("j.smith", "Production", "elsewhere.example.com/v1"));
        assertThat(console.unknown().resumeOpen()).isEmpty();
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
    }

    @Test
    void anAdhocRunIsResolvedLikeAnyOther() {
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        server.put(adhoc);
        performWith(WriteFault.LATE, new Command.ChangeNickname(adhoc.key(), "Other"));
        assertThat(console.locks().unknownIntent(adhoc.key())).isPresent();
        time.advance(LONG);
        assertThat(console.lastVerdict()).contains(Finding.APPLIED);
        assertThat(console.activities().getFirst().conclusion().flatMap(Activity.Conclusion::after))
                .contains(server.run(adhoc.key()));
    }
}
