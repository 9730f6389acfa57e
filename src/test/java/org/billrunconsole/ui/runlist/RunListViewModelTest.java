package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.RunListViewModel.State;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the place of the rows shows, and when; {@link RunListSelectionTest} has the row that is selected in it, {@link RunListChosenTest} the runs that are chosen. */
class RunListViewModelTest {

    private static final Duration UNTIL_STALLED = Duration.ofMinutes(11);

    private final StubApi api = new StubApi();
    private final ManualTime time = new ManualTime();
    private final HeldTasks tasks = new HeldTasks();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final RunListViewModel list = listOf(RunKind.REGULAR);

    private RunListViewModel listOf(RunKind kind) {
        return services.list(kind, tasks, Runnable::run);
    }

    private void expect(State state) {
        assertThat(list.stateProperty().get()).isEqualTo(state);
    }

    private void load() {
        list.load();
        tasks.release();
    }

    private static Failure broken() {
        return new Failure.TimedOut(StubApi.exchange());
    }

    @Test
    void aListIsLoadingUntilItsFirstAnswerIsThere() {
        expect(State.LOADING);
        list.load();
        expect(State.LOADING);
        assertThat(list.countsProperty().get().complete()).isFalse();
        tasks.release();
        expect(State.EMPTY);
        assertThat(list.countsProperty().get().complete()).isTrue();
    }

    @Test
    void aListWithRunsIsReadyAndCounted() {
        api.put(SampleRuns.openRun(1));
        api.put(SampleRuns.regular(2, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(5)));
        load();
        expect(State.READY);
        assertThat(list.shown()).extracting(RunRow::key).containsExactlyInAnyOrder(RunKey.regular(1),
                RunKey.regular(2));
        var counts = list.countsProperty().get();
        assertThat(counts.loaded()).isEqualTo(2);
        assertThat(counts.shown()).isEqualTo(2);
        assertThat(counts.running()).isEqualTo(1);
    }

    @Test
    void runsThatArriveWhileTheListIsLoadingAreShownAtOnce() {
        list.load();
        services.store().put(List.of(SampleRuns.openRun(1)));
        expect(State.READY);
        assertThat(list.countsProperty().get().complete()).as("more may come").isFalse();
    }

