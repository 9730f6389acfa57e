package org.billrunconsole.runs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.runs.Catalogue;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ListReading;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.junit.jupiter.api.Test;

class LiveMonitorTest {

    private static final Duration TICK = Duration.ofSeconds(2);

    private final StubApi api = new StubApi();
    private final RunStore store = new RunStore();
    private final ManualTime time = new ManualTime();
    private final LiveMonitor monitor = new LiveMonitor(api, store, time, time, () -> TickPolicy.DEFAULT,
            new Random(1));

    private void put(long id, Stage.Known stage, int percent) {
        api.put(SampleRuns.regular(id, RunStatus.Known.CLOSED, stage, OptionalInt.of(percent)));
    }

    private void load() {
        var catalogue = new Catalogue(api, store);
        for (var kind : RunKind.values()) {
            catalogue.load(kind, ListReading.unwatched());
        }
        api.calls().clear();
        monitor.start();
    }

    /** The shortest that a wait becomes, so that many consoles do not ask in step. */
    private static Duration lessJitter(Duration wait) {
        return wait.multipliedBy(9).dividedBy(10);
    }

    private static Failure broken() {
        return new Failure.TimedOut(StubApi.exchange());
    }

    @Test
    void aTickIsOneListRequestForEachKindHoweverManyRunsAreRunning() {
        for (int id = 1; id <= 1000; id++) {
            put(id, Stage.Known.REPORTING, 5);
        }
        load();
        time.advance(TICK);
        assertThat(api.calls()).containsExactly("LIST REGULAR CLOSED", "LIST ADHOC CLOSED");
    }

