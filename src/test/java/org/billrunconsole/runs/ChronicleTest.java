package org.billrunconsole.runs;

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
import org.billrunconsole.domain.Command;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Happening;
import org.billrunconsole.domain.Happening.Who;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.StageVisit;
import org.billrunconsole.domain.WireRequest;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private static final RunKey RUN = RunKey.regular(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StubApi api = new StubApi();
    private final RunStore store = new RunStore();
    private final ManualTime time = new ManualTime();
    private final Chronicle chronicle = new Chronicle(time, _ -> false);
    private final LiveMonitor monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT,
            new Random(1));
    private final List<Happening> happened = new ArrayList<>();

    ChronicleTest() {
        store.addListener(chronicle::heed);
        monitor.addListener(chronicle::heed);
        chronicle.addListener(happened::addAll);
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
            new Catalogue(api, store).load(kind, _ -> {});
        }
        monitor.start();
    }

    private void becomes(Run run, Duration after) {
        api.put(run);
        time.advance(after);
    }

    private List<Who> authors() {
        return happened.stream().filter(Happening.FieldChanged.class::isInstance).map(Happening::who).toList();
    }

    @Test
    void aStayInAStageIsKeptWithItsTimesAndTheServersWork() {
        load(at(1, Stage.Known.REPORTING, 5));
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 40), MINUTE);
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 100), MINUTE);
        becomes(at(1, Stage.Known.FULL_INVOICES, 0), MINUTE.multipliedBy(10));
        var visits = chronicle.of(RUN).visits();
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
        assertThat(chronicle.usual(SampleRuns.openRun(9), Stage.Known.DRAFT_INVOICES)).hasValueSatisfying(usual -> {
            assertThat(usual.runs()).isEqualTo(1);
            assertThat(usual.median()).isLessThanOrEqualTo(MINUTE.multipliedBy(7));
        });
        var adhoc = SampleRuns.adhoc(9, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty());
        assertThat(chronicle.usual(adhoc, Stage.Known.DRAFT_INVOICES)).isEmpty();
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
        assertThat(chronicle.of(RUN).samples()).extracting(sample -> sample.percent()).containsExactly(50, 60, 100);
        assertThat(chronicle.of(RUN).timeline().getLast()).isInstanceOf(Happening.StageDone.class);
    }

    @Test
    void afterALongGapTheTimeOfAChangeIsNotClaimedToBeKnown() {
        load(at(1, Stage.Known.DISTRIBUTION, 50));
        monitor.pause();
        becomes(at(1, Stage.Known.PAYMENT, 1), Duration.ofHours(3));
        monitor.resume();
        time.advance(MINUTE);
        var visits = chronicle.of(RUN).visits();
        assertThat(visits.getFirst().exitSeen()).isFalse();
        assertThat(visits.getLast().entrySeen()).isFalse();
    }

    @Test
    void somebodyElsesChangeIsToldFromThisConsoles() {
        load(at(1, Stage.Known.REPORTING, 100));
        chronicle.expect(new Command.ChangeInvoiceDate(RUN, LocalDate.of(2026, 12, 5)), time.instant());
        becomes(dated(LocalDate.of(2026, 12, 5)), MINUTE);
        becomes(dated(LocalDate.of(2026, 12, 9)), MINUTE);
        assertThat(authors()).containsExactly(Who.THIS_CONSOLE, Who.SOMEONE_ELSE);
        assertThat(happened.getLast()).isEqualTo(new Happening.FieldChanged(happened.getLast().time(), RUN,
                Who.SOMEONE_ELSE, "invoiceDate", Optional.of("2026-12-05"), "2026-12-09"));
    }

    @Test
    void aWriteThatWasRefusedDoesNotMakeTheNextChangeThisConsoles() {
        load(at(1, Stage.Known.REPORTING, 100));
        var refusing = new Writes() {
            @Override
            public WireRequest preview(Command command, Run before) {
                return api.preview(command, before);
            }

            @Override
            public WriteResult perform(Command command, Run confirmed, String reason) {
                return new WriteResult.Refused(new Failure.TimedOut(StubApi.exchange()));
            }
        };
        var writes = new AnnouncedWrites(refusing, chronicle, time);
        writes.perform(new Command.DraftInvoices(RUN), at(1, Stage.Known.REPORTING, 100), "");
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        assertThat(chronicle.of(RUN).timeline().getLast().who()).isEqualTo(Who.SOMEONE_ELSE);
    }

    @Test
    void aStepNobodyHereTookIsSomebodyElses() {
        load(at(1, Stage.Known.REPORTING, 100), at(2, Stage.Known.REPORTING, 100));
        chronicle.expect(new Command.DraftInvoices(RUN), time.instant());
        becomes(at(1, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        becomes(at(2, Stage.Known.DRAFT_INVOICES, 0), MINUTE);
        assertThat(chronicle.of(RUN).timeline().getLast().who()).isEqualTo(Who.THIS_CONSOLE);
        assertThat(chronicle.of(RunKey.regular(2)).timeline().getLast().who()).isEqualTo(Who.SOMEONE_ELSE);
    }

    @Test
    void anUnchangedRunWaitingAtTheStartIsDoneOnlyOnce() {
        load(at(1, Stage.Known.REPORTING, 100));
        becomes(dated(LocalDate.of(2026, 12, 9)), MINUTE);
        assertThat(happened).filteredOn(Happening.StageDone.class::isInstance).hasSize(1);
        assertThat(chronicle.of(RUN).lastChange()).isPresent();
        assertThat(chronicle.of(RUN).present().flatMap(StageVisit::done)).isEmpty();
    }

    @Test
    void driftBeginsWithWhatItWasBefore() {
        load(SampleRuns.openRun(1), at(2, Stage.Known.REPORTING, 5));
        becomes(earning(1, 1_300_000), MINUTE.multipliedBy(2));
        assertThat(chronicle.of(RUN).trend()).extracting(point -> point.revenue().orElseThrow()).containsExactly(
                1_284_350L, 1_300_000L);
    }

    @Test
    void openRunsThatStandStillTakeNoRoom() {
        for (int id = 1; id <= 1000; id++) {
            api.put(SampleRuns.openRun(id));
        }
        load(at(2000, Stage.Known.REPORTING, 5));
        assertThat(chronicle.size()).isEqualTo(1);
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
        assertThat(chronicle.size()).isEqualTo(Chronicle.MOST_RUNS);
        for (int revenue = 0; revenue < ids; revenue++) {
            store.put(List.of(earning(7, revenue)));
        }
        assertThat(chronicle.of(RunKey.regular(7)).trend()).hasSizeLessThanOrEqualTo(Track.MOST_POINTS);
        for (int turn = 0; turn < 1000; turn++) {
            store.put(List.of(at(8, turn % 2 == 0 ? Stage.Known.DRAFT_INVOICES : Stage.Known.REPORTING, turn % 100)));
        }
        var history = chronicle.of(RunKey.regular(8));
        assertThat(history.visits()).hasSizeLessThanOrEqualTo(Track.MOST_VISITS);
        assertThat(history.timeline()).hasSizeLessThanOrEqualTo(Track.LONGEST_TIMELINE);
    }
}
