package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.LongStream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.review.CheckThresholds;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.journal.plans.PlanFiles;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.ReferenceData;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.runs.history.RunHistoryRecorder;
import org.billrunconsole.runs.notes.RunNotes;
import org.billrunconsole.runs.plan.Plans.Refusal;
import org.billrunconsole.runs.review.Acknowledgements;
import org.billrunconsole.runs.review.Checks;
import org.billrunconsole.runs.review.DraftWatch;
import org.billrunconsole.runs.review.RunAnalysis;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.Kill;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Scratch;
import org.billrunconsole.testkit.WriteFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanServiceTest {

    private final Path folder = Scratch.folder("plans");
    private final ManualTime time = new ManualTime();
    private final FakeServer server = new FakeServer(time);
    private final List<Console> consoles = new ArrayList<>();

    PlanServiceTest() {
        // After the period's end and before the invoice date, so that no check warns.
        time.advance(Duration.between(time.instant(), Instant.parse("2026-12-01T09:00:00Z")));
        LongStream.rangeClosed(1, 3).mapToObj(SampleRuns::openRun).forEach(server::put);
    }

    /** A console on the server and its plans. */
    private final class Console {

        private final FakeClient client = new FakeClient(server, "console");
        private final TestConsole console = new TestConsole(folder, client, time, time);
        private final PlanService plans;
        private final List<Optional<PlanSnapshot>> told = new ArrayList<>();

        Console() {
            consoles.add(this);
            console.contextProvider().readFreshnessFrom(() -> new Freshness.Live(time.instant()));
            console.unknown().resumeOpen();
            read();
            var analysis = new RunAnalysis(console.store(), new RunHistoryRecorder(time, _ -> false),
                    new ReferenceData(new FakeClient(server, "console"), Optional.empty()), _ -> Optional.empty(),
                    console.unknown().unanswered()::isOpen, new Checks(() -> CheckThresholds.DEFAULT),
                    new DraftWatch(time), new Acknowledgements(() -> "billing.ops", time, _ -> {}),
                    new RunNotes(Optional.empty(), () -> "billing.ops", time), time,
                    ZoneOffset.UTC);
            plans = new PlanService(new PlanFiles(console.journal()), console.journal().lease(),
                    () -> JournalEntries.ORIGIN, console.store(), server::run,
                    new RunActions(console.contextProvider(), console.unknown().unanswered()), analysis,
                    console.requests(), console.writes(), new ActivityLog(console.journal(),
                            () -> JournalEntries.ORIGIN),
                    time, time);
            plans.addListener(told::add);
        }

        void read() {
            console.store().put(server.keys().stream().map(server::run).toList());
            time.advance(Duration.ZERO);
        }

        Optional<Refusal> start(Plan plan) {
            var refusal = plans.start(plan);
            time.advance(Duration.ZERO);
            return refusal;
        }

        PlanSnapshot current() {
            return plans.current().orElseThrow();
        }

        List<String> notes() {
            return console.notes().stream().map(Activity.Note::kind).toList();
        }

        void end() {
            plans.close();
            console.close();
        }
    }

    @AfterEach
    void close() {
        consoles.forEach(Console::end);
        Scratch.delete(folder);
    }

    private Plan plan(PlanGoal goal) {
        return new Plan(UUID.randomUUID(), time.instant(), JournalEntries.ORIGIN, goal, PlanOptions.DEFAULT,
                server.keys()
                        .stream()
                        .map(server::run)
                        .map((Run run) -> new PlannedRun(run, List.of(), "", false, Optional.empty()))
                        .toList());
    }

    @Test
    void oneStepWithManyEndsWithAVerdictForEachAndANote() {
        var console = new Console();

        assertThat(console.start(plan(new PlanGoal.OneStep(Action.CLOSE)))).isEmpty();

        assertThat(console.current().phase()).isEqualTo(PlanPhase.ENDED);
        assertThat(console.current().count(Outcome.DONE)).isEqualTo(3);
        assertThat(console.notes()).containsExactly("plan-ended", "plan-started");
        assertThat(console.console.notes().getFirst().details()).containsEntry("done", "3").containsEntry("plan",
                console.current().plan().id().toString());
        console.plans.putAway();
        assertThat(console.plans.current()).isEmpty();
        assertThat(console.told.getLast()).isEmpty();
    }

    @Test
    void oneAtATime() {
        var console = new Console();
        console.start(plan(PlanGoal.RunThrough.REPORTED));

        assertThat(console.start(plan(PlanGoal.RunThrough.REPORTED))).contains(Refusal.ONE_IS_RUNNING);
        console.plans.putAway();
        assertThat(console.plans.current()).as("a running plan is not put away").isPresent();
    }

    @Test
    void aReadOnlyConnectionStartsNone() {
        var console = new Console();
        console.console.contextProvider().setReadOnlyConnection(true);

        assertThat(console.start(plan(PlanGoal.RunThrough.REPORTED))).contains(Refusal.NO_CHANGES);
        assertThat(server.sent()).isEmpty();
        assertThat(console.plans.unfinished()).isEmpty();
    }

    @Test
    void aPlanThatAnotherConsoleRunsIsSeenAndCannotBeTaken() {
        var first = new Console();
        first.start(plan(PlanGoal.RunThrough.REPORTED));
        var second = new Console();
        var id = first.current().plan().id();

        assertThat(first.plans.unfinished()).as("its own").isEmpty();
        assertThat(second.plans.unfinished()).extracting(PlanSnapshot::phase).containsExactly(
                PlanPhase.RUN_ELSEWHERE);
        assertThat(second.plans.resume(id)).contains(Refusal.TAKEN);
        assertThat(second.plans.leave(id)).contains(Refusal.TAKEN);
    }

    @Test
    void anInterruptedPlanSendsNothingUntilItIsResumed() {
        var first = new Console();
        first.start(plan(PlanGoal.RunThrough.REPORTED));
        var id = first.current().plan().id();
        first.end();
        var sent = server.sent().size();
        var second = new Console();
        second.read();
        time.advance(Duration.ofMinutes(30));

        assertThat(server.sent()).hasSize(sent);
        assertThat(second.plans.unfinished()).extracting(PlanSnapshot::phase).containsExactly(PlanPhase.INTERRUPTED);
        assertThat(second.plans.current()).isEmpty();
        assertThat(second.plans.resume(id)).isEmpty();
        time.advance(Duration.ZERO);
        assertThat(second.current().inProgress()).isEqualTo(2);
        assertThat(second.plans.unfinished()).isEmpty();
        second.plans.sayDone(RunKey.regular(1), Stage.Known.REPORTING);
        time.advance(Duration.ZERO);
        assertThat(server.sent()).as("the third run got its place").hasSize(sent + 1);
        assertThat(second.notes()).containsExactly("plan-resumed", "plan-started");
    }

    @Test
    void aPlanThatAnotherVersionWroteToIsLeftAloneAndSaysSo() throws IOException {
        var first = new Console();
        first.start(plan(PlanGoal.RunThrough.REPORTED));
        var id = first.current().plan().id();
        first.end();
        Files.writeString(folder.resolve("plans").resolve(id + ".jsonl"), "{\"event\":\"of a later version\"}\n",
                StandardOpenOption.APPEND);
        var second = new Console();

        assertThat(second.plans.resume(id)).contains(Refusal.UNREADABLE);
        assertThat(second.plans.leave(id)).contains(Refusal.UNREADABLE);
        assertThat(second.plans.current()).isEmpty();
    }

    @Test
    void aRunningPlanTellsItselfWhatBecomesOfItsRuns() {
        var console = new Console();
        console.start(plan(PlanGoal.RunThrough.REPORTED));

        assertThat(console.plans.moves(RunKey.regular(3))).isTrue();
        assertThat(console.plans.moves(RunKey.regular(99))).isFalse();
        console.plans.stop();
        time.advance(Duration.ZERO);
        assertThat(console.plans.moves(RunKey.regular(3))).isFalse();
    }

    @Test
    void anInterruptedPlanThatIsLeftEndsWithAVerdictForEachRun() {
        var first = new Console();
        first.start(plan(PlanGoal.RunThrough.REPORTED));
        var id = first.current().plan().id();
        first.end();
        var second = new Console();

        assertThat(second.plans.leave(id)).isEmpty();

        var kept = second.plans.kept(id).orElseThrow();
        assertThat(kept.phase()).isEqualTo(PlanPhase.ENDED);
        assertThat(kept.count(Outcome.STOPPED)).isEqualTo(2);
        assertThat(kept.count(Outcome.NOT_SENT)).isEqualTo(1);
        assertThat(second.plans.unfinished()).isEmpty();
        assertThat(second.notes()).containsExactly("plan-ended", "plan-started");
    }

    @Test
    void aDistributionThatWasInterruptedIsNotGoneOnWithByAClick() {
        server.keys().forEach(key -> server.put(SampleRuns.regular(key.id(), RunStatus.Known.CLOSED,
                Stage.Known.FULL_INVOICES, OptionalInt.of(100))));
        var first = new Console();
        first.client.next(WriteFault.KILLED_AFTER);
        var plan = plan(new PlanGoal.OneStep(Action.DISTRIBUTE));
        assertThatExceptionOfType(Kill.class).isThrownBy(() -> first.start(plan));
        first.end();
        var second = new Console();
        time.advance(Duration.ofMinutes(5));

        assertThat(second.plans.resume(plan.id())).contains(Refusal.IRREVERSIBLE);
        assertThat(second.plans.leave(plan.id())).isEmpty();

        var kept = second.plans.kept(plan.id()).orElseThrow();
        assertThat(kept.count(Outcome.DONE)).as("what was being sent had arrived").isEqualTo(1);
        assertThat(kept.count(Outcome.NOT_SENT)).isEqualTo(2);
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void thePlansOfAServerThatKeepsNothingEndWithIt() {
        var first = new Console();
        first.start(plan(PlanGoal.RunThrough.REPORTED));
        var id = first.current().plan().id();
        first.end();
        time.advance(Duration.ofHours(1));
        var second = new Console();

        second.plans.concludeLost(plan -> plan.made().isBefore(time.instant()));

        assertThat(second.plans.unfinished()).isEmpty();
        assertThat(second.plans.kept(id).orElseThrow().runs()).allSatisfy(run -> assertThat(run.verdict())
                .isPresent());
    }
}
