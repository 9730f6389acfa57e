package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.util.Subscription;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.work.Cancellable;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunListLoadTest {

    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime());
    private final RunListViewModel list = services.list(RunKind.REGULAR);

    @BeforeEach
    void putInPagesOfTwo() {
        LongStream.rangeClosed(1, 7).forEach(id -> api.put(SampleRuns.openRun(id)));
        api.pagesOf(2);
        list.firstShown();
    }

    static Stream<Exception> unexpected() {
        return Stream.of(new IllegalStateException("planted"), new ExecutionException(new StackOverflowError()),
                new ExecutionException(new OutOfMemoryError("planted")));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void aListThatFailedUnexpectedlyCanBeTriedAgain(Exception thrown) {
        var failing = services.list(RunKind.REGULAR, new TaskRunner() {
            @Override
            public <T> Cancellable run(String name, Callable<T> work, Consumer<? super T> done,
                    Consumer<? super Exception> failed) {
                failed.accept(thrown);
                return () -> {};
            }
        }, Runnable::run);
        failing.load();
        assertThat(failing.stateProperty().get()).isEqualTo(RunListViewModel.State.FAILED);
        assertThat(failing.failureProperty().get()).isPresent();
    }

    @Test
    void aReadingThatIsStoppedKeepsWhatIsThereAndIsNotTakenForAll() {
        services.store().put(List.of(SampleRuns.openRun(99)));
        stopAfterThePageThatMakes(4);
        list.load();
        assertThat(list.progressProperty().get()).isEqualTo(new ListProgress.Stopped(4));
        assertThat(list.shown()).as("the run that no page has shown may be on the rest").extracting(RunRow::key)
                .contains(RunKey.regular(99), RunKey.regular(4)).doesNotContain(RunKey.regular(5));
        assertThat(list.countsProperty().get().complete()).isFalse();
        assertThat(list.stateProperty().get()).isEqualTo(RunListViewModel.State.READY);
    }

    @Test
    void theRestIsReadWhenAPersonWantsIt() {
        var stopping = stopAfterThePageThatMakes(4);
        list.load();
        stopping.unsubscribe();
        list.refresh();
        assertThat(list.shown()).hasSize(7);
        assertThat(list.progressProperty().get()).isEqualTo(new ListProgress.Quiet());
        assertThat(list.countsProperty().get().complete()).isTrue();
    }

    @Test
    void howManyHaveBeenReadIsToldAfterEachPageButTheLast() {
        var told = new ArrayList<ListProgress>();
        list.progressProperty().addListener((_, _, now) -> told.add(now));
        list.load();
        assertThat(told).containsExactly(new ListProgress.Reading(2), new ListProgress.Reading(4),
                new ListProgress.Reading(6), new ListProgress.Quiet());
    }

    @Test
    void theRunsThatAreNotFinishedFollowTheFirstPageOfALongListAndAShortOneNeedsNoMore() {
        list.load();
        assertThat(api.calls()).startsWith("LIST REGULAR ALL", "LIST REGULAR OPEN", "LIST REGULAR CLOSED");
        api.calls().clear();
        api.pagesOf(100);
        list.load();
        assertThat(api.calls()).filteredOn(call -> call.startsWith("LIST REGULAR")).containsExactly(
                "LIST REGULAR ALL");
    }

    @Test
    void theRestOfALongListWaitsUntilItsFirstRowsCanBeSeen() throws Exception {
        var loading = new ListLoading(RunKind.REGULAR, services.refresh(), new InlineTasks(), Runnable::run, () -> {},
                Duration.ofHours(1));
        var reader = Thread.ofPlatform().start(loading::load);
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        assertThat(services.store().all(RunKind.REGULAR)).hasSize(2);
        loading.firstShown();
        reader.join();
        assertThat(services.store().all(RunKind.REGULAR)).hasSize(7);
    }

    @Test
    void aRunThatChangesWhileAListIsReadIsShownAtOnce() {
        var stages = new ArrayList<Optional<Stage>>();
        list.progressProperty().subscribe(now -> {
            if (now.equals(new ListProgress.Reading(4))) {
                services.store().put(List.of(SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.REPORTING,
                        OptionalInt.of(5))));
                stages.add(list.shown().stream().filter(row -> row.key().id() == 1).findFirst()
                        .flatMap(row -> row.run().stage()));
            }
        });
        list.load();
        assertThat(stages).containsExactly(Optional.of(Stage.Known.REPORTING));
    }

    @Test
    void whoStopsIsNotKeptWaitingByRowsThatAreNotShown() throws Exception {
        var loading = new ListLoading(RunKind.REGULAR, services.refresh(), new InlineTasks(), Runnable::run, () -> {},
                Duration.ofHours(1));
        var reader = Thread.ofPlatform().start(loading::load);
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        loading.stop();
        reader.join();
        assertThat(services.store().all(RunKind.REGULAR)).hasSize(2);
    }

    @Test
    void whatIsSearchedForMayStillComeWhileTheListIsRead() {
        list.filters().searchTextProperty().set("no run is called this");
        var states = new HashSet<RunListViewModel.State>();
        list.progressProperty().subscribe(_ -> states.add(list.stateProperty().get()));
        list.load();
        assertThat(states).contains(RunListViewModel.State.NO_MATCH);
        assertThat(list.stateProperty().get()).isEqualTo(RunListViewModel.State.NO_MATCH);
    }

    private Subscription stopAfterThePageThatMakes(int read) {
        return list.progressProperty().subscribe(now -> {
            if (now.equals(new ListProgress.Reading(read))) {
                list.stopLoading();
            }
        });
    }
}
