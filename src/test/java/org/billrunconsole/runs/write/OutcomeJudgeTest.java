package org.billrunconsole.runs.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.write.CommandEffect.Reading;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeJudgeTest {

    private static final BillRun OPEN = SampleRuns.openRun(7);
    private static final Duration START = Duration.ofHours(3);

    private static CommandEffect effect(Command command, BillRun before) {
        return new CommandEffect(command, before, Optional.empty(), Optional.of(FakeServer.CYCLE));
    }

    private static CommandEffect adjust(int periods, Optional<BillRun> moved, Optional<BillingCycle> cycle) {
        return new CommandEffect(new Command.AdjustSchedule(OPEN.key(), periods), OPEN, moved, cycle);
    }

    private static BillRun period(String start, String end) {
        return SampleRuns.withPeriod(OPEN, LocalDate.parse(start), LocalDate.parse(end));
    }

    private static Activity.Answer answer(Activity.Sending sending, int status, Optional<Run> run) {
        return new Activity.Answer(Instant.EPOCH, sending, OptionalInt.of(status), Duration.ZERO, run, "");
    }

    /** Gives the same reading at the times a console would read, until there is a verdict; fails if there is none. */
    private static Finding settle(OutcomeJudge judge, Run reading) {
        var at = START;
        for (var count = 0; count < 50; count++) {
            var finding = judge.take(reading, at);
            if (finding.isPresent()) {
                return finding.get();
            }
            at = at.plus(ReconciliationPolicy.DEFAULT.longestDelay());
        }
        throw new AssertionError("No verdict after 50 readings");
    }

    @Test
    void aGapBetweenTwoReadingsCountsForNoMoreThanThePlannedOne() {
        var close = new Command.Close(OPEN.key(), Optional.empty(), Optional.empty());
        var judge = new OutcomeJudge(effect(close, OPEN), Optional.empty(), ReconciliationPolicy.DEFAULT);
        // The computer slept for hours between the readings: 20 s of each count, and it takes 90.
        for (var reading = 0; reading < 5; reading++) {
            assertThat(judge.take(OPEN, START.plus(Duration.ofHours(8 * reading)))).isEmpty();
        }
        assertThat(judge.take(OPEN, START.plus(Duration.ofHours(48)))).contains(Finding.NOT_APPLIED);
    }

    @Test
    void aRunThatWasTouchedAndIsAsBeforeAgainWasTouched() {
        var close = new Command.Close(OPEN.key(), Optional.of(LocalDate.of(2026, 12, 4)), Optional.empty());
        var judge = new OutcomeJudge(effect(close, OPEN), Optional.empty(), ReconciliationPolicy.DEFAULT);
        assertThat(judge.take(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING), START))
                .isEmpty();
        assertThat(settle(judge, OPEN)).isEqualTo(Finding.CHANGED_BY_OTHERS);
    }

    @Test
    void aReadingWithoutTheFieldsInQuestionIsNoEvidence() {
        var nothing = SampleRuns.bare(7);
        for (var command : List.of(new Command.Close(OPEN.key(), Optional.empty(), Optional.empty()),
                new Command.DraftInvoices(OPEN.key()), new Command.Distribute(OPEN.key()),
                new Command.Reopen(OPEN.key()), new Command.AdjustSchedule(OPEN.key(), 1),
                new Command.ChangeInvoiceDate(OPEN.key(), LocalDate.of(2026, 12, 4)))) {
            assertThat(effect(command, OPEN).read(nothing)).as(command.toString()).isEqualTo(Reading.SAYS_NOTHING);
            var judge = new OutcomeJudge(effect(command, OPEN), Optional.empty(), ReconciliationPolicy.DEFAULT);
            for (var reading = 0; reading < 50; reading++) {
                assertThat(judge.take(nothing, START.plusSeconds(10L * reading))).isEmpty();
            }
            assertThat(judge.readings()).isZero();
        }
    }

    @Test
    void aRefusalThatTheRunAgreesWithIsOverAtOnce() {
        var close = new Command.Close(OPEN.key(), Optional.empty(), Optional.empty());
        var refused = Optional.of(answer(Activity.Sending.REFUSED, 400, Optional.empty()));
        assertThat(new OutcomeJudge(effect(close, OPEN), refused, ReconciliationPolicy.DEFAULT).take(OPEN, START))
                .contains(Finding.NOT_APPLIED);
    }

    @Test
    void aRefusalThatTheRunContradictsCannotBeTold() {
        var close = new Command.Close(OPEN.key(), Optional.empty(), Optional.empty());
        var refused = Optional.of(answer(Activity.Sending.REFUSED, 404, Optional.empty()));
        var judge = new OutcomeJudge(effect(close, OPEN), refused, ReconciliationPolicy.DEFAULT);
        var closed = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING);
        assertThat(judge.take(closed, START)).isEmpty();
        assertThat(judge.take(closed, START.plusSeconds(1))).contains(Finding.CANNOT_BE_TOLD);
    }

    @Test
    void aYesWithTheScheduleAsItWasIsNoWordThatItIsMoved() {
        // The server may do it yet; what is seen meanwhile may be a colleague's move.
        var moved = period("2026-12-01", "2026-12-31");
        var judge = new OutcomeJudge(adjust(1, Optional.empty(), Optional.of(FakeServer.CYCLE)),
                Optional.of(answer(Activity.Sending.TAKEN, 200, Optional.of(OPEN))), ReconciliationPolicy.DEFAULT);
        assertThat(judge.take(OPEN, START)).isEmpty();
        assertThat(judge.take(moved, START.plusSeconds(1))).isEmpty();
        assertThat(settle(judge, period("2027-01-01", "2027-01-31"))).isEqualTo(Finding.CANNOT_BE_TOLD);
    }

    @Test
    void aMovedScheduleIsBelievedAtOnceOnlyIfTheServerSaidSo() {
        var effect = adjust(1, Optional.empty(), Optional.of(FakeServer.CYCLE));
        var moved = period("2026-12-01", "2026-12-31");
        assertThat(new OutcomeJudge(effect, Optional.empty(), ReconciliationPolicy.DEFAULT).take(moved, START))
                .isEmpty();
        var answer = answer(Activity.Sending.TAKEN, 200, Optional.of(moved));
        assertThat(new OutcomeJudge(effect, Optional.of(answer), ReconciliationPolicy.DEFAULT).take(moved, START))
                .contains(Finding.APPLIED);
        var withoutBody = answer(Activity.Sending.UNKNOWN, 204, Optional.empty());
        assertThat(new OutcomeJudge(effect, Optional.of(withoutBody), ReconciliationPolicy.DEFAULT).take(moved, START))
                .contains(Finding.APPLIED);
    }

    @Test
    void aMoveSeenOnceIsNotForgottenBecauseAColleagueMovedItBack() {
        var judge = new OutcomeJudge(adjust(1, Optional.empty(), Optional.of(FakeServer.CYCLE)), Optional.empty(),
                ReconciliationPolicy.DEFAULT);
        assertThat(judge.take(period("2026-12-01", "2026-12-31"), START)).isEmpty();
        assertThat(settle(judge, OPEN)).isEqualTo(Finding.CANNOT_BE_TOLD);
    }

    @Test
    void aMoveThatTheServerAnsweredStaysAppliedWhenAColleagueMovesItBack() {
        var answer = answer(Activity.Sending.TAKEN, 200, Optional.of(period("2026-12-01", "2026-12-31")));
        var judge = new OutcomeJudge(adjust(1, Optional.empty(), Optional.of(FakeServer.CYCLE)), Optional.of(answer),
                ReconciliationPolicy.DEFAULT);
        assertThat(settle(judge, OPEN)).isEqualTo(Finding.APPLIED);
    }

    @Test
    void anAnswerWithoutDatesIsNoEvidenceOfAMove() {
        var intent = JournalEntries.intent(new Command.AdjustSchedule(OPEN.key(), 1), OPEN);
        var undated = answer(Activity.Sending.TAKEN, 200, Optional.of(SampleRuns.bare(7)));
        assertThat(CommandEffect.of(intent, Optional.of(undated), new StubApi()).moved()).isEmpty();
    }

    @Test
    void aColleaguesMoveBackIsNotOurMoveForward() {
        var intent = JournalEntries.intent(new Command.AdjustSchedule(OPEN.key(), 1), OPEN);
        var earlier = answer(Activity.Sending.TAKEN, 200, Optional.of(period("2026-10-01", "2026-10-31")));
        var effect = CommandEffect.of(intent, Optional.of(earlier), new StubApi());
        assertThat(effect.moved()).isEmpty();
        assertThat(effect.read(period("2026-10-01", "2026-10-31"))).isEqualTo(Reading.OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, PROPERTIES, UNCHANGED", "OPEN, REPORTING, OTHERWISE", "OPEN, STARTING, SHOWS_IT",
            "CLOSED, STARTING, SHOWS_IT",
            "CLOSED, REPORTING, SHOWS_IT", "CLOSED, FULL_INVOICES, SHOWS_IT", "FINALIZED, FINISHED, SHOWS_IT",
            "CLOSED, NEW_STAGE, OTHERWISE", "NEW_STATUS, REPORTING, OTHERWISE"})
    void closingShowsInStatusAndStage(String status, String stage, Reading reading) {
        var close = new Command.Close(OPEN.key(), Optional.empty(), Optional.empty());
        assertThat(effect(close, OPEN).read(SampleRuns.regular(7, RunStatus.of(status), Stage.of(stage))))
                .isEqualTo(reading);
    }

    @Test
    void anAdhocRunIsClosedByItsStage() {
        var before = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        var close = new Command.Close(before.key(), Optional.empty(), Optional.of("Nick"));
        var effect = new CommandEffect(close, before, Optional.empty(), Optional.empty());
        var reporting = SampleRuns.with(before, RunStatus.Known.OPEN, Stage.Known.REPORTING);
        assertThat(effect.read(reporting)).isEqualTo(Reading.OTHERWISE);
        assertThat(effect.read(SampleRuns.withNickname(reporting, "Nick"))).isEqualTo(Reading.SHOWS_IT);
    }

    @Test
    void aStageThatIsPassedCounts() {
        var reporting = SampleRuns.with(OPEN, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalLong.empty());
        var draft = effect(new Command.DraftInvoices(OPEN.key()), reporting);
        assertThat(draft.read(reporting)).isEqualTo(Reading.UNCHANGED);
        assertThat(draft.read(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES)))
                .isEqualTo(Reading.SHOWS_IT);
        assertThat(draft.read(SampleRuns.regular(7, RunStatus.Known.FINALIZED, Stage.of("NEWEST"))))
                .isEqualTo(Reading.SHOWS_IT);
        assertThat(draft.read(OPEN)).isEqualTo(Reading.OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource({"2, 2027-01-01, 2027-01-31, SHOWS_IT", "2, 2027-01-01, 2027-01-30, SHOWS_IT",
            "2, 2026-12-01, 2026-12-31, OTHERWISE", "2, 2026-11-01, 2026-11-30, UNCHANGED",
            "-1, 2026-10-01, 2026-10-31, SHOWS_IT", "-1, 2026-12-01, 2026-12-31, OTHERWISE",
            "2, 2026-11-01, 2027-01-31, SHOWS_IT"})
    void aScheduleIsComparedByWholePeriods(int periods, String start, String end, Reading reading) {
        var effect = adjust(periods, Optional.empty(), Optional.of(FakeServer.CYCLE));
        assertThat(effect.read(period(start, end))).isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({"1, 2026-12-01, 2026-12-31, SHOWS_IT", "1, 2027-01-01, 2027-01-31, OTHERWISE",
            "3, 2027-02-01, 2027-02-28, SHOWS_IT", "-1, 2026-12-01, 2026-12-31, OTHERWISE",
            "12, 2027-11-01, 2027-11-30, SHOWS_IT", "-12, 2026-12-01, 2026-12-31, OTHERWISE"})
    void withoutTheCycleTheRunsOwnPeriodSaysHowFar(int periods, String start, String end, Reading reading) {
        assertThat(adjust(periods, Optional.empty(), Optional.empty()).read(period(start, end))).isEqualTo(reading);
    }

    @Test
    void aWeeklyPeriodMovesByWeeks() {
        var before = period("2026-11-02", "2026-11-08");
        var effect = new CommandEffect(new Command.AdjustSchedule(OPEN.key(), 2), before, Optional.empty(),
                Optional.empty());
        assertThat(effect.read(period("2026-11-16", "2026-11-22"))).isEqualTo(Reading.SHOWS_IT);
        assertThat(effect.read(period("2026-11-09", "2026-11-15"))).isEqualTo(Reading.OTHERWISE);
    }

    @Test
    void whereTheServerSaidHowFarItMovedThatCounts() {
        var moved = period("2026-11-08", "2026-12-07");
        var effect = adjust(3, Optional.of(moved), Optional.empty());
        assertThat(effect.read(moved)).isEqualTo(Reading.SHOWS_IT);
        assertThat(effect.read(period("2026-11-09", "2026-12-08"))).isEqualTo(Reading.OTHERWISE);
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"Caf\u00E9,Cafe\u0301", " Nick ,Nick",
            "Nick\tname,Nick name"})
    void aNicknameThatTheServerKeepsInAnotherFormIsShownByTheRun(String sent, String kept) {
        var before = SampleRuns.adhoc(7, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        var effect = new CommandEffect(new Command.ChangeNickname(before.key(), sent), before, Optional.empty(),
                Optional.empty());
        assertThat(effect.read(SampleRuns.withNickname(before, kept))).isEqualTo(Reading.SHOWS_IT);
        assertThat(effect.read(before)).isEqualTo(Reading.UNCHANGED);
    }
}
