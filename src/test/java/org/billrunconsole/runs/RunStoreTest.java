package org.billrunconsole.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;

class RunStoreTest {

    /** What is done to the store: a run is read, or found to be gone. */
    record Step(BillRun run, boolean gone) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var ids = Arbitraries.longs().between(1, 12);
        var cycles = Arbitraries.longs().between(1, 2).optional();
        var ends = Arbitraries.integers().between(1, 6).map(month -> LocalDate.of(2026, month, 28)).optional();
        var statuses = Arbitraries.<RunStatus>of(RunStatus.Known.OPEN, RunStatus.Known.CLOSED,
                RunStatus.Known.FINALIZED, new RunStatus.Unknown("HELD"));
        var stages = Arbitraries.<Stage>of(Stage.Known.PROPERTIES, Stage.Known.REPORTING, Stage.Known.DISTRIBUTION,
                Stage.Known.FINISHED);
        var runs = Combinators.combine(ids, cycles, ends, statuses, stages).as(RunStoreTest::run);
        return Combinators.combine(runs, Arbitraries.integers().between(0, 4).map(luck -> luck == 0))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void whatIsKeptInOrderIsWhatGoingThroughAllRunsFinds(@ForAll("steps") List<Step> steps) {
        var store = new RunStore();
        for (var step : steps) {
            if (step.gone()) {
                store.remove(Set.of(step.run().key()));
            } else {
                store.put(List.of(step.run()));
            }
        }
        var all = store.all(RunKind.REGULAR);
        assertThat(store.active()).containsExactlyInAnyOrderElementsOf(
                all.stream().filter(run -> Progress.of(run).isActive()).toList());
        for (var status : RunStatus.Known.values()) {
            assertThat(store.inStatus(RunKind.REGULAR, status)).containsExactlyInAnyOrderElementsOf(
                    all.stream().filter(run -> run.hasStatus(status)).toList());
        }
        for (var run : all) {
            assertThat(store.before((BillRun) run)).containsExactlyElementsOf(before((BillRun) run, all));
        }
    }

    @Test
    void activeRunsAreOfTheirKind() {
        var store = new RunStore();
        store.put(List.of(SampleRuns.adhoc(1, RunStatus.Known.CLOSED, Stage.Known.DISTRIBUTION,
                OptionalInt.empty())));
        assertThat(store.hasActive(RunKind.ADHOC)).isTrue();
        assertThat(store.hasActive(RunKind.REGULAR)).isFalse();
    }

    @Test
    void aSecondReadingOfTheSameKeepsTheRunThatOthersHold() {
        var store = new RunStore();
        var changes = new ArrayList<RunStore.Change>();
        var first = SampleRuns.openRun(1);
        store.put(List.of(first));
        store.addListener(changes::add);
        store.put(List.of(SampleRuns.openRun(1)));
        assertThat(store.find(first.key()).orElseThrow()).isSameAs(first);
        assertThat(changes).isEmpty();
    }

    @Test
    void aReadingThatChangedNothingIsStillNewerThanAnOlderAnswer() {
        var store = new RunStore();
        var run = SampleRuns.openRun(1);
        store.put(List.of(run));
        var asked = store.mark();
        store.put(List.of(SampleRuns.openRun(1)));
        store.put(List.of(SampleRuns.withRevenue(run, OptionalLong.of(1))), asked);
        assertThat(store.find(run.key())).contains(run);
    }

    private static BillRun run(long id, Optional<Long> cycle, Optional<LocalDate> end, RunStatus status,
            Stage stage) {
        return new BillRun(id, Optional.of("Run " + id), Optional.empty(),
                cycle.map(OptionalLong::of).orElse(OptionalLong.empty()), Optional.empty(), Optional.empty(), end,
                Optional.empty(), Optional.empty(), Optional.of(status), Optional.of(stage),
                OptionalInt.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty(),
                OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), OptionalLong.empty(),
                Optional.empty());
    }

    private static List<BillRun> before(BillRun run, List<Run> all) {
        return all.stream()
                .map(BillRun.class::cast)
                .filter(other -> run.billingCycleId().isPresent() && run.periodEnd().isPresent()
                        && other.billingCycleId().equals(run.billingCycleId())
                        && other.periodEnd().filter(end -> end.isBefore(run.periodEnd().get())).isPresent())
                .sorted(Comparator.comparing((BillRun other) -> other.periodEnd().orElseThrow())
                        .thenComparingLong(BillRun::id)
                        .reversed())
                .toList();
    }
}
