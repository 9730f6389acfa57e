package org.billrunconsole.ui.rundetail.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.billrunconsole.testkit.HeldTasks;
import org.junit.jupiter.api.Test;

class InventoryIdsViewModelTest {

    private final HeldTasks tasks = new HeldTasks();
    private final InventoryIdsViewModel model = new InventoryIdsViewModel(tasks);

    private InventoryIdsViewModel.Shown shown() {
        return model.shownProperty().get();
    }

    private static List<Long> ids(long from, int count) {
        return LongStream.range(from, from + count).boxed().toList();
    }

    @Test
    void allIdsAreShownInTheServersOrderUntilOneIsSearchedFor() {
        model.show(List.of(88_140L, 88_120L, 40_210L), true);
        assertThat(shown().ids()).containsExactly(88_140L, 88_120L, 40_210L);
        assertThat(shown().isSearched()).isFalse();
        model.searchProperty().set(" 8812 ");
        assertThat(shown().ids()).containsExactly(88_120L);
        assertThat(shown().all()).isEqualTo(3);
        model.searchProperty().set("9");
        assertThat(shown().ids()).isEmpty();
        assertThat(shown().searched()).isEqualTo("9");
        assertThat(shown().missing()).as("the empty list says it").isEmpty();
    }

    @Test
    void severalNumbersFindTheIdsOfEachAndThoseThatAreNotThereAreNamed() {
        model.show(List.of(88_120L, 88_121L, 40_210L), true);
        model.searchProperty().set("40210, 88121;77777\t99");
        assertThat(shown().ids()).containsExactly(88_121L, 40_210L);
        assertThat(shown().missing()).containsExactly("77777", "99");
    }

    @Test
    void aLongListIsSearchedElsewhereAndOnlyTheLatestSearchIsShown() {
        var many = ids(1, 100_000);
        model.show(many, true);
        assertThat(shown().ids()).as("at once: there is nothing to look for").isSameAs(many);
        model.searchProperty().set("1");
        model.searchProperty().set("99999");
        assertThat(shown().isSearched()).as("before it is looked through").isFalse();
        tasks.release();
        assertThat(shown().ids()).containsExactly(99_999L);
    }

    @Test
    void theSearchStaysWhileTheSameRunIsReadAgainAndGoesWithAnotherRun() {
        model.show(List.of(1L, 2L), true);
        model.searchProperty().set("2");
        model.show(List.of(1L, 2L, 22L), false);
        assertThat(shown().ids()).containsExactly(2L, 22L);
        model.show(List.of(7L), true);
        assertThat(model.searchProperty().get()).isEmpty();
        assertThat(shown().ids()).containsExactly(7L);
    }

    @Test
    void idsAreCopiedOneALine() {
        var copied = new ArrayList<String>();
        model.copy(List.of(88_120L, 40_210L), copied::add);
        tasks.release();
        assertThat(copied).containsExactly("88120\n40210");
    }
}
