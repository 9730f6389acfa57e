package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.Segment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which runs are chosen by check box, whatever happens to the list. */
class RunListChosenTest {

    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime());
    private final RunListViewModel list = services.list(RunKind.REGULAR);
    private final ChosenRuns boxes = list.chosen();

    @BeforeEach
    void load() {
        LongStream.rangeClosed(1, 9).forEach(id -> api.put(withRevenue(id, id * 100)));
        list.sort(byRevenue());
        list.load();
    }

    @Test
    void aBoxChoosesItsRunAndLeavesTheSelectedRowAlone() {
        list.select(Optional.of(key(1)));
        boxes.toggle(key(3));
        boxes.toggle(key(2));
        assertThat(chosen()).as("in the order of choosing").containsExactly(3L, 2L);
        boxes.toggle(key(3));
        assertThat(chosen()).containsExactly(2L);
        assertThat(list.selectedProperty().get()).contains(key(1));
    }

    @Test
    void selectingARowLeavesWhatIsChosen() {
        boxes.toggle(key(3));
        list.select(Optional.of(key(1)));
        assertThat(chosen()).containsExactly(3L);
    }

    @Test
    void aRangeReachesFromTheRowToggledLastAndIsReplacedByTheNext() {
        boxes.toggle(key(1));
        boxes.toggle(key(4));
        boxes.chooseTo(key(6), Optional.empty());
        assertThat(chosen()).containsExactlyInAnyOrder(1L, 4L, 5L, 6L);
        boxes.chooseTo(key(3), Optional.empty());
        assertThat(chosen()).containsExactlyInAnyOrder(1L, 3L, 4L);
    }

    @Test
    void aRangeThatShrinksLeavesWhatWasChosenWithoutIt() {
        boxes.toggle(key(6));
        boxes.toggle(key(4));
        boxes.chooseTo(key(7), Optional.empty());
        boxes.chooseTo(key(5), Optional.empty());
        assertThat(chosen()).containsExactlyInAnyOrder(6L, 4L, 5L);
    }

    @Test
    void aRangeWithoutABeginningReachesFromTheSelectedRowOrIsThatOneRow() {
        boxes.chooseTo(key(2), Optional.empty());
        assertThat(chosen()).containsExactly(2L);
        list.clearChosen();
        boxes.chooseTo(key(5), Optional.of(key(3)));
        assertThat(chosen()).containsExactlyInAnyOrder(3L, 4L, 5L);
    }

    @Test
    void aRangeWhoseBeginningIsHiddenDoesNotReachFromThere() {
        boxes.toggle(key(1));
        list.filters().searchTextProperty().set("Odd");
        boxes.toggle(key(3));
        list.filters().searchTextProperty().set("Even");
        boxes.chooseTo(key(6), Optional.empty());
        assertThat(chosen()).containsExactly(1L, 3L, 6L);
    }

    @Test
    void aRangeIsWhatIsShownBetweenItsEnds() {
        list.filters().searchTextProperty().set("Odd");
        boxes.toggle(key(3));
        boxes.chooseTo(key(7), Optional.empty());
        assertThat(chosen()).containsExactly(3L, 5L, 7L);
    }

    @Test
    void stepsOfTheKeyboardGrowAndShrinkARange() {
        boxes.step(key(3), key(4));
        boxes.step(key(4), key(5));
        assertThat(chosen()).containsExactly(3L, 4L, 5L);
        boxes.step(key(5), key(4));
        assertThat(chosen()).containsExactly(3L, 4L);
    }

    @Test
    void aStepElsewhereBeginsARangeOfItsOwn() {
        boxes.toggle(key(1));
        boxes.step(key(7), key(6));
        assertThat(chosen()).containsExactlyInAnyOrder(1L, 6L, 7L);
    }

    @Test
    void allThatTheFilterShowsIsChosenBesidesWhatWasChosen() {
        boxes.toggle(key(2));
        list.filters().searchTextProperty().set("Odd");
        boxes.chooseShown();
        assertThat(chosen()).containsExactly(2L, 1L, 3L, 5L, 7L, 9L);
        assertThat(now().hidden()).isEqualTo(1);
        assertThat(now().everyShown()).isTrue();
    }

    @Test
    void theBoxOfAllChoosesAllThatIsShownAndThenNothingAtAll() {
        boxes.toggle(key(2));
        list.filters().searchTextProperty().set("Odd");
        boxes.toggleShown();
        assertThat(now().size()).isEqualTo(6);
        boxes.toggleShown();
        assertThat(now()).as("not even what is hidden").satisfies(none -> assertThat(none.isEmpty()).isTrue());
        assertThat(now().everyShown()).isFalse();
    }

    @Test
    void whatIsChosenOutlivesARefreshASortAndAFilterWhichIsTold() {
        list.choose(List.of(key(1), key(2), key(3)));
        list.refresh();
        list.sort(byRevenue().reversed());
        assertThat(now()).isEqualTo(new Chosen(now().keys(), 0, false));
        list.filters().searchTextProperty().set("Odd");
        assertThat(chosen()).containsExactly(1L, 2L, 3L);
        assertThat(now().hidden()).isEqualTo(1);
        list.filters().searchTextProperty().set("no run is called this");
        assertThat(now().hidden()).isEqualTo(3);
        list.filters().searchTextProperty().set("");
        assertThat(chosen()).containsExactly(1L, 2L, 3L);
        assertThat(now().hidden()).isZero();
    }

    @Test
    void aRunThatChangesOutOfTheFilterStaysChosenAndIsTold() {
        list.filters().segmentProperty().set(Segment.OPEN);
        list.choose(List.of(key(1), key(2)));
        services.store().put(List.of(SampleRuns.with(withRevenue(2, 200), RunStatus.Known.CLOSED, Known.STARTING,
                OptionalLong.empty())));
        assertThat(chosen()).containsExactly(1L, 2L);
        assertThat(now().hidden()).isEqualTo(1);
    }

    @Test
    void aRunThatTheServerNoLongerListsIsNotChosenNorIsItWhenItComesBack() {
        list.choose(List.of(key(1), key(2)));
        services.store().remove(List.of(key(2)));
        assertThat(chosen()).containsExactly(1L);
        services.store().put(List.of(withRevenue(2, 200)));
        assertThat(list.placeOf(key(2))).isNotNegative();
        assertThat(chosen()).containsExactly(1L);
    }

    @Test
    void aRunThatComesNewIsNotChosenThoughAllWere() {
        boxes.chooseShown();
        assertThat(now().everyShown()).isTrue();
        services.store().put(List.of(withRevenue(10, 1)));
        assertThat(now().size()).isEqualTo(9);
        assertThat(now().everyShown()).isFalse();
    }

    @Test
    void othersChooseWhatIsListedAndNothingElse() {
        boxes.toggle(key(9));
        list.choose(List.of(key(4), key(77), RunKey.adhoc(5), key(2)));
        assertThat(chosen()).containsExactly(4L, 2L);
        boxes.toggle(key(77));
        assertThat(chosen()).containsExactly(4L, 2L);
    }

    @Test
    void clearingTellsWhetherThereWasAnything() {
        assertThat(list.clearChosen()).isFalse();
        boxes.toggle(key(1));
        list.filters().searchTextProperty().set("Even");
        assertThat(list.clearChosen()).as("also what is hidden").isTrue();
        assertThat(chosen()).isEmpty();
        assertThat(now().hidden()).isZero();
    }

    @Test
    void aSnapshotStaysAsItWas() {
        list.choose(List.of(key(1), key(2)));
        var before = now();
        boxes.toggle(key(3));
        assertThat(before.keys()).containsExactly(key(1), key(2));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> before.keys().add(key(4)));
    }

    @Test
    void choosingAllIsToldOnceAndASortOfAHundredThousandChosenRunsNotAtAll() {
        services.store().put(LongStream.rangeClosed(1, 100_000).mapToObj(id -> withRevenue(id, id)).toList());
        list.select(Optional.of(key(5)));
        var selections = new ArrayList<Selection>();
        var told = new ArrayList<Chosen>();
        list.selectionProperty().addListener((_, _, now) -> selections.add(now));
        list.chosenProperty().addListener((_, _, now) -> told.add(now));
        boxes.chooseShown();
        assertThat(told).singleElement().extracting(Chosen::size).isEqualTo(100_000);
        list.sort(byRevenue().reversed());
        assertThat(told).as("the same set is kept").hasSize(1);
        assertThat(selections).allMatch(new Selection.One(key(5))::equals);
    }

    private Chosen now() {
        return list.chosenProperty().get();
    }

    private List<Long> chosen() {
        return now().keys().stream().map(RunKey::id).toList();
    }

    private static RunKey key(long id) {
        return RunKey.regular(id);
    }

    private static RowOrder byRevenue() {
        return RowOrder.by(facts -> facts.run().revenue().orElse(0));
    }

    private static BillRun withRevenue(long id, long revenue) {
        var run = SampleRuns.regular(id, RunStatus.Known.OPEN, Known.PROPERTIES, OptionalInt.empty());
        return SampleRuns.named(SampleRuns.withRevenue(run, OptionalLong.of(revenue)),
                (id % 2 == 0 ? "Even " : "Odd ") + id);
    }
}
