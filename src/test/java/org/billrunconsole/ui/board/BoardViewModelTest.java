package org.billrunconsole.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.Freshness;
import org.billrunconsole.runs.review.NeedsAttention;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.board.BoardViewModel.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The board of a month, without a window. The clock stands on 24 November 2026. */
class BoardViewModelTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final StubApi api = new StubApi();
    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, time);
    private final HeldTasks tasks = new HeldTasks();
    private final SimpleObjectProperty<ListState> list = new SimpleObjectProperty<>(ListState.NOTHING);
    private final SimpleObjectProperty<Freshness> freshness = new SimpleObjectProperty<>(new Freshness.Connecting());
    private final SimpleBooleanProperty readOnly = new SimpleBooleanProperty();
    private BoardViewModel model;

    @BeforeEach
    void open() {
        api.put(BoardRuns.CYCLES);
        services.referenceData().loadCycles();
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneId.of("Europe/London"));
        model = services.board(
                new BoardViewModel.Source(list, freshness, readOnly, new SimpleStringProperty("TEST · Practice"),
                        () -> {}),
                messages, formats,
                new Sentences(messages, formats), tasks);
    }

    private void put(BillRun... runs) {
        services.store().put(List.of(runs));
        tasks.release();
    }

    private void read() {
        list.set(new ListState(services.store().all(RunKind.REGULAR).size(), true, true,
                Optional.empty()));
    }

    private void shown() {
        model.setShown(true);
        tasks.release();
    }

    private void month() {
        services.store().put(BoardRuns.month());
        read();
        shown();
    }

    private Board board() {
        return model.boardProperty().get().orElseThrow();
    }

    private List<BoardCard> column(BoardStage stage) {
        return board().byStage()
                .stream()
                .filter(group -> group.runs().stage().equals(Optional.of(stage)))
                .findFirst()
                .orElseThrow()
                .cards();
    }

    private BoardCard card(long id) {
        return board().byStage()
                .stream()
                .flatMap(group -> group.cards().stream())
                .filter(card -> card.key().equals(RunKey.regular(id)))
                .findFirst()
                .orElseThrow();
    }

    // ---- Which runs

    @ParameterizedTest
    @CsvSource({"2026-11-15, 2026-10", "2026-11-16, 2026-11", "2026-12-01, 2026-11", "2027-01-15, 2026-12"})
    void theMonthThatIsShownFirstIsTheOneBeingBilled(LocalDate today, YearMonth month) {
        assertThat(BoardViewModel.billedMonth(today)).isEqualTo(month);
    }

    @Test
    void aRunStandsInTheMonthInWhichItsPeriodEndsAndInNoOther() {
        put(SampleRuns.withPeriod(BoardRuns.open(1, "Across"), LocalDate.of(2026, 10, 28), LocalDate.of(2026, 11, 27)),
                SampleRuns.bare(2));
        read();
        shown();
        assertThat(model.monthProperty().get()).isEqualTo(NOVEMBER);
        assertThat(board().runs()).isEqualTo(1);
        model.previous();
        tasks.release();
        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
        model.next();
        tasks.release();
        assertThat(column(BoardStage.OPEN)).extracting(BoardCard::name).containsExactly("Across");
    }

    @Test
    void everyRunStandsInTheColumnOfItsStage() {
        month();
        assertThat(board().byStage()).extracting(group -> group.title() + " " + group.note()).containsExactly("Open 4",
                "Reporting 1", "Reported 2", "Draft invoices 2", "Drafts ready 1", "Full invoices 1",
                "Distribution 1", "Finished 11", "Not clear 1");
        assertThat(card(12).line()).isEqualTo("Payment · 40\u00a0%");
        assertThat(column(BoardStage.FINISHED)).first().extracting(BoardCard::name).isEqualTo("IoT 24 Nov 2026");
    }

    @Test
    void nothingIsSaidOfWhatIsNotClearWhereNothingIs() {
        put(BoardRuns.open(1, "One"));
        read();
        shown();
        assertThat(board().byStage()).extracting(group -> group.runs().stage()).doesNotContain(
                Optional.of(BoardStage.UNCLEAR)).hasSize(8);
    }

    @Test
    void everyCycleIsARowWithItsMoney() {
        month();
        assertThat(board().byCycle()).extracting(BoardGroup::title).containsExactly("IoT Daily", "Monthly Retail",
                "Nordic", "Partners");
        assertThat(board().byCycle().getLast().note()).isEqualTo("2 runs · €35,000");
        assertThat(board().byCycle()).flatExtracting(BoardGroup::cards).hasSize(24);
    }

    // ---- What is said of them

    @Test
    void theHeadCountsRunsAndMoneyByCurrencyAndWhatWaitsIsLateOrIsNotClear() {
        month();
        assertThat(model.summaryProperty().get())
                .isEqualTo("24 runs · US$339,000 · £144,000 · €35,000 · SEK\u00a022,000");
        assertThat(model.waitsProperty().get()).isEqualTo("4 wait for you");
        assertThat(board().late()).isEqualTo(1);
        assertThat(board().unknown()).isEqualTo(1);
        assertThat(model.statusProperty().get()).isEqualTo("24 of 24 runs have a period that ends in November 2026");
        assertThat(board().shares()).extracting(Board.Share::runs).containsExactly(1, 3, 1, 2, 2, 1, 1, 1, 11, 1);
    }

    @Test
    void theMostUrgentRunsOfAColumnStandFirst() {
        month();
        assertThat(column(BoardStage.OPEN)).extracting(BoardCard::standing).containsExactly(Standing.LATE,
                Standing.QUIET, Standing.QUIET, Standing.QUIET);
        assertThat(card(4).line()).isEqualTo("late: was due 18 Nov");
    }

    @Test
    void oneLineSaysWhatIsSo() {
        month();
        assertThat(List.of(card(1), card(5), card(6), card(7), card(9), card(10), card(11), card(13), card(20)))
                .extracting(BoardCard::line)
                .containsExactly("until 15 Dec", "11\u00a0%", "yours", "37 in suspense", "running or waiting",
                        "look at drafts", "ready to distribute", "PRE_CHECK", "invoiced 21 Nov");
        assertThat(card(7).accessible()).isEqualTo("Nov 2026 Wholesale, £17,000, Reported, 37 in suspense");
    }

    @Test
    void aRunWhoseLastChangeMayNotHaveArrivedIsNotClear() {
        assertThat(Standing.of(Progress.of(BoardRuns.open(1, "One")), Set.of(
                NeedsAttention.OUTCOME_UNKNOWN))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aRunThatStandsStillIsLateThoughItsFieldsAreAsTheyWere() {
        BoardRuns.month().forEach(api::put);
        month();
        assertThat(card(5).standing()).isEqualTo(Standing.WORKS);
        services.monitor().start();
        time.advance(Duration.ofHours(2));
        services.analysis().changed();
        tasks.release();
        assertThat(card(5).standing()).isEqualTo(Standing.LATE);
        assertThat(card(5).line()).startsWith("stalled 11\u00a0% · ");
    }

    @Test
    void onAReadOnlyConnectionRunsWaitForAPersonAndNotForWhoeverLooks() {
        readOnly.set(true);
        month();
        assertThat(model.waitsProperty().get()).isEqualTo("4 wait for a person");
    }

    // ---- States

    @Test
    void untilTheListHasBeenReadNobodyIsToldThatAMonthIsEmpty() {
        shown();
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        list.set(new ListState(500, false, false, Optional.empty()));
        assertThat(model.stateProperty().get()).isEqualTo(State.LOADING);
        put(BoardRuns.open(1, "One"));
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.summaryProperty().get()).isEqualTo("1 run so far · £11,000");
        assertThat(model.statusProperty().get()).isEqualTo(
                "1 of 500 runs read so far have a period that ends in November 2026");
    }

    @Test
    void anEmptyMonthNamesTheNearestThatIsNot() {
        put(SampleRuns.withPeriod(BoardRuns.open(1, "Early"), LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)),
                SampleRuns.withPeriod(BoardRuns.open(2, "Later"), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
        read();
        shown();
        assertThat(model.stateProperty().get()).isEqualTo(State.EMPTY);
        assertThat(board().nearest()).contains(YearMonth.of(2026, 9));
        put(BoardRuns.open(3, "Now"));
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
    }

    @Test
    void aListThatCannotBeReadIsSaidInPlaceOfTheCardsOrAboveThoseThatWereReadBefore() {
        shown();
        list.set(new ListState(0, false, true, Optional.of(new Failure.TimedOut(StubApi.exchange()))));
        assertThat(model.stateProperty().get()).isEqualTo(State.FAILED);
        put(BoardRuns.open(1, "One"));
        list.set(new ListState(1, false, true, Optional.of(new Failure.TimedOut(StubApi.exchange()))));
        assertThat(model.stateProperty().get()).isEqualTo(State.READY);
        assertThat(model.failure()).isPresent();
    }

    @Test
    void aBoardThatIsNotUpToDateSaysOfWhenItIs() {
        month();
        assertThat(model.staleProperty().get()).isEmpty();
        freshness.set(new Freshness.Stale(Optional.of(Instant.parse("2026-11-24T09:01:02Z")),
                new Failure.TimedOut(StubApi.exchange())));
        assertThat(model.staleProperty().get()).isEqualTo("Not up to date · as of 09:01:02");
    }

    // ---- Live

    @Test
    void aCardGoesToAnotherColumnWhenItsStageChangesAndTheOthersStay() {
        month();
        var others = column(BoardStage.OPEN);
        put(BoardRuns.closed(5, "Week 47 2026", Known.REPORTING, 100));
        assertThat(column(BoardStage.REPORTING)).isEmpty();
        assertThat(column(BoardStage.REPORTED)).extracting(BoardCard::name).contains("Week 47 2026");
        assertThat(column(BoardStage.OPEN)).isEqualTo(others);
        services.store().remove(List.of(RunKey.regular(5)));
        tasks.release();
        assertThat(board().runs()).isEqualTo(23);
    }

    @Test
    void aRunOfAnotherMonthChangesNothingOfTheBoard() {
        month();
        var before = board();
        put(BoardRuns.run(99, "Elsewhere", 1, LocalDate.of(2026, 10, 31), RunStatus.Known.OPEN, Known.PROPERTIES,
                OptionalInt.empty()));
        assertThat(board()).isSameAs(before);
    }

    @Test
    void whatComesWhileTheBoardIsMadeIsOnTheNextOne() {
        put(BoardRuns.open(1, "One"));
        read();
        model.setShown(true);
        services.store().put(List.of(BoardRuns.open(2, "Two")));
        services.store().put(List.of(BoardRuns.open(3, "Three")));
        assertThat(tasks.waiting()).as("made once at a time").isEqualTo(1);
        tasks.release();
        assertThat(board().runs()).isEqualTo(3);
    }

    @Test
    void aMonthThatWasLeftBeforeItsBoardWasMadeIsNotShown() {
        put(BoardRuns.open(1, "One"));
        read();
        model.setShown(true);
        model.next();
        tasks.releaseOne();
        assertThat(model.boardProperty().get()).isEmpty();
        tasks.release();
        assertThat(board().month()).isEqualTo(NOVEMBER.plusMonths(1));
    }

    @Test
    void aBoardThatIsNotShownCostsNothingAndIsOfNowWhenItIsShownAgain() {
        month();
        model.setShown(false);
        put(BoardRuns.open(25, "Meanwhile"));
        services.analysis().changed();
        model.secondPassed();
        assertThat(tasks.waiting()).isZero();
        assertThat(board().runs()).isEqualTo(24);
        shown();
        assertThat(board().runs()).isEqualTo(25);
    }
}
