package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
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
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.rows.RowOrder;
import org.billrunconsole.ui.runlist.rows.Segment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunListSelectionTest {

    private static final RunKey RUN = RunKey.regular(3);

    private final StubApi api = new StubApi();
    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final RunListViewModel list = services.list(RunKind.REGULAR);

    @BeforeEach
    void load() {
        LongStream.rangeClosed(1, 5).forEach(id -> api.put(withRevenue(id, id * 100)));
        list.sort(RowOrder.by(facts -> facts.run().revenue().orElse(0)));
        list.load();
        assertThat(order()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aRunThatTheServerRemovedTakesItsSelectionWithIt() {
        list.select(Optional.of(RUN));
        services.store().remove(List.of(RUN));
        assertThat(list.selectedProperty().get()).isEmpty();
        assertThat(list.selectionProperty().get()).isEqualTo(new Selection.Gone("Run 3"));
    }

    @Test
    void aRunThatTheFilterHidesIsNotActedOn() {
        list.select(Optional.of(RUN));
        list.filters().searchTextProperty().set("Run 4");
        assertThat(list.selectedProperty().get()).isEmpty();
        assertThat(list.selectionProperty().get()).isEqualTo(new Selection.Hidden(RUN, "Run 3"));
        assertThat(list.placeOf(RUN)).isEqualTo(-1);
    }

    @Test
    void aHiddenRunIsSelectedAgainByAskingForIt() {
        list.select(Optional.of(RUN));
        list.filters().searchTextProperty().set("Run 4");
        list.showHidden();
        assertThat(list.selectedProperty().get()).contains(RUN);
        assertThat(list.shown()).hasSize(5);
    }

    @Test
    void aFilterThatShowsAHiddenRunAgainDoesNotSelectIt() {
        list.select(Optional.of(RUN));
        list.filters().searchTextProperty().set("Run 4");
        list.filters().searchTextProperty().set("");
        assertThat(list.shown()).hasSize(5);
        assertThat(list.selectionProperty().get()).isEqualTo(new Selection.Nothing());
        list.showHidden();
        assertThat(list.selectedProperty().get()).as("nothing is hidden any more").isEmpty();
    }

    @Test
    void aHiddenRunWhoseStateComesBackIntoTheFilterIsNotSelectedByThat() {
        list.filters().segmentProperty().set(Segment.OPEN);
        list.select(Optional.of(RUN));
        services.store().put(List.of(SampleRuns.with(withRevenue(3, 300), RunStatus.Known.CLOSED, Known.STARTING,
                OptionalLong.empty())));
        services.store().put(List.of(withRevenue(3, 300)));
        assertThat(order()).contains(3L);
        assertThat(list.selectedProperty().get()).isEmpty();
    }

    @Test
    void aHiddenRunThatTheServerRemovesIsGone() {
        list.select(Optional.of(RUN));
        list.filters().searchTextProperty().set("Run 4");
        services.store().remove(List.of(RUN));
        assertThat(list.selectionProperty().get()).isEqualTo(new Selection.Gone("Run 3"));
    }

    @Test
    void aRunWhoseStateLeavesTheFilterIsHiddenToo() {
        list.filters().segmentProperty().set(Segment.OPEN);
        list.select(Optional.of(RUN));
        services.store().put(List.of(SampleRuns.with(withRevenue(3, 300), RunStatus.Known.CLOSED, Known.STARTING,
                OptionalLong.empty())));
        assertThat(list.selectionProperty().get()).isInstanceOf(Selection.Hidden.class);
    }

    @Test
    void valuesThatOutgrowTheirOrderAreSortedAgainAndTheSelectionGoesWithItsRun() {
        list.select(Optional.of(RUN));
        services.store().put(List.of(withRevenue(2, 350), withRevenue(3, 9_000), withRevenue(4, 50)));
        assertThat(order()).containsExactly(4L, 1L, 2L, 5L, 3L);
        assertThat(list.selectedProperty().get()).contains(RUN);
        assertThat(list.placeOf(RUN)).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 150, 400})
    void howeverManyRowsOutgrowTheirOrderTheyEndInOrder(int many) {
        services.store().put(LongStream.rangeClosed(1, 1_000).mapToObj(id -> withRevenue(id, id)).toList());
        services.store().put(LongStream.rangeClosed(1, many).mapToObj(id -> withRevenue(id, 5_000 - 7 * id)).toList());
        assertThat(list.shown()).hasSize(1_000).isSortedAccordingTo(
                Comparator.comparingLong(row -> row.run().revenue().orElse(0)));
    }

    @Test
    void rowsOfOneValueKeepTheirPlacesWhileAnotherChanges() {
        services.store().put(LongStream.rangeClosed(1, 5).mapToObj(id -> withRevenue(id, 7)).toList());
        var before = order();
        services.store().put(List.of(SampleRuns.named(withRevenue(3, 7), "Another name")));
        assertThat(order()).isEqualTo(before);
    }

    private List<Long> order() {
        return list.shown().stream().map(row -> row.key().id()).toList();
    }

    private static BillRun withRevenue(long id, long revenue) {
        var run = SampleRuns.regular(id, RunStatus.Known.OPEN, Known.PROPERTIES, OptionalInt.empty());
        return SampleRuns.named(SampleRuns.withRevenue(run, OptionalLong.of(revenue)), "Run " + id);
    }
}
