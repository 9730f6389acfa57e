package org.billrunconsole.ui.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.junit.jupiter.api.Test;

class RunSearchTest {

    private static final int LONG = 100_000;

    @Test
    void theRunWhoseIdWasTypedComesFirstThenNamesThatBeginSo() {
        var found = find(List.of(named(1, "Retail 70 West"), named(2, "70 Years"), named(70, "Business")), "70");
        assertThat(found.first()).extracting(row -> row.run().label()).containsExactly("Business", "70 Years",
                "Retail 70 West");
    }

    @Test
    void wordsAreFoundInAnyOrderAsTheListDoes() {
        var found = find(List.of(named(1, "November Business West"), named(2, "November Retail")), "west nov");
        assertThat(found.first()).extracting(row -> row.key().id()).containsExactly(1L);
        assertThat(found.all()).isOne();
    }

    @Test
    void ofALongListTheLikeliestAreToldAndAllAreCounted() {
        var rows = LongStream.rangeClosed(1, LONG).mapToObj(id -> named(id, "Run")).toList();
        var found = find(rows, "run");
        assertThat(found.first()).hasSize(SearchViewModel.MOST_RUNS);
        assertThat(found.all()).isEqualTo(LONG);
    }

    @Test
    void aSearchThatIsNotWantedAnyMoreEndsSoon() {
        var rows = LongStream.rangeClosed(1, LONG).mapToObj(id -> named(id, "Run")).toList();
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> RunSearch.find(List.of(rows), "run", 12, () -> asked.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(3);
    }

    private static RunSearch.Matches find(List<RowFacts> rows, String text) {
        return RunSearch.find(List.of(rows), text, SearchViewModel.MOST_RUNS, () -> false);
    }

    private static RowFacts named(long id, String name) {
        Run run = SampleRuns.named(SampleRuns.openRun(id), name);
        return new RowFacts(run.key(), run, Optional.empty(), "", Set.of(), false, false, OptionalLong.empty(),
                Optional.empty(), false, Optional.empty());
    }
}
