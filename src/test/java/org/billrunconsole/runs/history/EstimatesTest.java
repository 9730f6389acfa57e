package org.billrunconsole.runs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.PercentSample;
import org.billrunconsole.domain.history.RunHistory;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.runs.history.Estimates.Basis;
import org.billrunconsole.runs.history.Estimates.Usual;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class EstimatesTest {

    private static final Instant START = Instant.parse("2026-11-24T09:00:00Z");
    private static final Optional<Usual> TWENTY = usual(20, 3);

    private static Optional<Usual> usual(long minutes, int runs) {
        return Optional.of(new Usual(Duration.ofMinutes(minutes), Duration.ofMinutes(minutes), runs));
    }

    private static BillRun running(OptionalInt percent) {
        return SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, percent);
    }

    /** One per cent every so many seconds. */
    private static RunHistory pace(int percent, int seconds, boolean entrySeen) {
        var samples = new ArrayList<PercentSample>();
        for (int i = 0; i <= percent; i++) {
            samples.add(new PercentSample(after(i * seconds), i));
        }
        return new RunHistory(running(OptionalInt.empty()).key(), List.of(StageVisit.begun(Stage.Known.FULL_INVOICES,
                START, entrySeen)), samples, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    private static Instant after(int seconds) {
        return START.plusSeconds(seconds);
    }

    @Test
    void theMedianTheLastAndTheCountAreTold() {
        var times = List.of(Duration.ofMinutes(10), Duration.ofMinutes(90), Duration.ofMinutes(21));
        assertThat(Estimates.usual(times)).contains(
                new Usual(Duration.ofMinutes(21), Duration.ofMinutes(21), 3));
        assertThat(Estimates.usual(times.subList(0, 2)).orElseThrow().median()).isEqualTo(Duration.ofMinutes(50));
        assertThat(Estimates.usual(List.of())).isEmpty();
    }

    @Test
    void theSlopeOfThePercentageTellsTheTimeLeft() {
        var left = Estimates.left(running(OptionalInt.of(50)), pace(50, 6, false), Optional.empty(), after(300));
        assertThat(left).contains(new Estimates.TimeLeft(Duration.ofMinutes(5), Duration.ofMinutes(5),
                Basis.PERCENTAGE, 0));
    }

    @Test
    void earlierRunsTellTheTimeLeftWithoutAPercentage() {
        var distributing = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.DISTRIBUTION);
        var history = new RunHistory(distributing.key(), List.of(StageVisit.begun(Stage.Known.DISTRIBUTION, START,
                true)), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        var left = Estimates.left(distributing, history, TWENTY, after(300)).orElseThrow();
        assertThat(left.least()).isEqualTo(Duration.ofMinutes(15));
        assertThat(left.basis()).isEqualTo(Basis.EARLIER_RUNS);
        assertThat(left.runs()).isEqualTo(3);
        assertThat(Estimates.left(distributing, history, TWENTY, after(1300))).isEmpty();
    }

    @Test
    void estimatesThatDifferAreARangeAndOnesThatAgreeAreOne() {
        var differing = Estimates.left(running(OptionalInt.of(50)), pace(50, 6, true), TWENTY, after(300));
        assertThat(differing.orElseThrow().isRange()).isTrue();
        assertThat(differing.orElseThrow().least()).isEqualTo(Duration.ofMinutes(5));
        assertThat(differing.orElseThrow().most()).isEqualTo(Duration.ofMinutes(15));
        var agreeing = Estimates.left(running(OptionalInt.of(50)), pace(50, 6, true), usual(10, 4), after(300));
        assertThat(agreeing.orElseThrow().isRange()).isFalse();
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        var unseen = pace(1, 6, false);
        assertThat(Estimates.left(running(OptionalInt.of(1)), unseen, Optional.empty(), after(6))).isEmpty();
        assertThat(Estimates.left(running(OptionalInt.of(1)), unseen, TWENTY, after(6))).isEmpty();
        assertThat(Estimates.left(running(OptionalInt.empty()), pace(50, 6, true), TWENTY, after(300))).isEmpty();
        assertThat(Estimates.left(running(OptionalInt.of(100)), pace(100, 6, true), TWENTY, after(600))).isEmpty();
    }
}