    @Test
    void aRunThatChangedItsStageIsReadWholeOnce() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        put(1, Stage.Known.DRAFT_INVOICES, 0);
        time.advance(TICK);
        time.advance(TICK);
        assertThat(api.calls()).containsOnlyOnce("GET /bill-runs/1");
        assertThat(store.find(RunKey.regular(1)).flatMap(run -> run.stage())).contains(Stage.Known.DRAFT_INVOICES);
    }

    @Test
    void aRunThatLeftTheListIsReadToSeeWhatBecameOfIt() {
        put(1, Stage.Known.ARCHIVING, 90);
        load();
        api.put(SampleRuns.regular(1, RunStatus.Known.FINALIZED, Stage.Known.FINISHED));
        time.advance(TICK);
        assertThat(store.find(RunKey.regular(1)).flatMap(run -> run.status())).contains(RunStatus.Known.FINALIZED);
    }

    @Test
    void nothingRunningMeansAskingSeldom() {
        api.put(SampleRuns.openRun(1));
        load();
        assertThat(time.untilNext().orElseThrow()).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(30));
    }

    @Test
    void minimisedWindowsAskSeldomAndCatchUpWhenTheyComeBack() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.setAttention(WindowAttention.MINIMISED);
        time.advance(TICK);
        assertThat(time.untilNext().orElseThrow()).isGreaterThan(Duration.ofSeconds(13));
        monitor.setAttention(WindowAttention.VISIBLE);
        assertThat(time.untilNext()).contains(Duration.ZERO);
    }

    @Test
    void twoMissedTicksMakeTheDataStaleAndOneGoodOneFresh() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(broken());
        time.advance(TICK);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Faltering.class);
        time.advance(TICK.multipliedBy(2));
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Stale.class);
        assertThat(monitor.freshness().locksActions()).isTrue();
        api.recover();
        time.advance(Duration.ofMinutes(1));
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Live.class);
    }

    @Test
    void failuresAreAnsweredByWaitingLongerUpToALimit() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(broken());
        time.advance(TICK);
        for (var limit : LongStream.of(4, 8, 16, 32, 60, 60).mapToObj(Duration::ofSeconds).toList()) {
            var asked = api.calls().size();
            var wait = time.untilNext().orElseThrow();
            assertThat(wait).isBetween(lessJitter(limit), limit);
            time.advance(wait);
            assertThat(api.calls()).hasSize(asked + 1);
        }
    }

    @Test
    void aSignInThatIsNotAcceptedStopsTheAskingUntilResumed() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(new Failure.Unauthorised(StubApi.exchange()));
        time.advance(TICK);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.SignedOut.class);
        api.calls().clear();
        time.advance(Duration.ofMinutes(10));
        assertThat(api.calls()).isEmpty();
        api.recover();
        monitor.resume();
        time.advance(TICK);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Live.class);
    }

    @Test
    void aPauseIsAPause() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.pause();
        time.advance(Duration.ofMinutes(10));
        assertThat(api.calls()).isEmpty();
        monitor.resume();
        time.advance(TICK);
        assertThat(api.calls()).isNotEmpty();
    }

    @Test
    void aPauseDuringATickEndsInPaused() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        var told = new ArrayList<Freshness>();
        monitor.addListener(told::add);
        api.during(monitor::pause);
        time.advance(TICK);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Paused.class);
        assertThat(told).last().isInstanceOf(Freshness.Paused.class);
    }

    @Test
    void aSessionThatEndsDuringAPauseLeavesItAPause() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.pause();
        monitor.signInNeeded();
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Paused.class);
    }

    @Test
    void aCallThatDidNotReachTheServerLeavesNoStepEnabledUntilOneDoes() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.lost(new Failure.Rejected(StubApi.exchange(), Failure.ServerWords.NONE));
        assertThat(monitor.freshness().locksActions()).as("a refusal is an answer").isFalse();
        monitor.lost(broken());
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Stale.class);
        assertThat(monitor.freshness().locksActions()).isTrue();
        time.advance(TickPolicy.DEFAULT.longest());
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Live.class);
    }

    @Test
    void aServerThatAsksForAnHourIsNotLiveMeanwhile() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(new Failure.RateLimited(StubApi.exchange(), Optional.of(Duration.ofHours(1))));
        time.advance(TICK);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Stale.class);
        assertThat(monitor.freshness().locksActions()).isTrue();
    }

    @Test
    void whatWasAskedBeforeAPauseDoesNotCountAfterIt() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.during(() -> {
            api.during(() -> {});
            monitor.pause();
            monitor.resume();
        });
        var askedWhenLive = new ArrayList<Long>();
        monitor.addListener(now -> {
            if (now instanceof Freshness.Live) {
                askedWhenLive.add(api.calls().stream().filter("LIST REGULAR CLOSED"::equals).count());
            }
        });
        time.advance(TICK);
        assertThat(askedWhenLive).as("how often it was asked before it was live").containsExactly(2L);
    }

    @Test
    void openRunsAreLookedAtInATickOfTheirOwn() {
        put(1, Stage.Known.REPORTING, 5);
        api.put(SampleRuns.openRun(2));
        load();
        time.advance(Duration.ofSeconds(65));
        assertThat(api.calls()).containsOnlyOnce("LIST REGULAR OPEN");
        var position = api.calls().indexOf("LIST REGULAR OPEN");
        assertThat(api.calls().subList(position, position + 2)).isEqualTo(
                List.of("LIST REGULAR OPEN", "LIST ADHOC OPEN"));
    }

    @Test
    void aServerThatAsksForTimeGetsIt() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(new Failure.RateLimited(StubApi.exchange(), Optional.of(Duration.ofMinutes(5))));
        time.advance(TICK);
        assertThat(time.untilNext().orElseThrow()).isGreaterThan(Duration.ofMinutes(4));
        api.recover();
        time.advance(Duration.ofMinutes(5));
        assertThat(time.untilNext().orElseThrow()).isBetween(lessJitter(TICK), TICK);
    }

    @Test
    void afterAnOutageTheClosedRunsAreReadFirst() {
        put(1, Stage.Known.REPORTING, 5);
        api.put(SampleRuns.openRun(2));
        load();
        api.fail(broken());
        time.advance(Duration.ofMinutes(5));
        api.recover();
        api.calls().clear();
        time.advance(Duration.ofMinutes(1));
        assertThat(api.calls()).startsWith("LIST REGULAR CLOSED", "LIST ADHOC CLOSED", "LIST REGULAR OPEN");
    }

    @Test
    void nothingIsAskedWhileSignedOutNotEvenWhenTheWindowComesToTheFront() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        api.fail(new Failure.Unauthorised(StubApi.exchange()));
        time.advance(TICK);
        api.calls().clear();
        monitor.tickNow();
        time.advance(Duration.ofMinutes(1));
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void aFailureAfterAPauseDoesNotUnlockTheActions() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.pause();
        api.fail(broken());
        monitor.resume();
        time.advance(TICK);
        assertThat(monitor.freshness().locksActions()).isTrue();
    }

    @Test
    void aFullRowThatCouldNotBeReadIsReadInALaterTick() {
        put(1, Stage.Known.REPORTING, 5);
        put(2, Stage.Known.REPORTING, 5);
        load();
        put(1, Stage.Known.DRAFT_INVOICES, 0);
        api.failOn("GET /bill-runs/1", broken());
        time.advance(TICK);
        api.recover();
        api.calls().clear();
        time.advance(Duration.ofSeconds(5));
        assertThat(api.calls()).containsOnlyOnce("GET /bill-runs/1");
    }

    @Test
    void aRunThatIsGoneIsAskedForOnce() {
        put(1, Stage.Known.REPORTING, 5);
        put(2, Stage.Known.REPORTING, 5);
        load();
        api.remove(RunKey.regular(1));
        time.advance(Duration.ofSeconds(10));
        assertThat(api.calls()).containsOnlyOnce("GET /bill-runs/1");
        assertThat(store.find(RunKey.regular(1))).isEmpty();
    }

    @Test
    void aRunThatIsFinalizedBeforeItIsFinishedIsFollowedToTheEnd() {
        put(1, Stage.Known.DISTRIBUTION, 50);
        load();
        api.put(SampleRuns.regular(1, RunStatus.Known.FINALIZED, Stage.Known.PAYMENT));
        time.advance(TICK);
        api.put(SampleRuns.regular(1, RunStatus.Known.FINALIZED, Stage.Known.FINISHED));
        time.advance(TICK);
        assertThat(store.find(RunKey.regular(1)).flatMap(run -> run.stage())).contains(Stage.Known.FINISHED);
        api.calls().clear();
        time.advance(Duration.ofSeconds(50));
        assertThat(api.calls()).isNotEmpty().noneMatch(call -> call.startsWith("GET"));
    }

    @Test
    void aBulkStepIsReadByListAndNotRunByRun() {
        for (int id = 1; id <= 1000; id++) {
            put(id, Stage.Known.REPORTING, 5);
        }
        load();
        for (int id = 1; id <= 1000; id++) {
            put(id, Stage.Known.DRAFT_INVOICES, 0);
        }
        time.advance(TICK);
        assertThat(api.calls()).containsExactly("LIST REGULAR CLOSED", "LIST REGULAR CLOSED", "LIST ADHOC CLOSED");
    }

    @Test
    void runsThatLeaveTheClosedListTogetherAreReadInPagesAndNotOneByOne() {
        for (int id = 1; id <= 300; id++) {
            put(id, Stage.Known.DISTRIBUTION, 50);
        }
        put(301, Stage.Known.REPORTING, 5);
        load();
        for (int id = 1; id <= 300; id++) {
            api.put(SampleRuns.regular(id, RunStatus.Known.FINALIZED, Stage.Known.FINISHED));
        }
        time.advance(TICK);
        assertThat(api.calls()).containsExactly("LIST REGULAR CLOSED", "LIST REGULAR ALL", "LIST ADHOC CLOSED");
        assertThat(store.inStatus(RunKind.REGULAR, RunStatus.Known.FINALIZED)).hasSize(300);
    }

    @Test
    void anAnswerAskedForBeforeAWriteDoesNotTurnBackTheClock() {
        put(1, Stage.Known.REPORTING, 100);
        load();
        var asked = store.mark();
        store.put(List.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES)));
        store.put(List.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING)), asked);
        assertThat(store.find(RunKey.regular(1)).flatMap(run -> run.stage())).contains(Stage.Known.DRAFT_INVOICES);
    }

    @Test
    void runsThatMayBeWaitingForAPersonAreAskedForLessOftenAfterAWhile() {
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING));
        load();
        time.advance(TICK);
        assertThat(time.untilNext().orElseThrow()).isBetween(lessJitter(TICK), TICK);
        time.advance(Duration.ofMinutes(11));
        api.calls().clear();
        time.advance(Duration.ofSeconds(50));
        assertThat(api.calls()).filteredOn("LIST REGULAR CLOSED"::equals).hasSizeBetween(5, 6);
    }

    @Test
    void aTickThatHangsIsStaleBeforeItFails() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        var seen = new ArrayList<Freshness>();
        api.during(() -> {
            time.advance(Duration.ofSeconds(20));
            seen.add(monitor.freshness());
        });
        time.advance(TICK);
        assertThat(seen.getFirst()).isInstanceOf(Freshness.Stale.class);
        assertThat(monitor.freshness()).isInstanceOf(Freshness.Live.class);
    }

    @Test
    void aClosedMonitorAsksNoMore() {
        put(1, Stage.Known.REPORTING, 5);
        load();
        monitor.close();
        assertThat(time.untilNext()).isEqualTo(Optional.empty());
    }
}
