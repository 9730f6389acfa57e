package org.billrunconsole.ui.runlist.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.MoneyTotals;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list of rows shows at last what one gets who goes through all runs, whatever happens while answers are made out. */
class RunRowsTest {

    private static final RowOrder BY_REVENUE = RowOrder.by(facts -> facts.run().revenue().orElse(0));
    private static final RowOrder.Grouping BY_STATUS = new RowOrder.Grouping("status",
            facts -> new GroupRow.Key(0, facts.run().status().orElseThrow().wire()),
            Comparator.comparing(GroupRow.Key::label),
            run -> run.id() % 3 == 0 ? Optional.of("EUR") : run.id() % 3 == 1 ? Optional.of("GBP") : Optional.empty());
    private static final List<RowOrder> ORDERS = List.of(RowOrder.BY_ID, BY_REVENUE, BY_REVENUE.reversed(),
            new RowOrder(Optional.of(BY_STATUS), List.of()),
            new RowOrder(Optional.of(BY_STATUS), BY_REVENUE.columns()));
    private static final List<RunFilter> FILTERS = List.of(RunFilter.EVERYTHING, searched("3"), searched("run 1"),
            new RunFilter("", Segment.OPEN, OptionalLong.empty(), false, OptionalInt.empty()),
            new RunFilter("2", Segment.CLOSED, OptionalLong.empty(), false, OptionalInt.empty()));

    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), time);
    private final HeldTasks tasks = new HeldTasks();
    private final RunJudge judge = new RunJudge(services.referenceData(), services.analysis(), time);
    private final Set<RunKey> chosen = new HashSet<>();
    private final List<RowChange> told = new ArrayList<>();
    private final RunRows rows = new RunRows(judge, tasks, () -> chosen, (_, move) -> move.run(), told::add);
    private final Map<RunKey, Run> runs = new HashMap<>();

    @Property(tries = 60)
    void aLongListEndsAsOneThatIsGoneThroughFromEndToEnd(@ForAll long seed) {
        new RunRowsTest().check(seed, RunRows.AT_ONCE + 50);
    }

    @Property(tries = 60)
    void aShortListDoesSoAtEveryStep(@ForAll long seed) {
        new RunRowsTest().check(seed, 40);
    }

    private void check(long seed, int size) {
        var random = new Random(seed);
        put(LongStream.rangeClosed(1, size).mapToObj(id -> run(id, random)).toList(), Set.of());
        var follower = FXCollections.<ListRow>observableArrayList();
        rows.lines().addListener((ListChangeListener<ListRow>) change -> follow(follower, change));
        follower.setAll(rows.lines());
        var filter = RunFilter.EVERYTHING;
        var order = RowOrder.BY_ID;
        for (int step = 0; step < 25; step++) {
            switch (random.nextInt(7)) {
                case 0 -> rows.filter(filter = FILTERS.get(random.nextInt(FILTERS.size())));
                case 1 -> rows.sort(order = ORDERS.get(random.nextInt(ORDERS.size())));
                case 2 -> rows.judge();
                case 3 -> tasks.release();
                case 4 -> rows.groups().stream().skip(random.nextInt(3)).findFirst().ifPresent(
                        group -> rows.toggle(group.key()));
                default -> change(random, size);
            }
            expectCounts();
            assertThat(follower).as("what listeners are told").containsExactlyElementsOf(rows.lines());
            if (tasks.waiting() == 0) {
                expect(filter, order);
            }
        }
        tasks.release();
        expect(filter, order);
        assertThat(follower).containsExactlyElementsOf(rows.lines());
    }

    private static void follow(ObservableList<ListRow> follower, ListChangeListener.Change<? extends ListRow> change) {
        while (change.next()) {
            follower.remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            follower.addAll(change.getFrom(), change.getAddedSubList());
        }
    }

    private void change(Random random, int size) {
        var fresh = new HashMap<Long, Run>();
        var gone = new HashSet<RunKey>();
        for (int i = random.nextInt(random.nextBoolean() ? 4 : 150); i >= 0; i--) {
            long id = 1 + random.nextInt(size + 20);
            if (random.nextInt(4) == 0) {
                gone.add(RunKey.regular(id));
                fresh.remove(id);
            } else if (!gone.contains(RunKey.regular(id))) {
                fresh.put(id, run(id, random));
            }
        }
        put(List.copyOf(fresh.values()), gone);
    }

    private void put(List<? extends Run> fresh, Set<RunKey> gone) {
        gone.forEach(runs::remove);
        fresh.forEach(run -> runs.put(run.key(), run));
        rows.takeIn(fresh.stream().map(judge::found).toList(), gone);
    }

    private void expect(RunFilter filter, RowOrder order) {
        var expected = runs.values().stream().map(judge::found).filter(filter.prepared()).sorted(order).toList();
        assertThat(rows.listed()).extracting(facts -> facts.key().id()).isEqualTo(expected.stream()
                .map(facts -> facts.key().id())
                .toList());
        assertThat(rows.listed()).isEqualTo(expected);
        assertThat(rows.shown()).extracting(RunRow::facts).isEqualTo(expected);
        order.grouping().ifPresent(by -> expectGroups(expected, by));
    }

    /** Counts and sums are kept by adding and taking away; here they are made anew. */
    private void expectGroups(List<RowFacts> expected, RowOrder.Grouping by) {
        var groups = new LinkedHashMap<GroupRow.Key, List<RowFacts>>();
        expected.forEach(facts -> groups.computeIfAbsent(by.key().apply(facts), _ -> new ArrayList<>()).add(facts));
        assertThat(rows.groups()).isEqualTo(groups.entrySet()
                .stream()
                .map(each -> new GroupRow.Group(each.getKey(), each.getValue().size(), MoneyTotals.of(
                        each.getValue().stream().map(RowFacts::run).toList(), by.currency())))
                .toList());
        var lines = new ArrayList<Object>();
        groups.forEach((key, some) -> {
            lines.add(key);
            if (!isCollapsed(key)) {
                some.forEach(facts -> lines.add(facts.key()));
            }
        });
        assertThat(rows.lines()).extracting(line -> switch (line) {
            case RunRow run -> run.key();
            case GroupRow group -> group.key();
        }).isEqualTo(lines);
        rows.lines().forEach(line -> assertThat(rows.lines().get(rows.lines().indexOf(line))).isSameAs(line));
    }

    private boolean isCollapsed(GroupRow.Key key) {
        return ((GroupRow) rows.lines().get(rows.lineOf(key))).shownProperty().get().collapsed();
    }

    private void expectCounts() {
        assertThat(rows.size()).isEqualTo(runs.size());
        for (var segment : Segment.values()) {
            assertThat(rows.tally().segments().get(segment)).isEqualTo((int) runs.values()
                    .stream()
                    .map(judge::found)
                    .filter(segment::holds)
                    .count());
        }
        assertThat(rows.tally().running()).isEqualTo((int) runs.values()
                .stream()
                .filter(run -> Progress.of(run).isActive())
                .count());
    }

    @Test
    void aQueryThatWasOvertakenIsNotAnswered() {
        put(LongStream.rangeClosed(1, RunRows.AT_ONCE + 1).mapToObj(id -> run(id, new Random(id))).toList(), Set.of());
        rows.filter(searched("no such run"));
        rows.filter(searched("77"));
        assertThat(tasks.waiting()).as("the one before is called off").isEqualTo(1);
        tasks.release();
        assertThat(rows.listed()).isNotEmpty().allMatch(facts -> facts.run().label().contains("77"));
    }

    @Test
    void showingEverythingAgainWaitsForNothing() {
        put(LongStream.rangeClosed(1, RunRows.AT_ONCE + 1).mapToObj(id -> run(id, new Random(id))).toList(), Set.of());
        rows.filter(searched("77"));
        tasks.release();
        rows.filter(RunFilter.EVERYTHING);
        assertThat(tasks.waiting()).isZero();
        assertThat(rows.listed()).hasSize(RunRows.AT_ONCE + 1);
    }

    @Test
    void whatIsChosenIsCountedWhereTheRowsAreGoneThrough() {
        put(LongStream.rangeClosed(1, RunRows.AT_ONCE + 1).mapToObj(id -> run(id, new Random(id))).toList(), Set.of());
        chosen.addAll(Set.of(RunKey.regular(77), RunKey.regular(78)));
        rows.filter(searched("77"));
        tasks.release();
        assertThat(told.getLast()).isEqualTo(new RowChange.Asked(chosen, 1));
    }

    private static RunFilter searched(String text) {
        return new RunFilter(text, Segment.ALL, OptionalLong.empty(), false, OptionalInt.empty());
    }

    private static BillRun run(long id, Random random) {
        var run = SampleRuns.regular(id, random.nextBoolean() ? RunStatus.Known.OPEN : RunStatus.Known.CLOSED,
                Stage.Known.STARTING, OptionalInt.empty());
        return SampleRuns.named(SampleRuns.withRevenue(run, OptionalLong.of(random.nextInt(9))), "Run " + id);
    }
}
