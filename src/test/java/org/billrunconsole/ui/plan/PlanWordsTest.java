package org.billrunconsole.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanOptions;
import org.billrunconsole.domain.plan.PlanOrder;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunVerdict;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.review.Check;
import org.billrunconsole.domain.review.Severity;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.FieldChange;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T14:02:00Z");

    private final Messages messages = new Messages(Locale.UK);
    private final Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
    private final PlanWords words = new PlanWords(messages, formats, new Sentences(messages, formats),
            run -> Optional.of(run.id() > 100 ? "EUR" : "GBP"));
    private final Run run = SampleRuns.openRun(1);

    static Stream<StopReason> reasons() {
        var values = Stream.of(
                new StopReason.NotAllowed(Action.CLOSE, new Reason(Reason.Code.ALREADY_CLOSED, List.of())),
                new StopReason.Warned(Action.CLOSE, List.of(Check.of(Check.Kind.RENTAL_SUSPENSE, Severity.WARNING,
                        37L))),
                new StopReason.Stalled(Known.DRAFT_INVOICES, NOW),
                new StopReason.Failed(Action.CLOSE, "Rejected", "run is paused"),
                new StopReason.Failed(Action.CLOSE, "ServerError", ""),
                new StopReason.Failed(Action.CLOSE, "SomethingNewer", "x"),
                new StopReason.OutcomeUnknown(Action.CLOSE, Optional.empty()),
                new StopReason.Changed(List.of(new FieldChange("invoiceDate", "2026-12-01", "2026-12-02"))),
                new StopReason.MovedOn(Optional.of(Known.REPORTING), Optional.empty()));
        return Stream.concat(values, Stream.concat(
                Stream.of(Finding.values())
                        .map(found -> new StopReason.OutcomeUnknown(Action.CLOSE, Optional.of(found))),
                Stream.of(StopReason.Plain.values())));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonSaysWhatHappenedAndWhatWasNotDone(StopReason reason) {
        var why = words.why(reason, run);
        assertThat(why.happened()).isNotBlank().doesNotContain("{", "[", "_");
        assertThat(why.advice()).endsWith(".").doesNotContain("{", "[", "_");
        assertThat(why.whole()).isEqualTo(why.happened() + " " + why.advice());
    }

    @Test
    void whatWarnedIsSaidAsTheRunsPaneSaysIt() {
        var why = words.why(new StopReason.Warned(Action.DRAFT_INVOICES, List.of(Check.of(Check.Kind.RENTAL_SUSPENSE,
                Severity.WARNING, 37L))), run);
        assertThat(why.whole()).isEqualTo("37 rental records are in suspense and will not be billed. The step “Draft "
                + "invoices” was not sent, because nobody had accepted this beforehand. Look at the run, then take the step by "
                + "hand or in another plan.");
    }

    @Test
    void whatTheServerSaidIsPassedOn() {
        var refused = new RunVerdict(Outcome.REFUSED, new StopReason.Failed(Action.CLOSE, "Rejected",
                "run is paused"));
        assertThat(words.verdict(refused, PlanGoal.RunThrough.REPORTED, run)).isEqualTo("Refused: The server refused "
                + "the request; nothing was changed. It says: “run is paused”");
    }

    @Test
    void whatSomebodyElseChangedIsSaidFieldByField() {
        assertThat(words.why(new StopReason.Changed(List.of(new FieldChange("invoiceDate", "2026-12-01", "2026-12-02"),
                new FieldChange("paused", "false", "true"))), run).happened()).isEqualTo("Changed since it was shown: "
                        + "Invoice date: 1 Dec 2026 → 2 Dec 2026; Paused: No → Yes.");
    }

    @Test
    void aRunTakenOutOfTheSheetWasNotStopped() {
        assertThat(words.verdict(new RunVerdict(Outcome.SKIPPED, StopReason.Plain.BY_OPERATOR),
                PlanGoal.RunThrough.REPORTED, run)).isEqualTo("Skipped: Taken out by the operator.");
        assertThat(words.verdict(new RunVerdict(Outcome.STOPPED, StopReason.Plain.BY_OPERATOR),
                PlanGoal.RunThrough.REPORTED, run)).isEqualTo("Stopped: The plan was stopped by the operator.");
    }

    @Test
    void aPlanIsCalledByItsGoalAndItsRuns() {
        assertThat(words.title(PlanGoal.RunThrough.FULL_INVOICES_READY, 10)).isEqualTo(
                "Run through · 10 runs to “full invoices ready”");
        assertThat(words.title(new PlanGoal.OneStep(Action.DISTRIBUTE), 1)).isEqualTo(
                "Distribute and finalise · 1 run");
        assertThat(words.options(PlanGoal.RunThrough.REPORTED, new PlanOptions(2, PlanOrder.SHORTEST_FIRST, false)))
                .isEqualTo("2 runs in progress at a time · shortest first · a run that stops holds no other · stops "
                        + "before distribution, always");
        assertThat(words.options(new PlanGoal.OneStep(Action.CLOSE), new PlanOptions(1, PlanOrder.AS_LISTED, true)))
                .isEqualTo("one run after the other · as listed · stops at the first run that is not done");
    }

    @ParameterizedTest
    @EnumSource
    void everyGoalIsSaidAheadAndOnceItIsReached(PlanGoal.RunThrough until) {
        assertThat(words.goal(until)).isNotBlank();
        assertThat(words.verdict(RunVerdict.DONE, until, run)).containsIgnoringCase(words.goal(until));
    }

    @ParameterizedTest
    @EnumSource
    void everyPhaseHasAWord(PlanPhase phase) {
        assertThat(words.phase(phase)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeHasAWord(Outcome outcome) {
        assertThat(words.outcome(outcome)).isNotBlank();
    }

    @Test
    void whatHoldsAPlanEndsByItself() {
        assertThat(Stream.of(Reason.Code.STALE, Reason.Code.PAUSED, Reason.Code.READ_ONLY_CONNECTION,
                Reason.Code.ACTION_UNDER_WAY).map(code -> words.held(new Reason(code, List.of()))))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.endsWith("The plan goes on by itself once that is over."));
    }

    @Test
    void moneyIsSummedForEachCurrencyTheLargestFirst() {
        var some = List.of(SampleRuns.openRun(1), SampleRuns.openRun(2), SampleRuns.openRun(101),
                SampleRuns.withRevenue(SampleRuns.openRun(3), OptionalLong.empty()));
        assertThat(words.money(some)).isEqualTo("£2,568,700 · €1,284,350");
        assertThat(words.money(SampleRuns.withRevenue(SampleRuns.openRun(3), OptionalLong.empty()))).isEqualTo("—");
    }
}
