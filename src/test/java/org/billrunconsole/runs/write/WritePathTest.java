package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Activity.Sending;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.ConfirmedWrite;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.WriteFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WritePathTest {

    private static final LocalDate DATE = LocalDate.of(2026, 12, 3);

    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    private final FakeServer server = new FakeServer(time);
    private final FakeClient client = new FakeClient(server, "console");
    private final Command.Close close = new Command.Close(SampleRuns.openRun(7).key(), Optional.of(DATE),
            Optional.empty());
    private TestConsole console;

    @BeforeEach
    void start() {
        server.put(SampleRuns.openRun(7));
        console = new TestConsole(folder, client, time, time);
    }

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void aWriteIsSentVerifiedAndKept() {
        var result = Confirmed.perform(console.requests(), console.writes(), close, server.run(close.run()),
                "agreed with the customer");

        assertThat(result).isEqualTo(new WriteResult.Done(server.run(close.run())));
        assertThat(server.sent()).singleElement().satisfies(sent -> assertThat(sent.applied()).isTrue());
        assertThat(console.isLocked(close.run())).isFalse();
        assertThat(console.store().find(close.run())).contains(server.run(close.run()));
        assertThat(console.activities()).singleElement().satisfies(write -> {
            assertThat(write.reason()).isEqualTo("agreed with the customer");
            assertThat(write.before().hasStatus(RunStatus.Known.OPEN)).isTrue();
            assertThat(write.answer().map(Activity.Answer::sending)).contains(Sending.TAKEN);
            assertThat(write.conclusion().map(Activity.Conclusion::finding)).contains(Finding.APPLIED);
            assertThat(write.conclusion().flatMap(Activity.Conclusion::after)).contains(server.run(close.run()));
        });
    }

    @Test
    void whatTheOperatorSawIsWhatIsKeptAndWhatIsSent() {
        var seen = server.run(close.run());
        var shown = client.request(close, seen);
        console.writes().perform(new ConfirmedWrite(close, seen, shown, ""));
        assertThat(console.activities()).singleElement().satisfies(
                write -> assertThat(write.request()).isEqualTo(shown));
        assertThat(client.requestsSent()).singleElement().isSameAs(shown);
    }

    @Test
    void theIntentIsOnDiskBeforeAnythingLeaves() {
        var seen = new ArrayList<Activity.Write>();
        client.whileSending(_ -> seen.addAll(console.activities()));
        console.perform(close);
        assertThat(seen).singleElement().satisfies(write -> {
            assertThat(write.command()).isEqualTo(close);
            assertThat(write.answer()).isEmpty();
        });
    }

    @Test
    void aRunChangedSinceItWasConfirmedIsNotTouched() {
        var confirmed = server.run(close.run());
        server.applyForAnother(new Command.ChangeInvoiceDate(close.run(), DATE));
        assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                .isEqualTo(new WriteResult.ChangedMeanwhile(
                        server.run(close.run()), List.of(new FieldChange("invoiceDate", "2026-12-01", "2026-12-03"))));
        assertThat(server.sent()).isEmpty();
        assertThat(console.activities()).as("intents").isEmpty();
        assertThat(console.notes()).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo("stopped-changed");
            assertThat(note.run()).contains(close.run());
            assertThat(note.details()).containsEntry("invoiceDate", "2026-12-01 > 2026-12-03")
                    .containsEntry("action", "CLOSE");
        });
        assertThat(console.isLocked(close.run())).isFalse();
    }

    @Test
    void revenueThatMovesWhileARunIsOpenIsNoReasonToAskAgain() {
        var confirmed = server.run(close.run());
        server.put(SampleRuns.withRevenue(SampleRuns.openRun(7), OptionalLong.of(5)));
        assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                .isInstanceOf(WriteResult.Done.class);
    }

    @Test
    void revenueThatMovedBeforeInvoicingIs() {
        var closed = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING);
        server.put(SampleRuns.withRevenue(closed, OptionalLong.of(5)));
        assertThat(Confirmed.perform(console.requests(), console.writes(), new Command.FullInvoices(close.run()),
                closed, ""))
                .isInstanceOfSatisfying(WriteResult.ChangedMeanwhile.class, changed -> assertThat(changed.differences())
                        .containsExactly(new FieldChange("revenueInMajorCurrency", "1284350", "5")));
    }

    @Test
    void aStepThatIsNotLegalIsNotSent() {
        assertThat(console.perform(new Command.Distribute(close.run())))
                .isEqualTo(new WriteResult.NotAllowed(new Reason(Reason.Code.NOT_CLOSED, List.of())));
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void whatTheRunHasAlreadyIsNotSent() {
        assertThat(console.perform(new Command.ChangeInvoiceDate(close.run(), LocalDate.of(2026, 12, 1))))
                .isEqualTo(new WriteResult.NotAllowed(new Reason(Reason.Code.NOTHING_TO_CHANGE, List.of())));
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void aRunThatCannotBeReadIsNotWrittenTo() {
        var confirmed = server.run(close.run());
        client.failReads(FakeClient.noAnswer());
        assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                .isInstanceOf(WriteResult.NotSent.class);
        assertThat(server.sent()).isEmpty();
        assertThat(console.isLocked(close.run())).isFalse();
    }

    @Test
    void aSecondClickWhileTheFirstIsUnderWaySendsNothing() {
        var second = new ArrayList<WriteResult>();
        client.whileSending(_ -> second.add(console.perform(close)));
        console.perform(close);
        assertThat(second).containsExactly(new WriteResult.AlreadyUnderWay());
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void aSecondConsoleOnTheSameJournalSendsNothingMeanwhile() {
        try (var other = new TestConsole(folder, new FakeClient(server, "other"), time, time)) {
            var second = new ArrayList<WriteResult>();
            client.whileSending(_ -> second.add(other.perform(close)));
            console.perform(close);
            assertThat(second).containsExactly(new WriteResult.AlreadyUnderWay());
            assertThat(other.isLocked(close.run())).isFalse();
        }
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void aRefusalIsTheServersWordAndEndsIt() {
        client.next(WriteFault.REFUSED);
        assertThat(console.perform(close)).isInstanceOfSatisfying(WriteResult.Refused.class,
                refused -> assertThat(refused.failure()).isInstanceOf(Failure.Rejected.class));
        assertThat(console.lastVerdict()).contains(Finding.NOT_APPLIED);
        assertThat(console.isLocked(close.run())).isFalse();
        assertThat(console.activities().getFirst().answer()).hasValueSatisfying(answer -> {
            assertThat(answer.status()).hasValue(400);
            assertThat(answer.details()).isEqualTo("Rejected: out of the closeable window");
        });
    }

    /** A 400 may also stand for a fault of the server, so it is not the last word. */
    @Test
    void thatARefusedWriteChangedNothingIsSaidOnlyAfterTheRunWasReadAgain() {
        var events = new ArrayList<String>();
        client.next(WriteFault.REFUSED);
        client.whileSending(_ -> events.add("sent"));
        client.whileReading(() -> events.add("read"));
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Refused.class);
        assertThat(events).containsOnlyOnce("sent").endsWith("sent", "read");
        assertThat(console.lastVerdict()).contains(Finding.NOT_APPLIED);
    }

    @Test
    void aForbiddenStepIsNotOfferedAgainUntilSomebodySaysSo() {
        client.next(WriteFault.FORBIDDEN);
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Refused.class);
        assertThat(console.contextProvider().hasRefusals()).isTrue();
        assertThat(console.perform(close)).isEqualTo(new WriteResult.NotAllowed(new Reason(Reason.Code.READ_ONLY_USER,
                List.of())));
        assertThat(console.perform(new Command.ChangeInvoiceDate(close.run(), DATE))).as("another step")
                .isInstanceOf(WriteResult.Done.class);
        console.contextProvider().forgetRefusals();
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Done.class);
    }

    @Test
    void whatNeverLeftIsOverAtOnce() {
        client.next(WriteFault.NEVER_LEFT);
        assertThat(console.perform(close)).isInstanceOf(WriteResult.NotSent.class);
        assertThat(console.lastVerdict()).contains(Finding.NOT_APPLIED);
        assertThat(console.isLocked(close.run())).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "ANSWER_LOST", "LATE", "ERROR", "ERROR_BUT_DONE", "TAKEN_FOR_LATER",
            "TAKEN_AND_FORGOTTEN", "BUG"})
    void whateverIsNotCertainLocksTheRun(WriteFault fault) {
        client.next(fault);
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Unknown.class);
        assertThat(console.locks().isUnknown(close.run())).isTrue();
        assertThat(console.locks().isUnderWay(close.run())).isFalse();
        assertThat(console.perform(close)).isEqualTo(new WriteResult.AlreadyUnderWay());
        assertThat(console.lastVerdict()).isEmpty();
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void anAnswerThatSaysDoneWithoutTheRunIsNoUnknownOutcome() {
        client.next(WriteFault.GARBLED);
        assertThat(console.perform(close)).isEqualTo(new WriteResult.Done(server.run(close.run())));
        assertThat(console.lastVerdict()).contains(Finding.APPLIED);
    }

    @Test
    void aRefusalThatTheRunContradictsIsAnUnknownOutcome() {
        client.next(WriteFault.REFUSED_BUT_DONE);
        assertThat(console.perform(close)).isInstanceOf(WriteResult.Unknown.class);
        assertThat(console.locks().isUnknown(close.run())).isTrue();
        time.advance(Duration.ofMinutes(1));
        assertThat(console.lastVerdict()).contains(Finding.CANNOT_BE_TOLD);
        assertThat(console.isLocked(close.run())).isFalse();
    }

    @Test
    void aRefusalThatCannotBeCheckedIsAnUnknownOutcomeUntilItCan() {
        client.next(WriteFault.REFUSED);
        client.whileSending(_ -> client.failReads(FakeClient.noAnswer()));
        var confirmed = server.run(close.run());
        assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                .isInstanceOf(WriteResult.Unknown.class);
        client.healReads();
        time.advance(Duration.ofMinutes(2));
        assertThat(console.lastVerdict()).contains(Finding.NOT_APPLIED);
    }

    @Test
    void whatAnotherConsoleDidBetweenReadingAndIntentStopsTheSending() {
        try (var other = new TestConsole(folder, new FakeClient(server, "other"), time, time)) {
            var confirmed = server.run(close.run());
            var readings = new AtomicInteger();
            client.whileReading(() -> {
                // The first reading is answered from before the other console's write, however late it arrives.
                if (readings.incrementAndGet() == 2) {
                    assertThat(server.run(close.run()).hasStatus(RunStatus.Known.CLOSED)).isTrue();
                }
            });
            client.afterReading(0, () -> assertThat(other.perform(close)).isInstanceOf(WriteResult.Done.class));
            assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                    .isInstanceOf(WriteResult.ChangedMeanwhile.class);
            assertThat(server.sent()).hasSize(1);
            assertThat(readings).hasValue(2);
        }
    }

    @Test
    void aReadingThatFailsAfterTheAnswerLocksTheRun() {
        client.whileSending(_ -> client.failReads(FakeClient.noAnswer()));
        var confirmed = server.run(close.run());
        assertThat(Confirmed.perform(console.requests(), console.writes(), close, confirmed, ""))
                .isInstanceOf(WriteResult.Unknown.class);
        assertThat(console.locks().isUnknown(close.run())).isTrue();
    }

    @Test
    void aServerThatHasMovedOnFurtherCountsAsApplied() {
        var invoiced = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES);
        server.put(invoiced);
        client.whileReading(() -> server.finish(close.run()));
        assertThat(console.perform(new Command.Distribute(close.run()))).isInstanceOfSatisfying(WriteResult.Done.class,
                done -> assertThat(done.run().hasStatus(RunStatus.Known.FINALIZED)).isTrue());
    }

    @Test
    void everyActionCanBeCarriedOut() {
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        server.put(adhoc);
        var commands = List.of(new Command.ChangeInvoiceDate(close.run(), DATE),
                new Command.AdjustSchedule(close.run(), -2), close, new Command.Reopen(close.run()), close,
                new Command.DraftInvoices(close.run()), new Command.FullInvoices(close.run()),
                new Command.Distribute(close.run()), new Command.ChangeNickname(adhoc.key(), "Other"),
                new Command.Close(adhoc.key(), Optional.of(DATE), Optional.of("Third")),
                new Command.FullInvoices(adhoc.key()), new Command.Distribute(adhoc.key()));
        for (var command : commands) {
            assertThat(console.perform(command)).as(command.toString()).isInstanceOf(WriteResult.Done.class);
        }
        assertThat(server.sent()).hasSameSizeAs(commands);
    }
}
