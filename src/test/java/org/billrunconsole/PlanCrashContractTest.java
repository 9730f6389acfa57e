package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.app.ConnectionServices;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.PlanSnapshot;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Activity;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.plans.Kept;
import org.billrunconsole.journal.plans.PlanFiles;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.sandbox.Sandbox;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.sandbox.data.SandboxUser;
import org.billrunconsole.sandbox.faults.Fault;
import org.billrunconsole.sandbox.faults.FaultEffect;
import org.billrunconsole.testkit.ChildJvm;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Sandboxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A console, a process of its own, that is killed while the server holds a step of its plan, and the next console. */
class PlanCrashContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int RUNS = 4;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    @TempDir
    private Path folder;

    private final ManualTime time = new ManualTime();
    /** The dates that the killed console saw too, so that the same checks warn. */
    private final InstantSource clock = InstantSource.offset(time, Duration.between(time.instant(), Instant.now()));

    private Sandbox start() {
        return sandboxes.start(SandboxOptions.defaults().withSpeed(10_000).withDrift(false));
    }

    @Test
    void aKilledPlanSendsNothingUntilItIsResumedAndThenGoesOnFromTheVerdictOfWhatWasBeingWritten() throws Exception {
        var sandbox = start();
        // The first step comes to its end, and the second one is being written.
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(FaultEffect.Moment.AFTER)).onWrites().times(2));
        killWhileHeld(sandbox, 2);
        var left = onlyPlan();
        var cut = (PlanEvent.Sending) left.events().getLast();
        try (var next = connect(sandbox)) {
            assertThat(next.plans().unfinished()).singleElement().satisfies(plan -> {
                assertThat(plan.phase()).isEqualTo(PlanPhase.INTERRUPTED);
                assertThat(plan.plan()).isEqualTo(left.plan());
                assertThat(plan.runs()).hasSize(RUNS).noneMatch(run -> run.verdict().isPresent());
            });
            time.advance(Duration.ofMinutes(10));
            assertThat(sandbox.log().writes()).hasSize(2);
            assertThat(next.plans().current()).isEmpty();
            assertThat(findings(next)).containsExactly(Optional.of(Finding.APPLIED), Optional.of(Finding.APPLIED));

            var ended = resumed(next.plans(), left.plan().id());
            assertThat(ended.runs()).extracting(RunInPlan::verdict).containsOnly(Optional.of(RunVerdict.DONE));
            assertThat(next.plans().unfinished()).isEmpty();
        }
        assertWentOnFrom(cut, left, sandbox);
    }

    @Test
    void aPlanThatIsResumedBeforeTheVerdictIsThereTakesNoStepOfThatRunUntilItIs() throws Exception {
        var sandbox = start();
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(FaultEffect.Moment.AFTER)).onWrites().times(2));
        killWhileHeld(sandbox, 2);
        var left = onlyPlan();
        try (var next = connect(sandbox)) {
            var ended = resumed(next.plans(), left.plan().id());
            assertThat(ended.runs()).extracting(RunInPlan::verdict).containsOnly(Optional.of(RunVerdict.DONE));
        }
        assertWentOnFrom((PlanEvent.Sending) left.events().getLast(), left, sandbox);
    }

    @Test
    void aStepOfAKilledPlanThatTheServerNeverTookIsNotSentAgainAndTheOtherRunsGoOn() throws Exception {
        var sandbox = start();
        sandbox.faults().order(Fault.of(new FaultEffect.Drop(FaultEffect.Moment.BEFORE)).onWrites());
        sandbox.faults().order(Fault.of(new FaultEffect.Hold(FaultEffect.Moment.BEFORE)).onWrites().once());
        killWhileHeld(sandbox, 1);
        sandbox.faults().lift();
        var left = onlyPlan();
        var cut = (PlanEvent.Sending) left.events().getLast();
        var sent = sandbox.log().writes().size();
        try (var next = connect(sandbox)) {
            time.advance(Duration.ofMinutes(10));
            assertThat(sandbox.log().writes()).hasSize(sent);
            var ended = resumed(next.plans(), left.plan().id());
            assertThat(ended.runs()).filteredOn(run -> run.planned().key().equals(cut.run()))
                    .singleElement()
                    .satisfies(run -> assertThat(run.verdict()).contains(new RunVerdict(RunVerdict.Outcome.UNKNOWN,
                            new StopReason.OutcomeUnknown(cut.action(), Optional.of(Finding.NOT_APPLIED)))));
            assertThat(ended.count(RunVerdict.Outcome.DONE)).isEqualTo(RUNS - 1);
        }
        assertThat(sandbox.run(cut.run()).stage()).isEqualTo(Stage.Known.PROPERTIES);
        assertThat(sandbox.log().writes()).hasSize(sent + 2 * (RUNS - 1));
    }

    /** Starts a console with a plan and kills it while the server holds a write, after letting those before it go. */
    private void killWhileHeld(Sandbox sandbox, int write) throws IOException {
        var builder = ChildJvm.of(KilledPlanConsole.class, folder.resolve("child-suite.log"), sandbox.baseUri()
                .toString(), folder.toString(), Integer.toString(RUNS));
        builder.environment().put(CommandLine.TOKEN_VARIABLE, sandbox.token(SandboxUser.OPERATOR));
        var process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("child.txt").toFile()).start();
        try (var journal = Journal.open(folder, clock)) {
            var plans = new PlanFiles(journal);
            for (var step = 1; step <= write; step++) {
                var sent = step;
                // What the plan has sent tells which one is held: the next may be before anybody has looked.
                await().atMost(PATIENCE).until(() -> sent(plans) == sent && sandbox.faults().held() == 1);
                if (step < write) {
                    sandbox.faults().releaseHeld();
                }
            }
        } finally {
            process.destroyForcibly();
            process.onExit().join();
        }
        sandbox.faults().releaseHeld();
        await().atMost(PATIENCE).until(() -> sandbox.faults().held() == 0);
    }

    private static long sent(PlanFiles plans) {
        return plans.open()
                .stream()
                .flatMap(kept -> kept.events().stream())
                .filter(PlanEvent.Sending.class::isInstance)
                .count();
    }

    private ConnectionServices connect(Sandbox sandbox) {
        var services = KilledConsole.connect(sandbox.baseUri(), folder, sandbox.token(SandboxUser.OPERATOR), time,
                clock);
        services.monitor().start();
        services.resumeOpen();
        services.refresh().load(RunKind.REGULAR);
        return services;
    }

    /** Resumes a plan, and lets time go by until it has ended. */
    private PlanSnapshot resumed(Plans plans, UUID plan) {
        assertThat(plans.resume(plan)).isEmpty();
        return await().atMost(PATIENCE).until(() -> {
            time.advance(Duration.ofSeconds(2));
            return plans.current().orElseThrow();
        }, now -> now.ended().isPresent());
    }

    private Kept onlyPlan() {
        try (var journal = Journal.open(folder, clock)) {
            var open = new PlanFiles(journal).open();
            assertThat(open).hasSize(1);
            assertThat(open.getFirst().claimedByLiving()).isFalse();
            return open.getFirst();
        }
    }

    /** The step that was cut off was taken before anything else was done with its run, and none was sent twice. */
    private void assertWentOnFrom(PlanEvent.Sending cut, Kept left, Sandbox sandbox) {
        assertThat(afterResume(left.plan().id())).filteredOn(event -> run(event).equals(Optional.of(cut.run())))
                .first()
                .isInstanceOfSatisfying(PlanEvent.Taken.class, taken -> assertThat(taken.action()).isEqualTo(cut
                        .action()));
        // Two steps lead there, so that each was sent once if no more than two were.
        assertThat(left.plan().runs()).hasSize(RUNS)
                .allSatisfy(run -> assertThat(sandbox.run(run.key()).stage()).isEqualTo(Stage.Known.DRAFT_INVOICES));
        assertThat(sandbox.log().writes().stream().collect(Collectors.groupingBy(LoggedRequest::path, Collectors
                .counting()))).hasSize(RUNS).values().containsOnly(2L);
    }

    private List<PlanEvent> afterResume(UUID plan) {
        try (var journal = Journal.open(folder, clock)) {
            var events = new PlanFiles(journal).read(plan).orElseThrow().events();
            var claims = events.stream().filter(PlanEvent.Claimed.class::isInstance).toList();
            assertThat(claims).hasSize(2);
            return events.subList(events.lastIndexOf(claims.getLast()) + 1, events.size());
        }
    }

    private static Optional<RunKey> run(PlanEvent event) {
        return switch (event) {
            case PlanEvent.Begun(_, var run) -> Optional.of(run);
            case PlanEvent.Sending(_, var run, _) -> Optional.of(run);
            case PlanEvent.Taken(_, var run, _) -> Optional.of(run);
            case PlanEvent.NotTaken(_, var run, _) -> Optional.of(run);
            case PlanEvent.SaidDone(_, var run, _, _) -> Optional.of(run);
            case PlanEvent.RunEnded(_, var run, _) -> Optional.of(run);
            case PlanEvent.Claimed _,PlanEvent.Paused _,PlanEvent.WentOn _,PlanEvent.Ended _ -> Optional.empty();
        };
    }

    private static List<Optional<Finding>> findings(ConnectionServices services) {
        return services.activityLog()
                .latest(Activity.Write.class::isInstance, 100)
                .stream()
                .map(Activity.Write.class::cast)
                .map(write -> write.conclusion().map(Activity.Conclusion::finding))
                .toList();
    }
}
