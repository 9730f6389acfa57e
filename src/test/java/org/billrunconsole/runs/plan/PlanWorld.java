package org.billrunconsole.runs.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.history.Stall;
import org.billrunconsole.domain.plan.AcceptedChecks;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.TestConsole;
import org.billrunconsole.runs.write.ActivityLog;
import org.billrunconsole.runs.write.WriteResult;
import org.billrunconsole.testkit.FakeClient;
import org.billrunconsole.testkit.FakeServer;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.Kill;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Scratch;
import org.billrunconsole.testkit.Sending;
import org.billrunconsole.testkit.WriteFault;

/**
 * A server in memory, a console with the real write path, and a plan on it, in a time that moves by hand. With every
 * sending and every change of the plan it holds what plans promise.
 */
final class PlanWorld implements AutoCloseable {

    private final Path folder = Scratch.folder("plan");
    private final ManualTime time = new ManualTime();
    private final FakeServer server = new FakeServer(time);
    private final FakeClient client = new FakeClient(server, "console");
    private final Plan plan;
    private final List<PlanEvent> kept = new ArrayList<>();
    private final Map<RunKey, List<Check>> checks = new HashMap<>();
    private final Map<RunKey, Stall> stalls = new HashMap<>();
    private final Set<List<Object>> arrived = new HashSet<>();
    private Freshness freshness = new Freshness.Live(Instant.EPOCH);
    private Optional<TestConsole> console = Optional.empty();
    private Optional<PlanRunner> runner = Optional.empty();
    private final Set<RunKey> done = new HashSet<>();
    private Optional<Runnable> lossHook = Optional.empty();
    private boolean pausedByOperator;
    private boolean stoppedByOperator;
    private int sendings;

    PlanWorld(PlanGoal goal, PlanOptions options, int runs) {
        this(goal, options, LongStream.rangeClosed(1, runs).mapToObj(SampleRuns::openRun).toList());
    }

    PlanWorld(PlanGoal goal, PlanOptions options, List<? extends Run> runs) {
        this(goal, options, runs, Map.of());
    }

    /** @param accepted the checks that the operator accepted, by run */
    PlanWorld(PlanGoal goal, PlanOptions options, List<? extends Run> runs, Map<RunKey, List<Check>> accepted) {
        runs.forEach(server::put);
        plan = new Plan(UUID.randomUUID(), time.instant(), JournalEntries.ORIGIN, goal, options,
                runs.stream()
                        .map(run -> new PlannedRun(run, accepted.getOrDefault(run.key(), List.of()), "as agreed", false,
                                Optional.empty()))
                        .toList());
        client.whileSending(this::arrives);
    }

    // ---- What a test does

    /** Opens a console and begins the plan, or goes on with it. */
    PlanWorld run() {
        var opened = new TestConsole(folder, client, time, time);
        console = Optional.of(opened);
        opened.contextProvider().readFreshnessFrom(() -> freshness);
        opened.unknown().resumeOpen();
        refresh();
        var made = new PlanRunner(PlanState.of(plan, kept), new PlanRunner.Sources(opened.store()::find, this::read,
                opened.contextProvider()::of, run -> Optional.ofNullable(stalls.get(run)),
                (_, run) -> checks.getOrDefault(run.key(), List.of())), new StepWrites(opened.requests(), write -> {
                    var result = opened.writes().perform(write);
                    if (result instanceof WriteResult.NotSent) {
                        // As the monitor is told that a call was lost.
                        lossHook.ifPresent(Runnable::run);
                        lossHook = Optional.empty();
                    }
                    return result;
                }),
                new SentSteps(new ActivityLog(opened.journal(), () -> JournalEntries.ORIGIN)), kept::add, time, time,
                this::hold);
        runner = Optional.of(made);
        opened.unknown().addListener(_ -> made.wake());
        go();
        return this;
    }

    /** The console reads everything anew, and the plan does what is then due. */
    void refresh() {
        console.ifPresent(open -> {
            if (!freshness.locksActions()) {
                open.store().put(server.keys().stream().map(server::run).toList());
            }
        });
        go();
    }

    /** Lets time pass; the console reads before and after it. */
    void pass(Duration length) {
        refresh();
        settled(() -> time.advance(length));
        refresh();
    }

    /** The server comes on with a run's present stage. */
    void progress(long id, int percent) {
        var now = server.run(RunKey.regular(id));
        if (now.status().orElseThrow() == RunStatus.Known.CLOSED) {
            server.put(SampleRuns.regular(id, RunStatus.Known.CLOSED, now.stage().orElseThrow(),
                    OptionalInt.of(percent)));
        }
        refresh();
    }

    /** The server is done with the present stage of every run that is on its way. */
    void finishStages() {
        for (var run : snapshot().runs()) {
            if (run.standing() instanceof RunStanding.InProgress || run.standing() instanceof RunStanding.NeedsProof) {
                progress(run.planned().key().id(), 100);
            }
        }
    }

    void another(Command command) {
        server.applyForAnother(command);
        refresh();
    }

    void next(WriteFault fault) {
        client.next(fault);
    }

    /** The operator has paused the plan before the console ended. */
    void pauseFirst() {
        kept.add(new PlanEvent.Paused(time.instant()));
    }

    void readsFail(boolean failing) {
        if (failing) {
            client.failReads(FakeClient.noAnswer());
        } else {
            client.healReads();
        }
    }

