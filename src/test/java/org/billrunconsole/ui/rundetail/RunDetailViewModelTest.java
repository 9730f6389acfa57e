package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.billrunconsole.api.http.HttpApi;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.BillingUser;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Legality;
import org.billrunconsole.domain.lifecycle.Lifecycle;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.lifecycle.Reason.Code;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.runs.write.ActionContextProvider;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.runs.write.UnansweredWrite;
import org.billrunconsole.runs.write.UnansweredWrites;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.testkit.WriteFault;
import org.billrunconsole.ui.rundetail.timeline.TimelineViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunDetailViewModelTest {

    private static final RunKey RUN = RunKey.regular(7);
    private static final BillRun OPEN = SampleRuns.openRun(7);

    private final StubApi api = new StubApi();
    private final ManualTime time = new ManualTime();
    private final HeldTasks tasks = new HeldTasks();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final List<String> asked = new ArrayList<>();
    private final RunDetailViewModel model = modelWith(services.unanswered());
    @TempDir
    private Path folder;

    private RunDetailViewModel modelWith(UnansweredWrites unanswered) {
        return new RunDetailViewModel(services.store(), services.referenceData(), services.analysis(),
                new RunActions(services.contextProvider(), unanswered), HttpApi::json,
                (action, run) -> asked.add(action + " " + run.key().id()), _ -> {}, services.customers(),
                new PaymentsViewModel(_ -> {
                    throw new AssertionError("Nobody asked for payments");
                }, tasks), new TimelineViewModel(services.analysis(), _ -> List.of(), tasks), tasks, Runnable::run);
    }

    @BeforeEach
    void live() {
        services.contextProvider().readFreshnessFrom(() -> new Freshness.Live(Instant.EPOCH));
        services.store().put(List.of(OPEN));
    }

    private void expectNothingShown() {
        assertThat(model.runProperty().get()).isEmpty();
        assertThat(model.actionsProperty().get()).isEmpty();
        assertThat(model.dueProperty().get()).isEmpty();
        assertThat(model.checksProperty().get()).isEmpty();
        assertThat(model.unansweredProperty().get()).isEmpty();
    }

    private Optional<Code> whyNot(Action action) {
        return model.actionsProperty()
                .get()
                .stream()
                .filter(state -> state.action() == action)
                .map(ActionState::legality)
                .findFirst()
                .orElseThrow()
                .whyNot()
                .map(Reason::code);
    }

    @Test
    void withoutAChosenRunThereIsNothing() {
        expectNothingShown();
        model.show(Optional.of(RUN));
        model.show(Optional.empty());
        expectNothingShown();
        model.requestDue();
        assertThat(asked).isEmpty();
    }

    @Test
    void aChosenRunIsShownWithItsDueStepAndEveryActionOfItsKind() {
        model.show(Optional.of(RUN));
        assertThat(model.runProperty().get()).contains(OPEN);
        assertThat(model.unshowableProperty().get()).isFalse();
        assertThat(model.dueProperty().get()).contains(new ActionState(Action.CLOSE, new Legality.Allowed(false)));
        assertThat(model.actionsProperty().get()).extracting(ActionState::action)
                .containsExactlyElementsOf(Lifecycle.actions(RunKind.REGULAR));
    }

    @Test
    void nothingIsDoneToARunThatIsChosenAndNotShownYetNorToTheOneBefore() {
        services.store().put(List.of(SampleRuns.openRun(8)));
        model.show(Optional.of(RUN));
        model.choose(Optional.of(RunKey.regular(8)));
        model.requestDue();
        model.request(Action.CLOSE);
        assertThat(asked).isEmpty();
        model.showChosen();
        model.requestDue();
        assertThat(asked).containsExactly("CLOSE 8");
    }

    @Test
    void aRunThatIsLeftBeforeItIsShownIsNeverShown() {
        var shown = new ArrayList<Long>();
        services.store().put(List.of(SampleRuns.openRun(8), SampleRuns.openRun(9)));
        model.runProperty().subscribe(run -> run.ifPresent(now -> shown.add(now.id())));
        model.choose(Optional.of(RunKey.regular(8)));
        model.choose(Optional.of(RunKey.regular(9)));
        model.showChosen();
        model.showChosen();
        assertThat(shown).containsExactly(9L);
    }

    @Test
    void whatIsShownOfARunIsToldOnceAndOnlyIfItIsAnother() {
        var told = new AtomicInteger();
        model.revisionProperty().addListener(_ -> {
            assertThat(model.revisionProperty().get()).isPositive();
            told.incrementAndGet();
        });
        model.show(Optional.of(RUN));
        assertThat(told).hasValue(1);
        model.show(Optional.of(RUN));
        assertThat(told).as("the same").hasValue(1);
        services.store().put(List.of(SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING,
                OptionalInt.of(100))));
        assertThat(told).hasValue(2);
    }

    @Test
    void oneCustomerIsAskedForAtATimeAndThatOfTheRunThatIsShownInTheEnd() {
        var held = new HeldTasks();
        var fast = services.detail((_, _) -> {}, held, Runnable::run);
        services.store().put(LongStream.of(1, 2, 3).mapToObj(RunDetailViewModelTest::withLargestOf)
                .toList());
        for (var id : new long[]{1, 2, 3}) {
            fast.show(Optional.of(RunKey.regular(id)));
        }
        assertThat(held.waiting()).as("of all that were passed").isEqualTo(1);
        held.release();
        assertThat(services.review().calls()).filteredOn(call -> call.startsWith("customer ")).containsExactly(
                "customer 1", "customer 3");
    }

    private static Run withLargestOf(long id) {
        var run = SampleRuns.openRun(id);
        return new BillRun(id, run.name(), run.sortableName(), run.billingCycleId(), run.created(), run.periodStart(),
                run.periodEnd(), run.invoiceDate(), run.includeUsageUntil(), run.status(), run.stage(),
                run.percentage(), run.closedBy(), run.parallel(), run.revenue(), run.usageSuspense(),
                run.rentalSuspense(), Optional.of(BigDecimal.TEN), OptionalLong.of(id), run.paused());
    }

    @Test
    void aRunThatHasNotBeenReadIsNotShownBeforeItIs() {
        model.show(Optional.of(RunKey.regular(8)));
        expectNothingShown();
        services.store().put(List.of(SampleRuns.openRun(8)));
        assertThat(model.runProperty().get()).map(Run::key).contains(RunKey.regular(8));
    }

    @Test
    void aRunIsShownAsItWasLastRead() {
        model.show(Optional.of(RUN));
        services.store().put(List.of(SampleRuns.openRun(8)));
        assertThat(model.runProperty().get()).contains(OPEN);
        var reported = SampleRuns.regular(7, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalInt.of(100));
        services.store().put(List.of(reported));
        assertThat(model.runProperty().get()).contains(reported);
        assertThat(model.dueProperty().get()).map(ActionState::action).contains(Action.DRAFT_INVOICES);
    }

    @Test
    void aRunThatIsGoneIsShownNoMore() {
        model.show(Optional.of(RUN));
        services.store().remove(List.of(RUN));
        expectNothingShown();
    }

    @Test
    void aFinishedRunHasNothingDue() {
        services.store().put(List.of(SampleRuns.regular(7, RunStatus.Known.FINALIZED, Stage.Known.FINISHED)));
        model.show(Optional.of(RUN));
        assertThat(model.dueProperty().get()).isEmpty();
        assertThat(whyNot(Action.DISTRIBUTE)).contains(Code.FINALIZED);
    }

    private static Arguments around(String name, Optional<Code> why, Consumer<ActionContextProvider> change) {
        return Arguments.argumentSet(name, why, change);
    }

    private static Arguments fresh(Freshness freshness, Optional<Code> why) {
        return around(freshness.getClass().getSimpleName(), why, around -> {
            around.readFreshnessFrom(() -> freshness);
        });
    }

    static Stream<Arguments> whatStandsAroundTheRun() {
        var failure = new Failure.TimedOut(StubApi.exchange());
        var never = Optional.<Instant>empty();
        return Stream.of(fresh(new Freshness.Live(Instant.EPOCH), Optional.empty()),
                fresh(new Freshness.Faltering(Instant.EPOCH, failure), Optional.empty()),
                fresh(new Freshness.Connecting(), Optional.of(Code.STALE)),
                fresh(new Freshness.Stale(never, failure), Optional.of(Code.STALE)),
                fresh(new Freshness.SignedOut(never, failure), Optional.of(Code.STALE)),
                fresh(new Freshness.Paused(never), Optional.of(Code.PAUSED)),
                around("read-only", Optional.of(Code.READ_ONLY_CONNECTION), on -> on.setReadOnlyConnection(true)),
                around("ruled out", Optional.of(Code.CHANGES_RULED_OUT), ActionContextProvider::ruleOutChanges),
                around("no journal", Optional.of(Code.NO_JOURNAL), ActionContextProvider::loseJournal),
                around("refused", Optional.of(Code.READ_ONLY_USER),
                        on -> on.learnRefusal(RunKind.REGULAR, Action.CLOSE)),
                around("under way", Optional.of(Code.ACTION_UNDER_WAY),
                        on -> on.readWritesFrom(RUN::equals, _ -> false)),
                around("outcome unknown", Optional.of(Code.OUTCOME_UNKNOWN),
                        on -> on.readWritesFrom(_ -> false, RUN::equals)));
    }

    @ParameterizedTest
    @MethodSource
    void whatStandsAroundTheRun(Optional<Code> why, Consumer<ActionContextProvider> change) {
        model.show(Optional.of(RUN));
        change.accept(services.contextProvider());
        services.contextProvider().changed();
        assertThat(model.runProperty().get()).as("what was last read stays").contains(OPEN);
        assertThat(whyNot(Action.CLOSE)).isEqualTo(why);
        assertThat(model.dueProperty().get()).map(state -> state.legality().isAllowed()).contains(why.isEmpty());
        model.requestDue();
        assertThat(asked).isEqualTo(why.isEmpty() ? List.of("CLOSE 7") : List.of());
    }

    @Test
    void whatTheServerRefusedIsOfferedAgainWhenAskedFor() {
        services.contextProvider().learnRefusal(RunKind.REGULAR, Action.CLOSE);
        model.show(Optional.of(RUN));
        model.tryAgain();
        assertThat(whyNot(Action.CLOSE)).isEmpty();
    }

    @Test
    void aWriteWithoutAnAnswerIsShownUntilItsOutcomeHasBeenRead() {
        var server = new FakeServer(time);
        server.put(OPEN);
        var client = new FakeClient(server, "console");
        try (var console = new TestConsole(folder, client, time, time)) {
            var detail = modelWith(console.unknown().unanswered());
            console.unknown().unanswered().addListener(_ -> services.contextProvider().changed());
            detail.show(Optional.of(RUN));
            client.next(WriteFault.LOST);
            console.perform(new Command.Close(RUN, Optional.empty(), Optional.empty()));
            assertThat(detail.unansweredProperty().get()).containsInstanceOf(UnansweredWrite.BeingFoundOut.class);
            detail.putOutcomeAway();
            assertThat(detail.unansweredProperty().get()).as("nothing to put away yet").isPresent();
            time.advance(Duration.ofMinutes(10));
            assertThat(detail.unansweredProperty().get()).hasValueSatisfying(write -> assertThat(write)
                    .isInstanceOfSatisfying(UnansweredWrite.FoundOut.class,
                            found -> assertThat(found.finding()).isEqualTo(Finding.NOT_APPLIED)));
            detail.putOutcomeAway();
            assertThat(detail.unansweredProperty().get()).isEmpty();
        }
    }

    @Test
    void aRunThatCannotBeShownLeavesNothingOfItselfUntilAnotherIs() {
        model.show(Optional.of(RUN));
        model.cannotShow(new IllegalStateException("planted"));
        assertThat(model.unshowableProperty().get()).isTrue();
        expectNothingShown();
        model.show(Optional.of(RUN));
        assertThat(model.unshowableProperty().get()).isFalse();
        assertThat(model.runProperty().get()).contains(OPEN);
    }

    @Test
    void whoClosedTheRunIsANumberUntilTheNameIsThere() {
        api.put(new BillingUser(12, "m.jones"));
        services.store().put(List.of(closedBy(7, 12)));
        model.show(Optional.of(RUN));
        assertThat(model.closedByProperty().get()).contains("#12");
        tasks.release();
        assertThat(model.closedByProperty().get()).contains("m.jones");
    }

    @Test
    void aNameThatCannotBeReadStaysANumber() {
        services.store().put(List.of(closedBy(7, 12)));
        model.show(Optional.of(RUN));
        tasks.release();
        assertThat(model.closedByProperty().get()).contains("#12");
    }

    @Test
    void aNameThatComesLateIsNotShownAtAnotherRun() {
        api.put(new BillingUser(12, "m.jones"));
        services.store().put(List.of(closedBy(7, 12), closedBy(8, 13)));
        model.show(Optional.of(RUN));
        model.show(Optional.of(RunKey.regular(8)));
        tasks.releaseOne();
        assertThat(model.closedByProperty().get()).contains("#13");
    }

    private static BillRun closedBy(long id, long user) {
        return SampleRuns.with(SampleRuns.openRun(id), RunStatus.Known.CLOSED, Stage.Known.REPORTING,
                OptionalLong.of(user));
    }

    @Test
    void wordsThatTellTimeGrowOldOnlyWhileARunIsShown() {
        model.secondPassed();
        assertThat(model.secondsProperty().get()).isZero();
        model.show(Optional.of(RUN));
        model.secondPassed();
        assertThat(model.secondsProperty().get()).isEqualTo(1);
    }

    @Test
    void aPaneThatIsClosedFollowsNothingAnyMore() {
        model.show(Optional.of(RUN));
        model.close();
        services.store().remove(List.of(RUN));
        services.contextProvider().setReadOnlyConnection(true);
        assertThat(model.runProperty().get()).contains(OPEN);
        assertThat(whyNot(Action.CLOSE)).isEmpty();
    }
}