    @Test
    void aListHasTheRunsOfItsKindAlone() {
        api.put(SampleRuns.adhoc(1, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty()));
        var adhoc = listOf(RunKind.ADHOC);
        adhoc.load();
        load();
        expect(State.EMPTY);
        assertThat(adhoc.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aNoteIsInTheRowOfItsRunAtOnceAndConcernsNoOtherRow() {
        api.put(SampleRuns.openRun(1));
        api.put(SampleRuns.openRun(2));
        load();
        var other = list.shown().get(list.placeOf(RunKey.regular(2))).facts();
        services.notes().write(RunKey.regular(1), "Ask first", Optional.empty());
        assertThat(list.shown().get(list.placeOf(RunKey.regular(1))).facts().note()).isEqualTo(services.notes().of(
                RunKey.regular(1))).isPresent();
        assertThat(list.shown().get(list.placeOf(RunKey.regular(2))).facts()).isSameAs(other);
        assertThat(tasks.waiting()).as("questions about all rows").isZero();
        services.notes().write(RunKey.regular(1), "", services.notes().of(RunKey.regular(1)));
        assertThat(list.shown().get(list.placeOf(RunKey.regular(1))).facts().note()).isEmpty();
    }

    @Test
    void aFilterThatLetsNothingThroughIsNoEmptyList() {
        api.put(SampleRuns.openRun(1));
        load();
        list.filters().searchTextProperty().set("no run is called this");
        expect(State.NO_MATCH);
        assertThat(list.countsProperty().get().loaded()).isEqualTo(1);
        assertThat(list.countsProperty().get().shown()).isZero();
        list.filters().clear();
        expect(State.READY);
    }

    @Test
    void aLinkInTheSearchHidesNoRow() {
        api.put(SampleRuns.openRun(1));
        load();
        list.filters().searchTextProperty().set("billrun:4711");
        expect(State.READY);
    }

    @Test
    void aRunThatWasReadButWaitsForItsTurnIsFound() {
        var window = new ArrayDeque<Runnable>();
        var slow = services.list(RunKind.REGULAR, tasks, window::add);
        services.store().put(List.of(SampleRuns.openRun(1)));
        slow.find(RunKey.regular(1));
        assertThat(slow.selectedProperty().get()).contains(RunKey.regular(1));
    }

    @Test
    void aListThatCannotBeReadSaysWhyAndIsReadWhenTriedAgain() {
        api.fail(broken());
        load();
        expect(State.FAILED);
        assertThat(list.failureProperty().get()).contains(broken());
        api.recover();
        api.put(SampleRuns.openRun(1));
        list.load();
        expect(State.LOADING);
        assertThat(list.failureProperty().get()).isEmpty();
        tasks.release();
        expect(State.READY);
    }

    @Test
    void whatIsOnTheScreenStaysWhenReadingItAgainFails() {
        api.put(SampleRuns.openRun(1));
        load();
        api.fail(broken());
        load();
        expect(State.READY);
        assertThat(list.failureProperty().get()).contains(broken());
        assertThat(list.shown()).hasSize(1);
    }

    @Test
    void aListIsReadOnceHoweverOftenItIsAskedForMeanwhile() {
        list.load();
        list.load();
        list.refresh();
        tasks.release();
        assertThat(api.calls()).filteredOn("LIST REGULAR ALL"::equals).hasSize(1);
    }

    @Test
    void whatCouldNotBeReadIsCaughtUpAndWhatWasReadIsNot() {
        api.fail(broken());
        load();
        api.recover();
        list.catchUp();
        tasks.release();
        expect(State.EMPTY);
        api.calls().clear();
        list.catchUp();
        tasks.release();
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void nothingIsReadWhileAPersonIsAskedToSignIn() {
        list.askBefore(() -> true);
        list.refresh();
        assertThat(tasks.waiting()).isZero();
        list.askBefore(() -> false);
        list.refresh();
        tasks.release();
        assertThat(api.calls()).contains("LIST REGULAR ALL");
    }

    /** What a list does not mind: it shows what was last read, and the rest of the window says how old it is. */
    private enum Around {
        PAUSED, STALE, SIGNED_OUT, READ_ONLY, NO_JOURNAL;

        void come(TestServices services, StubApi api, ManualTime time) {
            switch (this) {
                case PAUSED -> services.monitor().pause();
                case STALE -> {
                    api.fail(broken());
                    time.advance(Duration.ofMinutes(1));
                }
                case SIGNED_OUT -> {
                    api.fail(new Failure.Unauthorised(StubApi.exchange()));
                    time.advance(Duration.ofMinutes(1));
                }
                case READ_ONLY -> services.contextProvider().setReadOnlyConnection(true);
                case NO_JOURNAL -> services.contextProvider().loseJournal();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRowsStay(Around around) {
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(5)));
        load();
        services.monitor().start();
        around.come(services, api, time);
        expect(State.READY);
        assertThat(list.shown()).hasSize(1);
    }

    @Test
    void aRowLooksStalledThoughItsRunIsAsItWas() {
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(5)));
        load();
        services.monitor().start();
        var looks = new ArrayList<Boolean>();
        list.shown().getFirst().factsProperty().subscribe(facts -> looks.add(facts.stalled()));
        time.advance(UNTIL_STALLED);
        assertThat(looks).startsWith(false).endsWith(true);
    }

    @Test
    void aRunThatHasStoodStillForLongNeedsSomebody() {
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(5)));
        load();
        services.monitor().start();
        assertThat(list.countsProperty().get().needing()).isZero();
        time.advance(UNTIL_STALLED);
        assertThat(list.countsProperty().get().needing()).isEqualTo(1);
        list.filters().attentionProperty().set(true);
        expect(State.READY);
        api.put(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(5)));
        time.advance(Duration.ofMinutes(1));
        assertThat(list.countsProperty().get().needing()).as("it has moved on").isZero();
        expect(State.NO_MATCH);
    }

    @Test
    void aRunThatIsGoneLeavesAnEmptyList() {
        api.put(SampleRuns.openRun(1));
        load();
        services.store().remove(List.of(RunKey.regular(1)));
        expect(State.EMPTY);
    }

    @Test
    void aListThatIsClosedTakesNothingInAnyMore() {
        load();
        list.close();
        services.store().put(List.of(SampleRuns.openRun(1)));
        expect(State.EMPTY);
        assertThat(list.selectedProperty().get()).isEqualTo(Optional.empty());
    }
}
