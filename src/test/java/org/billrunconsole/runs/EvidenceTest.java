package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.domain.Activity;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Finding;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.runs.Effect.Reading;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    private static final BillRun OPEN = SampleRuns.openRun(7);
    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    private static Effect effect(Command command, BillRun before) {
        return new Effect(command, before, Optional.empty(), Optional.of(FakeServer.CYCLE));
    }

    private static Effect adjust(int periods, Optional<BillRun> moved, Optional<BillingCycle> cycle) {
        return new Effect(new Command.AdjustSchedule(OPEN.key(), periods), OPEN, moved, cycle);
    }

    private static BillRun period(String start, String end) {
        return SampleRuns.withPeriod(OPEN, LocalDate.parse(start), LocalDate.parse(end));
    }

    @Test
    void aClockThatJumpsProvesNothing() {
        var close = new Command.Close(OPEN.key(), Optional.empty(), Optional.empty());
        var evidence = new Evidence(effect(close, OPEN), Optional.empty(), Settling.DEFAULT);
        for (var reading = 1; reading < Settling.DEFAULT.readings(); reading++) {
            assertThat(evidence.take(OPEN, START.plus(Duration.ofHours(reading)))).isEmpty();
        }
        assertThat(evidence.take(OPEN, START.plus(Duration.ofHours(9)))).contains(Finding.NOT_APPLIED);
    }

    @Test
    void aRunThatWasTouchedAndIsAsBeforeAgainWasTouched() {
        var close = new Command.Close(OPEN.key(), Optional.of(LocalDate.of(2026, 12, 4)), Optional.empty());
        var evidence = new Evidence(effect(close, OPEN), Optional.empty(), Settling.DEFAULT);
        evidence.take(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING), START);
        for (var reading = 1; reading < Settling.DEFAULT.readings(); reading++) {
            var finding = evidence.take(OPEN, START.plus(Settling.DEFAULT.time().multipliedBy(reading)));
            if (finding.isPresent()) {
                assertThat(finding).contains(Finding.CHANGED_BY_OTHERS);
            }
        }
    }

    @Test
    void aMovedScheduleIsBelievedAtOnceOnlyIfTheServerSaidSo() {
        var effect = adjust(1, Optional.empty(), Optional.of(FakeServer.CYCLE));
        var moved = period("2026-12-01", "2026-12-31");
        assertThat(new Evidence(effect, Optional.empty(), Settling.DEFAULT).take(moved, START)).isEmpty();
        var answer = new Activity.Answer(START, Activity.Sending.TAKEN, OptionalInt.of(200), Duration.ZERO,
                Optional.of(moved), "");
        assertThat(new Evidence(effect, Optional.of(answer), Settling.DEFAULT).take(moved, START))
                .contains(Finding.APPLIED);
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
        var effect = new Effect(close, before, Optional.empty(), Optional.empty());
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

    @Test
    void withoutTheCycleOnlyTheDirectionCounts() {
        var later = period("2026-11-08", "2026-12-07");
        assertThat(adjust(3, Optional.empty(), Optional.empty()).read(later)).isEqualTo(Reading.SHOWS_IT);
        assertThat(adjust(-3, Optional.empty(), Optional.empty()).read(later)).isEqualTo(Reading.OTHERWISE);
    }

    @Test
    void whereTheServerSaidHowFarItMovedThatCounts() {
        var moved = period("2026-11-08", "2026-12-07");
        var effect = adjust(3, Optional.of(moved), Optional.empty());
        assertThat(effect.read(moved)).isEqualTo(Reading.SHOWS_IT);
        assertThat(effect.read(period("2026-11-09", "2026-12-08"))).isEqualTo(Reading.OTHERWISE);
    }
}
