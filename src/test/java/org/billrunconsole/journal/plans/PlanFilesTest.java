package org.billrunconsole.journal.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SamplePlans;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.Secrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanFilesTest {

    private final ManualTime time = new ManualTime();

    @TempDir
    private Path folder;

    private Journal journal;
    private PlanFiles plans;

    @BeforeEach
    void open() {
        journal = Journal.open(folder, time);
        plans = new PlanFiles(journal);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private PlanEvent.Claimed claim() {
        return SamplePlans.claim(journal.lease());
    }

    private Plan created() {
        var plan = SamplePlans.small(JournalEntries.TIME, 7, 8);
        plans.create(plan, claim());
        return plan;
    }

    private static Stream<PlanGoal> goals() {
        return SamplePlans.goals().stream();
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aPlanComesBackWithEverythingThatWasFrozen(PlanGoal goal) {
        for (var order : PlanOrder.values()) {
            var plan = SamplePlans.of(goal, order);
            plans.create(plan, claim());
            assertThat(plans.read(plan.id())).contains(new Kept(plan, List.of(claim()), true, true));
        }
    }

    @Test
    void everyEventComesBackAsItWas() {
        var plan = created();
        var events = SamplePlans.events();
        events.forEach(event -> plans.append(plan.id(), event));
        var kept = plans.read(plan.id()).orElseThrow().events();
        assertThat(kept.getFirst()).isEqualTo(claim());
        assertThat(kept.subList(1, kept.size())).isEqualTo(events);
    }

    @Test
    void whatHasNotEndedIsOpenOldestFirst() {
        var later = SamplePlans.small(JournalEntries.TIME.plusSeconds(60), 7);
        var earlier = SamplePlans.small(JournalEntries.TIME, 8);
        var ended = SamplePlans.small(JournalEntries.TIME, 9);
        Stream.of(later, earlier, ended).forEach(plan -> plans.create(plan, claim()));
        plans.append(ended.id(), new PlanEvent.Ended(JournalEntries.TIME));
        assertThat(plans.open()).extracting(Kept::plan).containsExactly(earlier, later);
        assertThat(plans.read(ended.id())).hasValueSatisfying(kept -> assertThat(kept.hasEnded()).isTrue());
        assertThat(plans.read(UUID.randomUUID())).isEmpty();
    }

    @Test
    void aPlanOfAConsoleOfThisProcessIsTakenOnOnlyOnceThatIsClosed() {
        var plan = created();
        try (var other = Journal.open(folder, time)) {
            var others = new PlanFiles(other);
            var claim = SamplePlans.claim(other.lease());
            assertThat(others.open()).extracting(Kept::claimedByLiving).containsExactly(true);
            assertThat(others.claim(plan.id(), claim)).isFalse();
            assertThat(plans.claim(plan.id(), claim())).isFalse();
            journal.close();
            assertThat(others.open()).extracting(Kept::claimedByLiving).containsExactly(false);
            assertThat(others.claim(plan.id(), claim)).isTrue();
            assertThat(others.claim(plan.id(), claim)).isFalse();
            assertThat(others.read(plan.id())).contains(new Kept(plan, List.of(claim(), claim), true, true));
        }
    }

    @Test
    void aConsoleThatHasClosedOrNeverHadAPlanWritesNothingToIt() {
        var plan = created();
        var event = new PlanEvent.Paused(JournalEntries.TIME);
        try (var other = Journal.open(folder, time)) {
            var others = new PlanFiles(other);
            assertThatThrownBy(() -> others.append(plan.id(), event)).isInstanceOf(JournalException.class);
            journal.close();
            assertThatThrownBy(() -> plans.append(plan.id(), event)).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> plans.claim(plan.id(), claim())).isInstanceOf(JournalException.class);
            assertThat(others.read(plan.id()).map(Kept::events)).isEqualTo(Optional.of(List.of(claim())));
        }
    }

    @Test
    void anEndedPlanIsNotTakenOnAgain() {
        var plan = created();
        plans.append(plan.id(), new PlanEvent.Ended(JournalEntries.TIME));
        journal.close();
        try (var other = Journal.open(folder, time)) {
            assertThat(new PlanFiles(other).claim(plan.id(), SamplePlans.claim(other.lease()))).isFalse();
            assertThat(new PlanFiles(other).claim(UUID.randomUUID(), SamplePlans.claim(other.lease()))).isFalse();
        }
    }

    @Test
    void aConsoleClaimsForItselfOnly() {
        var plan = SamplePlans.small(JournalEntries.TIME, 7);
        assertThatThrownBy(() -> plans.create(plan, SamplePlans.claim(UUID.randomUUID()))).isInstanceOf(
                IllegalArgumentException.class);
        assertThat(plans.read(plan.id())).isEmpty();
    }

    @Test
    void whatLooksLikeACredentialIsLeftOutOfWordsAndKeptInNames() {
        var secret = "Bearer " + Secrets.TOKEN;
        var name = "Basic monthly 2026";
        var run = new PlannedRun(SampleRuns.named(SampleRuns.openRun(7), name), List.of(Check.of(
                Check.Kind.PREVIOUS_NOT_FINALISED, Severity.WARNING, name)), "as told, " + secret, false, Optional
                        .empty());
        var plan = new Plan(UUID.randomUUID(), JournalEntries.TIME, JournalEntries.ORIGIN,
                PlanGoal.RunThrough.REPORTED, PlanOptions.DEFAULT, List.of(run));
        plans.create(plan, claim());
        plans.append(plan.id(), new PlanEvent.RunEnded(JournalEntries.TIME, run.key(), new RunVerdict(
                RunVerdict.Outcome.REFUSED, new StopReason.Failed(Action.CLOSE, "Rejected", "not with " + secret))));
        var kept = plans.read(plan.id()).orElseThrow();
        assertThat(kept.plan().runs()).singleElement().satisfies(found -> {
            assertThat(found.reason()).isEqualTo("as told, Bearer [removed]");
            assertThat(found.shown()).isEqualTo(run.shown());
            assertThat(found.accepted()).isEqualTo(run.accepted());
        });
        assertThat(folder.resolve("plans").resolve(plan.id() + ".jsonl")).content().doesNotContain(Secrets.MARK)
                .contains("not with Bearer [removed]");
    }

    @Test
    void whatIsKeptOnlyItsOwnerReads() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var plan = created();
        plans.append(plan.id(), new PlanEvent.Paused(JournalEntries.TIME));
        var file = folder.resolve("plans").resolve(plan.id() + ".jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo(
                "rwx------");
    }

    @Test
    void aDiskThatTakesNothingIsSaidAndLeavesNoPlan() throws IOException {
        Files.createFile(folder.resolve("plans"));
        var plan = SamplePlans.small(JournalEntries.TIME, 7);
        assertThatThrownBy(() -> plans.create(plan, claim())).isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> plans.append(plan.id(), new PlanEvent.Paused(JournalEntries.TIME))).isInstanceOf(
                JournalException.class);
        assertThat(plans.open()).isEmpty();
        assertThat(plans.read(plan.id())).isEmpty();
    }

    @Test
    void aPlanWhoseFileIsGoneIsNotBegunAgainByItsNextEvent() throws IOException {
        var plan = created();
        Files.delete(folder.resolve("plans").resolve(plan.id() + ".jsonl"));
        assertThatThrownBy(() -> plans.append(plan.id(), new PlanEvent.Paused(JournalEntries.TIME))).isInstanceOf(
                JournalException.class);
        assertThat(folder.resolve("plans")).isEmptyDirectory();
    }

    @Test
    void nothingIsDoneOnTheWindowsThread() throws InterruptedException {
        assumeTrue(PlanFiles.class.desiredAssertionStatus());
        var plan = created();
        var refused = new AtomicInteger();
        List<Runnable> blocking = List.of(() -> plans.create(plan, claim()), () -> plans.claim(plan.id(), claim()),
                () -> plans.append(plan.id(), new PlanEvent.Paused(JournalEntries.TIME)), plans::open,
                () -> plans.read(plan.id()));
        var window = new Thread(() -> blocking.forEach(work -> {
            try {
                work.run();
            } catch (AssertionError _) {
                refused.incrementAndGet();
            }
        }), "JavaFX Application Thread");
        window.start();
        window.join();
        assertThat(refused).hasValue(blocking.size());
        assertThat(plans.read(plan.id()).map(Kept::events)).contains(List.of(claim()));
    }
}
