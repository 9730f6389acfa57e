package org.billrunconsole.journal.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.billrunconsole.domain.plan.Plan;
import org.billrunconsole.domain.plan.PlanEvent;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.journal.Journal;
import org.billrunconsole.journal.format.JournalException;
import org.billrunconsole.testkit.JournalEntries;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SamplePlans;
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
}