    void noMoreFaults() {
        client.forgetFaults();
    }

    void warn(long id, Check... found) {
        checks.put(RunKey.regular(id), List.of(found));
    }

    void stall(long id) {
        server.run(RunKey.regular(id)).stage().ifPresent(stage -> stalls.put(RunKey.regular(id), new Stall(
                RunKey.regular(id), (Stage.Known) stage, time.instant(), Duration.ofMinutes(10), false)));
        go();
    }

    void online(boolean now) {
        freshness = now ? new Freshness.Live(time.instant())
                : new Freshness.SignedOut(Optional.empty(),
                        FakeClient.noAnswer());
        refresh();
    }

    /** Called with the next requests that never leave. */
    void whileSendingFails(Runnable hook) {
        lossHook = Optional.of(hook);
    }

    /** The server does not list a run any more. */
    void forget(long id) {
        console.orElseThrow().store().remove(List.of(RunKey.regular(id)));
        go();
    }

    void pause() {
        runner().pause();
        go();
        pausedByOperator = true;
    }

    void goOn() {
        pausedByOperator = false;
        runner().goOn();
        go();
    }

    void stop() {
        runner().stop();
        go();
        stoppedByOperator = true;
    }

    void sayDone(long id) {
        if (at(id).standing() instanceof RunStanding.NeedsProof(var stage)) {
            sayDone(id, stage);
        }
    }

    void sayDone(long id, Stage.Known stage) {
        runner().sayDone(RunKey.regular(id), stage, JournalEntries.ORIGIN);
        go();
    }

    /** Ends the console as the operating system would. */
    void kill() {
        console.ifPresent(TestConsole::close);
        runner.ifPresent(PlanRunner::close);
        console = Optional.empty();
        runner = Optional.empty();
        client.forgetFaults();
    }

    boolean isKilled() {
        return console.isEmpty();
    }

    // ---- What it sees

    PlanSnapshot snapshot() {
        return runner().snapshot();
    }

    RunInPlan at(long id) {
        return snapshot().runs().stream().filter(run -> run.planned().key().id() == id).findFirst().orElseThrow();
    }

    RunVerdict verdict(long id) {
        return at(id).verdict().orElseThrow();
    }

    List<PlanEvent> kept() {
        return kept;
    }

    FakeServer server() {
        return server;
    }

    Plan plan() {
        return plan;
    }

    int sendings() {
        return sendings;
    }

    ManualTime time() {
        return time;
    }

    /** What can be said of a plan that is over. */
    void holdAtTheEnd() {
        assertThat(snapshot().ended()).isPresent();
        assertThat(snapshot().runs()).allSatisfy(run -> assertThat(run.verdict()).isPresent());
    }

    @Override
    public void close() {
        kill();
        Scratch.delete(folder);
    }

    // ---- What it holds

    private Run read(RunKey run) {
        var now = client.run(run);
        console.ifPresent(open -> open.store().put(List.of(now)));
        return now;
    }

    private void go() {
        if (runner.isPresent()) {
            runner.get().wake();
            settled(() -> time.advance(Duration.ZERO));
        }
    }

    private void settled(Runnable work) {
        try {
            work.run();
        } catch (Kill _) {
            kill();
        }
    }

    private void arrives(Sending write) {
        sendings++;
        var run = write.command().run();
        var action = write.command().action();
        assertThat(kept.getLast()).as("the last line of the plan").isInstanceOfSatisfying(PlanEvent.Sending.class,
                step -> {
                    assertThat(step.run()).isEqualTo(run);
                    assertThat(step.action()).isEqualTo(action);
                });
        assertThat(arrived.add(List.of(run, action))).as("%s of %s for the first time", action, run).isTrue();
        assertThat(pausedByOperator || stoppedByOperator).as("paused or stopped").isFalse();
        assertThat(freshness.locksActions()).as("without fresh data").isFalse();
        assertThat(AcceptedChecks.without(plan.find(run).orElseThrow().accepted(),
                checks.getOrDefault(run, List.of()))).as("checks that nobody accepted").isEmpty();
        if (plan.goal() instanceof PlanGoal.RunThrough) {
            assertThat(action).isNotEqualTo(Action.DISTRIBUTE);
        }
    }

    private void hold(PlanSnapshot now) {
        if (plan.goal() instanceof PlanGoal.RunThrough) {
            assertThat(now.inProgress()).as("runs in progress").isLessThanOrEqualTo(plan.options().mostInProgress());
        }
        if (plan.goal() instanceof PlanGoal.RunThrough until) {
            // What others do to it later is theirs.
            assertThat(now.runs()).filteredOn(run -> run.verdict().equals(Optional.of(RunVerdict.DONE))
                    && done.add(run.planned().key())).allSatisfy(
                            run -> assertThat((Stage.Known) run.now()
                                    .flatMap(Run::stage)
                                    .orElseThrow()).isGreaterThanOrEqualTo(until.stage()));
        }
        var verdicts = new HashMap<RunKey, Long>();
        for (var event : kept) {
            if (event instanceof PlanEvent.RunEnded(_, var run, var verdict)
                    && verdict.outcome() != RunVerdict.Outcome.UNKNOWN) {
                verdicts.merge(run, 1L, Long::sum);
            }
        }
        assertThat(verdicts.values()).as("verdicts of each run").allMatch(count -> count == 1);
    }

    private PlanRunner runner() {
        return runner.orElseThrow();
    }
}
