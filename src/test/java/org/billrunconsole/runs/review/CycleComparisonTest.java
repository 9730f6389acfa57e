package org.billrunconsole.runs.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.review.CycleComparison;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class CycleComparisonTest {

    private final ManualTime time = new ManualTime();
    private final RunStore store = new RunStore();
    private final RunHistoryRecorder recorder = new RunHistoryRecorder(time, _ -> false);
    private final RunAnalysis analysis = new RunAnalysis(store, recorder, new ReferenceData(new StubApi(),
            Optional.empty()), _ -> Optional.empty(), _ -> false, new Checks(() -> CheckThresholds.DEFAULT),
            new DraftWatch(time), new Acknowledgements(() -> "billing.ops", time, _ -> {}),
            new RunNotes(Optional.empty(), () -> "billing.ops", time), time, ZoneOffset.UTC);

    private static BillRun ending(long id, int month, long revenue) {
        var first = LocalDate.of(2026, month, 1);
        return SampleRuns.withRevenue(SampleRuns.withPeriod(SampleRuns.openRun(id), first, first.plusMonths(1)
                .minusDays(1)), OptionalLong.of(revenue));
    }

    @Test
    void aRunStandsBesideTheLastOnesOfItsCycleOldestFirst() {
        var now = ending(9, 11, 900);
        store.put(List.of(now, ending(8, 10, 800), ending(6, 8, 600), ending(7, 9, 700)));
        var points = analysis.comparison(now, 2).points();
        assertThat(points).extracting(point -> point.run().id()).containsExactly(7L, 8L, 9L);
        assertThat(points).extracting(point -> point.figures().revenue().orElseThrow()).containsExactly(700L, 800L,
                900L);
        assertThat(points).extracting(CycleComparison.Point::seenWork).containsOnly(Optional.empty());
    }

    @Test
    void howLongTheServerWorkedIsThereWhereItWasSeen() {
        var now = ending(9, 11, 900);
        store.put(List.of(now));
        var begun = Instant.parse("2026-12-01T09:00:00Z");
        recorder.restore(new RunEvent.StageEntered(begun, now.key(), Who.UNKNOWN, OptionalLong.of(3), Optional.empty(),
                Stage.Known.REPORTING, true));
        recorder.restore(new RunEvent.StageDone(begun.plusSeconds(600), now.key(), Stage.Known.REPORTING, true));
        var point = analysis.comparison(now, 2).points().getLast();
        assertThat(point.work()).isEqualTo(Map.of(Stage.Known.REPORTING, Duration.ofMinutes(10)));
        assertThat(point.seenWork()).contains(Duration.ofMinutes(10));
    }
}
