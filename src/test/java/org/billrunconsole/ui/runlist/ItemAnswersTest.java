package org.billrunconsole.ui.runlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.customer.AdhocInventory;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.customer.ItemSearch;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubReviewApi;
import org.junit.jupiter.api.Test;

class ItemAnswersTest {

    private final StubReviewApi api = new StubReviewApi();
    private final RunStore store = new RunStore();
    private final HeldTasks tasks = new HeldTasks();
    private final List<RunKey> opened = new ArrayList<>();
    private final ItemAnswers items = new ItemAnswers(new ItemSearch(api, store)::find, this::fetch, opened::add,
            new Messages(Locale.UK), tasks);

    private Run fetch(RunKey key) {
        return SampleRuns.adhoc(key.id(), RunStatus.Known.FINALIZED, Stage.Known.FINISHED, OptionalInt.empty());
    }

    private String says() {
        return items.answerProperty().get().map(ItemAnswers.Answer::text).orElse("");
    }

    private void ask(String text) {
        items.ask(text);
        tasks.release();
    }

    @Test
    void anItemOfARunThatIsNotLoadedIsFoundAndItsRunOpens() {
        put(4711, 512);
        items.ask("4711");
        assertThat(says()).isEqualTo("Looking for the run that bills item 4711…");
        tasks.release();
        assertThat(says()).isEqualTo(
                "Item 4711 is billed by ad hoc run 512: found at /adhoc-inventories, in a run that was not loaded.");
        items.open();
        tasks.release();
        assertThat(opened).containsExactly(RunKey.adhoc(512));
        assertThat(says()).as("once it is open").isEmpty();
    }

    @Test
    void thatNoRunBillsItIsSaidOnlyIfAllWereAsked() {
        ask("99");
        assertThat(says()).startsWith("No run bills item 99");
        api.answer("rentalCombined", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
        ask("98");
        assertThat(says()).isEqualTo("No loaded run bills item 98. Not checked with the server: "
                + "/rental-combined-records: this user may not read it.");
        assertThat(items.answerProperty().get().orElseThrow().warns()).isTrue();
    }

    @Test
    void aTextThatIsNoNumberAsksNobodyAndTakesTheAnswerAway() {
        ask("99");
        ask("Business");
        assertThat(says()).isEmpty();
        ask("0");
        ask("123456789012345678901");
        assertThat(says()).isEmpty();
        assertThat(api.calls()).hasSize(2);
    }

    @Test
    void anAnswerThatComesLateIsNotShownForWhatIsTypedNow() {
        put(4711, 512);
        items.ask("4711");
        items.ask("47");
        tasks.release();
        assertThat(says()).startsWith("No run bills item 47:");
    }

    private void put(long item, long run) {
        api.put(new AdhocInventory(item, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), OptionalLong.of(run)));
    }
}
