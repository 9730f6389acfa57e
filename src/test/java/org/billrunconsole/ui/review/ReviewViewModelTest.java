package org.billrunconsole.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.billrunconsole.api.OptionalAnswer;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.review.VarianceLimits;
import org.billrunconsole.domain.review.customer.ReviewProgress;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.CustomerDirectory;
import org.billrunconsole.runs.RunStore;
import org.billrunconsole.runs.review.customer.RunReviews;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.StubReviewApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.review.ReviewContents.Mark;
import org.billrunconsole.ui.review.ReviewViewModel.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReviewViewModelTest {

    private final StubReviewApi api = new StubReviewApi();
    private final ManualTime time = new ManualTime();
    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), time);
    private final RunStore store = services.store();
    private final HeldTasks tasks = new HeldTasks();
    private final BillRun run = SampleRuns.openRun(7);
    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    private final ReviewViewModel model = new ReviewViewModel(
            new RunReviews(api, store, new CustomerDirectory(api), () -> VarianceLimits.DEFAULT, time), store,
            services.analysis(), _ -> Optional.of("GBP"),
            run -> (BillRun) store.find(run.key()).orElse(run),
            new ReviewWords(messages, formats, new Sentences(messages, formats)), tasks,
            Runnable::run);

    private void store(BillRun now) {
        store.put(List.of(now));
    }

    /** Two that cancel out, one that is new, one that has gone, one as always, one without a value. */
    private void customers() {
        ReviewSamples.customers(api);
    }

    private ReviewContents read() {
        store(run);
        model.open(run);
        tasks.release();
        return ((State.Shown) model.stateProperty().get()).contents();
    }

    private List<String> column(int place) {
        return model.rows().stream().map(row -> row.cells().get(place).text()).toList();
    }

    private ReviewContents.Card card(ReviewContents contents, String id) {
        return contents.cards().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private String note(ReviewContents contents, String name) {
        return contents.checked().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow().note();
    }

    @Test
    void thereIsNoneUntilOneIsOpenedAndNoneOfARunThatIsNotOpen() {
        assertThat(model.isOpen()).isFalse();
        model.open(SampleRuns.regular(8, RunStatus.Known.CLOSED, Stage.Known.REPORTING));
        assertThat(model.isOpen()).isFalse();
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void twoWrongCustomersThatCancelOutStandFirstAndTheirSumIsSaid() {
        customers();
        var contents = read();
        assertThat(column(0)).containsExactly("Harbour Logistics", "Meridian Dental", "Brook Motors", "Castle Inns");
        assertThat(column(4)).startsWith("+£5,000.00", "−£5,000.00");
        assertThat(column(6)).containsExactly("unexplained", "unexplained", "ceased 31 Oct 2026", "first invoice");
        assertThat(card(contents, "unexplainedCard").title()).isEqualTo("2 unexplained");
        assertThat(card(contents, "unexplainedCard").text()).startsWith("£0.00 net · beyond £100");
        assertThat(card(contents, "unexplainedCard").warns()).isTrue();
        assertThat(card(contents, "explainedCard").text()).isEqualTo("1 first invoice · 1 ceased");
        assertThat(contents.others()).isEqualTo("1 within the limits");
        assertThat(contents.summary()).isEqualTo("2 unexplained (£0.00) · 1 not billed");
    }

    @Test
    void aCardShowsItsListAndGivesThePlaceBack() {
        customers();
        read();
        model.show(ReviewPart.NOT_BILLED);
        assertThat(column(0)).containsExactly("Oakfield Schools");
        assertThat(column(2)).containsExactly("2 Jan 2024");
        assertThat(column(3)).containsExactly("goes on");
        model.show(ReviewPart.EXPLAINED);
        assertThat(column(0)).containsExactly("Brook Motors", "Castle Inns");
        model.show(ReviewPart.EXPLAINED);
        assertThat(model.partProperty().get()).isEqualTo(ReviewPart.DIFFERENCES);
        model.show(ReviewPart.ALL);
        assertThat(column(0)).endsWith("Fenwick & Co").hasSize(5);
    }

    @Test
    void aCustomerIsFoundByPartOfItsNameOrItsIdInEveryList() {
        customers();
        read();
        model.searchProperty().set("dental mer");
        assertThat(column(1)).containsExactly("102");
        model.searchProperty().set("101");
        assertThat(column(0)).containsExactly("Harbour Logistics");
        assertThat(model.copied()).as("what is shown").hasSize(2);
        model.show(ReviewPart.NOT_BILLED);
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void suspenseIsByReasonAndWhoeverLooksForACustomerSeesTheReason() {
        customers();
        ReviewSamples.suspense(api);
        read();
        model.show(ReviewPart.SUSPENSE);
        assertThat(column(0).getFirst()).isEqualTo("No rate");
        assertThat(column(3).getFirst()).isEqualTo("2");
        model.searchProperty().set("castle");
        assertThat(column(0)).containsExactly("No price book", "No price book");
        assertThat(model.table().orElseThrow().unlisted()).contains("does not say which run");
    }

    @Test
    void whatThisUserMayNotReadIsNotCheckedAndNeverGreen() {
        customers();
        api.answer("customers", new OptionalAnswer.NotPermitted<>(StubReviewApi.failure(403)));
        var contents = read();
        assertThat(note(contents, "Customers of the cycle")).isEqualTo(
                "not checked: this user may not list customers");
        assertThat(contents.checked().stream().filter(each -> each.name().equals("Customers of the cycle")))
                .extracting(ReviewContents.Checked::mark).containsExactly(Mark.NOT);
        assertThat(card(contents, "notBilledCard").title()).isEqualTo("Not billed: not checked");
        assertThat(card(contents, "notBilledCard").warns()).isTrue();
        assertThat(contents.notes()).anySatisfy(text -> assertThat(text).contains("of all cycles"));
        assertThat(contents.summary()).contains("not billed: not checked").contains("not all was read");
    }

    @Test
    void whatTheServerDoesNotHaveIsNotCheckedEither() {
        api.answer("summaries", new OptionalAnswer.NotOffered<>(StubReviewApi.failure(404)));
        var contents = read();
        assertThat(card(contents, "unexplainedCard").title()).isEqualTo("Values not checked");
        assertThat(note(contents, "Customer values")).startsWith("not checked: this server does not offer it");
        assertThat(model.rows()).isEmpty();
        assertThat(model.table().orElseThrow().empty()).isEqualTo("The values could not be read.");
    }

    @Test
    void aListThatBreaksOffIsCheckedInPart() {
        customers();
        api.pageSize(2);
        api.answer("summaries", new OptionalAnswer.Failed<>(StubReviewApi.failure(500)), 1);
        var contents = read();
        assertThat(contents.checked().getFirst().mark()).isEqualTo(Mark.PARTLY);
        assertThat(contents.checked().getFirst().note()).startsWith("2 read, then: ");
        assertThat(card(contents, "unexplainedCard").title()).isEqualTo("2 unexplained so far");
    }

    @Test
    void whileItIsReadItSaysHowFarItIs() {
        store(run);
        model.open(run);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Reading(run, Optional.empty()));
        assertThat(model.words().progress(new ReviewProgress(ReviewProgress.Part.VALUES, 12_000,
                OptionalLong.of(50_000)))).isEqualTo("Customer values: 12,000 of 50,000 read");
    }

    @Test
    void cancelledItShowsWhatWasReadAndSaysThatTheRestWasNot() {
        customers();
        store(run);
        model.open(run);
        model.cancel();
        tasks.release();
        var contents = ((State.Shown) model.stateProperty().get()).contents();
        assertThat(note(contents, "Customer values")).isEqualTo("not checked: the reading was cancelled");
        assertThat(contents.warns()).isTrue();
    }

    @Test
    void leftWhileItIsReadItDoesNotComeBack() {
        store(run);
        model.open(run);
        model.leave();
        tasks.release();
        assertThat(model.isOpen()).isFalse();
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void openedAgainItIsTheOneThatWasReadUntilItIsReadAgain() {
        customers();
        read();
        var calls = api.calls().size();
        model.leave();
        model.open(run);
        assertThat(model.stateProperty().get()).isInstanceOf(State.Shown.class);
        assertThat(api.calls()).hasSize(calls);
        model.readAgain();
        tasks.release();
        assertThat(api.calls()).hasSizeGreaterThan(calls);
    }

    @Test
    void theDialogIsToldWhatIsKnownOfTheReviewWithoutReadingAnything() {
        assertThat(model.summary(run)).isEqualTo(new ReviewViewModel.Summary(
                "Not reviewed by customer · not acknowledged", true));
        customers();
        read();
        assertThat(model.summary(run)).isEqualTo(new ReviewViewModel.Summary(
                "Review: 2 unexplained (£0.00) · 1 not billed · not acknowledged", true));
        model.acknowledge(" ");
        assertThat(tasks.waiting()).as("without a reason").isZero();
        model.acknowledge("As agreed");
        tasks.release();
        var calls = api.calls().size();
        assertThat(model.summary(run)).isEqualTo(new ReviewViewModel.Summary(
                "Review: 2 unexplained (£0.00) · 1 not billed · looked at by billing.ops", false));
        var other = SampleRuns.withRevenue(run, OptionalLong.of(77));
        assertThat(model.summary(other).text()).endsWith("is void: the figures have changed");
        assertThat(model.summary(other).warns()).isTrue();
        assertThat(api.calls()).hasSize(calls);
    }

    @Test
    void onlyWhatIsStillTrueCanBeSaidToHaveBeenLookedAt() {
        customers();
        read();
        store(SampleRuns.withRevenue(run, OptionalLong.of(77)));
        assertThat(model.canLook()).isFalse();
        model.acknowledge("As agreed");
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void figuresThatChangeSinceAreSaidAndThatTheRunIsNotOpenAnyMore() {
        customers();
        read();
        assertThat(model.sinceProperty().get().changes()).isEmpty();
        store(SampleRuns.withRevenue(run, OptionalLong.of(77)));
        assertThat(model.words().figures().changes(model.sinceProperty().get().changes(), Optional.of("GBP")))
                .startsWith("revenue ").endsWith(" → £77");
        store(SampleRuns.with(run, RunStatus.Known.CLOSED, Stage.Known.REPORTING, OptionalLong.empty()));
        assertThat(model.sinceProperty().get().open()).isFalse();
    }
}
