package org.billrunconsole.runs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.history.RunEvent.Who;
import org.billrunconsole.domain.history.StageVisit;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.monitor.LiveMonitor;
import org.billrunconsole.runs.monitor.TickPolicy;
import org.billrunconsole.runs.write.HistoryAwareWrites;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.runs.write.Writes;
import org.billrunconsole.testkit.Confirmed;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class RunHistoryRecorderTest {

    private static final RunKey RUN = RunKey.regular(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StubApi api = new StubApi();
    private final RunStore store = new RunStore();
    private final ManualTime time = new ManualTime();
    private final RunHistoryRecorder historyRecorder = new RunHistoryRecorder(time, _ -> false);
    private final LiveMonitor monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT,
            new Random(1));
    private final List<RunEvent> happened = new ArrayList<>();

    RunHistoryRecorderTest() {
        store.addListener(historyRecorder::onChange);
        monitor.addListener(historyRecorder::onChange);
        historyRecorder.addListener(happened::addAll);
    }

    private static BillRun at(long id, Stage.Known stage, int percent) {
        return SampleRuns.regular(id, RunStatus.Known.CLOSED, stage, OptionalInt.of(percent));
    }

    private static BillRun dated(LocalDate day) {
        return at(1, Stage.Known.REPORTING, 100).updatedBy(new BillRun(1, Optional.empty(), Optional.empty(),
                OptionalLong.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day),
                Optional.empty(), Optional.empty(), Optional.of(Stage.Known.REPORTING), OptionalInt.of(100),
                OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
                OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()));
    }

    private static BillRun earning(long id, long revenue) {
        var run = SampleRuns.openRun(id);
        return new BillRun(id, run.name(), run.sortableName(), run.billingCycleId(), run.created(), run.periodStart(),
                run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(), run.stage(),
                run.percentage(), run.closedBy(), run.parallel(), OptionalLong.of(revenue), run.usageSuspense(),
                run.rentalSuspense(), run.maxInvoiceValue(), run.maxInvoiceCustomerId(), run.paused());
    }

    private void load(Run... runs) {
        for (var run : runs) {
            api.put(run);
        }
        for (var kind : RunKind.values()) {
            new Catalogue(api, store).load(kind, ListReading.unwatched());
        }
        monitor.start();
    }

    private void becomes(Run run, Duration after) {
        api.put(run);
        time.advance(after);
    }

    private List<Who> authors() {
        return happened.stream().filter(RunEvent.FieldChanged.class::isInstance).map(RunEvent::who).toList();
    }

    @Test
    void aStayInAStageIsKeptWithItsTimesAndTheServersWork() {
        load(at(1, Stage.Known.REPORTING, 5));
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 40), MINUTE);
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 100), MINUTE);
        becomes(at(1, Stage.Known.FULL_INVOICES, 0), MINUTE.multipliedBy(10));
        var visits = historyRecorder.of(RUN).visits();
        assertThat(visits).extracting(StageVisit::stage).containsExactly(Stage.Known.REPORTING,
                Stage.Known.DRAFT_INVOICES, Stage.Known.FULL_INVOICES);
        assertThat(visits.getFirst().entrySeen()).isFalse();
        assertThat(visits.getFirst().work()).isEmpty();
        assertThat(visits.get(1).work().orElseThrow()).isCloseTo(MINUTE.multipliedBy(2), Duration.ofSeconds(5));
        assertThat(visits.get(1).stay()).isPresent();
    }

    @Test
    void whatTookHowLongIsLearnedByBillingCycle() {
        load(at(1, Stage.Known.REPORTING, 5));
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 100), MINUTE.multipliedBy(7));
        assertThat(historyRecorder.usual(SampleRuns.openRun(9), Stage.Known.DRAFT_INVOICES))
                .hasValueSatisfying(usual -> {
                    assertThat(usual.runs()).isEqualTo(1);
                    assertThat(usual.median()).isCloseTo(MINUTE, Duration.ofSeconds(5));
                });
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        assertThat(historyRecorder.usual(adhoc, Stage.Known.DRAFT_INVOICES)).isEmpty();
    }

    @Test
    void aMinuteWithoutNetworkLosesNothing() {
        load(at(1, Stage.Known.FULL_INVOICES, 50));
        becomes(at(1, Stage.Known.FULL_INVOICES, 60), MINUTE);
        api.fail(new Failure.TimedOut(StubApi.exchange()));
        becomes(at(1, Stage.Known.FULL_INVOICES, 100), MINUTE);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Stale.class);
        api.recover();
        time.advance(MINUTE);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Live.class);
        assertThat(historyRecorder.of(RUN).samples()).extracting(sample -> sample.percent()).containsExactly(50, 60,
                100);
        assertThat(historyRecorder.of(RUN).timeline().getLast()).isInstanceOf(RunEvent.StageDone.class);
    }

    @Test
    void afterALongGapTheTimeOfAChangeIsNotClaimedToBeKnown() {
        load(at(1, Stage.Known.DISTRIBUTION, 50));
        monitor.pause();
        becomes(at(1, Stage.Known.PAYMENT, 1), Duration.ofHours(3));
        monitor.resume();
        time.advance(MINUTE);
        var visits = historyRecorder.of(RUN).visits();
        assertThat(visits.getFirst().exitSeen()).isFalse();
        assertThat(visits.getLast().entrySeen()).isFalse();
    }

    @Test
    void somebodyElsesChangeIsToldFromThisConsoles() {
        load(at(1, Stage.Known.REPORTING, 100));
        historyRecorder.expect(new Command.ChangeInvoiceDate(RUN, LocalDate.of(2026, 12, 5)), time.instant());
        becomes(dated(LocalDate.of(2026, 12, 5)), MINUTE);
        becomes(dated(LocalDate.of(2026, 12, 9)), MINUTE);
        assertThat(authors()).containsExactly(Who.THIS_CONSOLE, Who.SOMEONE_ELSE);
        assertThat(happened.getLast()).isEqualTo(new RunEvent.FieldChanged(happened.getLast().time(), RUN,
                Who.SOMEONE_ELSE, "invoiceDate", Optional.of("2026-12-05"), "2026-12-09"));
    }

    @Test
    void aWriteThatWasRefusedDoesNotMakeTheNextChangeThisConsoles() {
        load(at(1, Stage.Known.REPORTING, 100));
        Writes refusing = _ -> new WriteResult.Refused(new Failure.TimedOut(StubApi.exchange()));
        var writes = new HistoryAwareWrites(refusing, historyRecorder, time);
        Confirmed.perform(api::request, writes, new Command.DraftInvoices(RUN), at(1, Stage.Known.REPORTING, 100), "");
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        assertThat(historyRecorder.of(RUN).timeline().getLast().who()).isEqualTo(Who.SOMEONE_ELSE);
    }

    @Test
    void aStepNobodyHereTookIsSomebodyElses() {
        load(at(1, Stage.Known.REPORTING, 100), at(2, Stage.Known.REPORTING, 100));
        historyRecorder.expect(new Command.DraftInvoices(RUN), time.instant());
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        becomes(at(2, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        assertThat(historyRecorder.of(RUN).timeline().getLast().who()).isEqualTo(Who.THIS_CONSOLE);
        assertThat(historyRecorder.of(RunKey.regular(2)).timeline().getLast().who()).isEqualTo(Who.SOMEONE_ELSE);
    }

    @Test
    void anUnchangedRunWaitingAtTheStartIsDoneOnlyOnce() {
        load(at(1, Stage.Known.REPORTING, 100));
        becomes(dated(LocalDate.of(2026, 12, 9)), MINUTE);
        assertThat(happened).filteredOn(RunEvent.StageDone.class::isInstance).hasSize(1);
        assertThat(historyRecorder.of(RUN).lastChange()).isPresent();
        assertThat(historyRecorder.of(RUN).present().flatMap(StageVisit::done)).isEmpty();
    }

    @Test
    void driftBeginsWithWhatItWasBefore() {
        load(SampleRuns.openRun(1), at(2, Stage.Known.REPORTING, 5));
        becomes(earning(1, 1_300_000), MINUTE.multipliedBy(2));
        assertThat(historyRecorder.of(RUN).trend()).extracting(point -> point.revenue().orElseThrow()).containsExactly(
                1_284_350L, 1_300_000L);
    }

    @Test
    void openRunsThatStandStillTakeNoRoom() {
        for (int id = 1; id <= 1000; id++) {
            api.put(SampleRuns.openRun(id));
        }
        load(at(2000, Stage.Known.REPORTING, 5));
        assertThat(historyRecorder.size()).isEqualTo(1);
    }

    @Test
    void aHundredThousandUpdatesStayWithinBounds() {
        var ids = 50_000;
        for (int round = 0; round < 2; round++) {
            var runs = new ArrayList<Run>();
            for (int id = 1; id <= ids; id++) {
                runs.add(earning(id, round));
            }
            store.put(runs);
        }
        assertThat(historyRecorder.size()).isEqualTo(RunHistoryRecorder.MOST_RUNS);
        for (int revenue = 0; revenue < ids; revenue++) {
            store.put(List.of(earning(7, revenue)));
        }
        assertThat(historyRecorder.of(RunKey.regular(7)).trend())
                .hasSizeBetween(RunHistoryBuilder.MOST_POINTS / 2, RunHistoryBuilder.MOST_POINTS);
        for (int turn = 0; turn < 1000; turn++) {
            store.put(List.of(at(8, turn % 2 == 0 ? Stage.Known.DRAFT_INVOICES : Stage.Known.REPORTING, turn % 100)));
        }
        var history = historyRecorder.of(RunKey.regular(8));
        assertThat(history.visits()).hasSize(RunHistoryBuilder.MOST_VISITS);
        assertThat(history.timeline()).hasSize(RunHistoryBuilder.LONGEST_TIMELINE);
    }
}
