package org.billrunconsole.runs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.Estimates;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class StallRuleTest {

    private static final Instant QUIET_SINCE = Instant.parse("2026-11-24T09:00:00Z");
    private static final Optional<Estimates.Usual> FIVE_MINUTES = Optional.of(
            new Estimates.Usual(Duration.ofMinutes(5), Duration.ofMinutes(5), 2));

    private final StallRule rule = new StallRule(() -> StallRule.DEFAULT_LIMIT);

    private Optional<Stall> stall(OptionalInt percent, Optional<Estimates.Usual> usual, int minutes) {
        return rule.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, percent),
                Optional.of(QUIET_SINCE), usual, QUIET_SINCE.plus(Duration.ofMinutes(minutes)).plusSeconds(1));
    }

    @Test
    void tenQuietMinutesAreAStallWhereTheUsualIsNotKnown() {
        assertThat(stall(OptionalInt.of(50), Optional.empty(), 9)).isEmpty();
        assertThat(stall(OptionalInt.of(50), Optional.empty(), 10)).isPresent();
    }

    @Test
    void threeTimesTheUsualIsAStall() {
        assertThat(stall(OptionalInt.of(50), FIVE_MINUTES, 14)).isEmpty();
        assertThat(stall(OptionalInt.of(50), FIVE_MINUTES, 15)).hasValueSatisfying(
                found -> assertThat(found.limit()).isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void aRunThatWaitsForAPersonIsNeverStalledAndOneThatMayWaitSaysSo() {
        assertThat(stall(OptionalInt.of(100), Optional.empty(), 600)).isEmpty();
        assertThat(stall(OptionalInt.empty(), Optional.empty(), 600).orElseThrow().mayBeWaiting()).isTrue();
        assertThat(stall(OptionalInt.of(3), Optional.empty(), 600).orElseThrow().mayBeWaiting()).isFalse();
    }

    @Test
    void theWatchFindsAStallAndItsEndAndNoneWhileNothingCanBeRead() {
        var api = new StubApi();
        var store = new RunStore();
        var time = new ManualTime();
        var historyRecorder = new RunHistoryRecorder(time, _ -> false);
        var monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT, new Random(1));
        var watch = new StallWatch(store, historyRecorder, rule);
        List<Map<RunKey, Stall>> told = new ArrayList<>();
        store.addListener(historyRecorder::onChange);
        monitor.addListener(historyRecorder::onChange);
        monitor.addListener(watch::onChange);
        watch.addListener(told::add);
        var run = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(40));
        api.put(run);
        store.put(List.of(run));
        monitor.start();
        api.fail(new Failure.TimedOut(StubApi.exchange()));
        time.advance(Duration.ofMinutes(30));
        assertThat(watch.count()).isZero();
        api.recover();
        time.advance(Duration.ofMinutes(1));
        assertThat(watch.of(run.key())).isPresent();
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(41)));
        time.advance(Duration.ofMinutes(1));
        assertThat(watch.count()).isZero();
        assertThat(told).hasSize(2);
    }
}
