package org.billrunconsole.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.kit.command.Offer;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.search.SearchViewModel.Group;
import org.billrunconsole.ui.search.SearchViewModel.Line;
import org.billrunconsole.ui.search.SearchViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {

    private final HeldTasks tasks = new HeldTasks();
    private final List<String> done = new ArrayList<>();
    private final SearchViewModel model = new SearchViewModel(() -> List.of(List.of(row(1, "Nov Business"), row(2,
            "Nov Retail"))), run -> Offer.of(run.label(), "", () -> done.add(run.label())), tasks);

    @BeforeEach
    void offer() {
        model.offer(Group.ACTIONS, List.of(
                new Offer("Draft invoices…", "Nov Business", Optional.of("Drafts are being made."), () -> {}),
                Offer.of("Reopen…", "Nov Business", () -> done.add("reopen"))));
        model.offer(Group.VIEWS, List.of(Offer.of("Activity", "", () -> done.add("activity"))));
        model.search("");
    }

    @Test
    void beforeAnythingIsTypedItOffersWhatCanBeDoneTheDueStepFirst() {
        assertThat(names()).containsExactly("ACTIONS", "Draft invoices…", "Reopen…", "VIEWS", "Activity");
        assertThat(model.chosen()).map(Offer::name).contains("Draft invoices…");
        assertThat(model.chosen().orElseThrow().whyNot()).contains("Drafts are being made.");
        assertThat(tasks.waiting()).as("searches").isZero();
    }

    @Test
    void whatIsTypedIsFoundInGroupsRunsFirst() {
        model.search("nov");
        assertThat(model.stateProperty().get()).isEqualTo(State.SEARCHING);
        tasks.release();
        assertThat(names()).containsExactly("RUNS", "Nov Business", "Nov Retail", "ACTIONS", "Draft invoices…",
                "Reopen…");
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void theArrowKeysStepOverHeadingsAndStayWithinTheLines() {
        model.step(-1);
        assertThat(model.chosen()).map(Offer::name).contains("Draft invoices…");
        model.step(1);
        model.step(1);
        assertThat(model.chosen()).map(Offer::name).contains("Activity");
        model.step(1);
        assertThat(model.chosen()).map(Offer::name).contains("Activity");
    }

    @Test
    void aSearchThatIsOvertakenIsNotAnswered() {
        model.search("business");
        model.search("retail");
        tasks.release();
        assertThat(names()).containsExactly("RUNS", "Nov Retail");
    }

    @Test
    void enterWaitsForWhatWasTypedLast() {
        model.search("retail");
        model.whenFound(() -> model.chosen().orElseThrow().choose().run());
        assertThat(done).isEmpty();
        tasks.release();
        assertThat(done).containsExactly("Nov Retail");
    }

    @Test
    void nothingIsChosenWhereNothingMatches() {
        model.search("zzz");
        tasks.release();
        assertThat(model.stateProperty().get()).isEqualTo(State.NO_MATCH);
        assertThat(model.chosen()).isEmpty();
    }

    private List<String> names() {
        return model.lines().stream().map(line -> switch (line) {
            case Line.Heading(var group, _, _) -> group.name();
            case Line.Hit(_, var offer) -> offer.name();
        }).toList();
    }

    private static RowFacts row(long id, String name) {
        var run = SampleRuns.named(SampleRuns.openRun(id), name);
        return new RowFacts(run.key(), run, Optional.empty(), "", Set.of(), false, false, OptionalLong.empty(),
                Optional.empty(), false, Optional.empty());
    }
}
