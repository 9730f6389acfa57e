package org.billrunconsole.runs.review.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.domain.customer.RentalCombinedRecord;
import org.billrunconsole.domain.review.customer.ItemRuns.Found;
import org.billrunconsole.domain.review.customer.ItemRuns.Item;
import org.billrunconsole.domain.review.customer.ItemRuns.Source;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample ad hoc run bills ad hoc items 88120 and 88121 and rental item 40210. */
class ItemSearchTest {

    private final StubReviewApi api = new StubReviewApi();
    private final RunStore store = new RunStore();
    private final ItemSearch search = new ItemSearch(api, store);

    @BeforeEach
    void oneRunIsLoaded() {
        store.put(List.of(SampleRuns.adhoc(5, RunStatus.Known.OPEN, Stage.Known.PROPERTIES, OptionalInt.empty())));
    }

    private void item(long id, OptionalLong run) {
        api.put(new AdhocInventory(id, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), run));
    }

    @Test
    void whatIsLoadedAnswersWithoutACall() {
        assertThat(search.find(88_120).found()).containsExactly(new Found(RunKey.adhoc(5), Item.ADHOC,
                Source.LOADED_RUNS));
        assertThat(search.find(40_210).found()).containsExactly(new Found(RunKey.adhoc(5), Item.RENTAL,
                Source.LOADED_RUNS));
        assertThat(api.calls()).isEmpty();
    }

    @Test
    void anItemOfARunThatIsNotLoadedIsFoundByItsInventory() {
        item(4711, OptionalLong.of(912));
        assertThat(search.find(4711).found()).containsExactly(new Found(RunKey.adhoc(912), Item.ADHOC,
                Source.ADHOC_INVENTORY));
    }

    @Test
    void aRentedItemIsFoundByItsRecordsOnceForEachRun() {
        var row = new RentalCombinedRecord(OptionalLong.of(33), OptionalLong.of(34));
        api.put(4711, row);
        api.put(4711, row);
        assertThat(search.find(4711).found()).containsExactly(
                new Found(RunKey.adhoc(34), Item.RENTAL, Source.RENTAL_RECORDS),
                new Found(RunKey.regular(33), Item.RENTAL, Source.RENTAL_RECORDS));
    }

    @Test
    void thatNoRunBillsItIsSaidOnlyIfEverybodyHasAnswered() {
        assertThat(search.find(4711).isNowhere()).isTrue();
        item(4711, OptionalLong.empty());
        assertThat(search.find(4711).isNowhere()).as("in no run yet").isTrue();
        api.answer("rentalCombined", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
        var answer = search.find(4711);
        assertThat(answer.isNowhere()).isFalse();
        assertThat(answer.asked()).filteredOn(each -> !each.isAnswered()).extracting(each -> each.source())
                .containsExactly(Source.RENTAL_RECORDS);
    }
}
