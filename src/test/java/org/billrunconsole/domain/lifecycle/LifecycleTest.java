package org.billrunconsole.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billrunconsole.domain.write.PatchOperation.replace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.lifecycle.Legality.Allowed;
import org.billrunconsole.domain.lifecycle.Reason.Code;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {

    private static final RunStatus OPEN = RunStatus.Known.OPEN;
    private static final RunStatus CLOSED = RunStatus.Known.CLOSED;
    private static final ActionContext REOPENABLE = ActionContext.CLEAR.withReopenConfigured(true);

    private static Run regular(RunStatus status, Stage stage, int percent) {
        return SampleRuns.regular(1, status, stage, percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent));
    }

    private static Run adhoc(RunStatus status, Stage stage, int percent) {
        return SampleRuns.adhoc(1, status, stage, percent < 0 ? OptionalInt.empty() : OptionalInt.of(percent));
    }

    private static List<Action> allowed(Run run) {
        return Arrays.stream(Action.values())
                .filter(action -> Lifecycle.judge(run, action, REOPENABLE).isAllowed())
                .toList();
    }

    private static Optional<Code> whyNot(Run run, Action action) {
        return Lifecycle.judge(run, action, REOPENABLE).whyNot().map(Reason::code);
    }

    @Test
    void anOpenRunCanBeClosedAndItsDatesChanged() {
        assertThat(allowed(regular(OPEN, Stage.Known.PROPERTIES, 100))).containsExactly(Action.CLOSE,
                Action.CHANGE_INVOICE_DATE, Action.ADJUST_SCHEDULE);
        assertThat(allowed(adhoc(OPEN, Stage.Known.PROPERTIES, -1))).containsExactly(Action.CLOSE,
                Action.CHANGE_INVOICE_DATE, Action.CHANGE_NICKNAME);
    }

    @Test
    void eachStepWaitsForTheStageBeforeItToReachItsEnd() {
        assertThat(allowed(regular(CLOSED, Stage.Known.REPORTING, 99))).isEmpty();
        assertThat(allowed(regular(CLOSED, Stage.Known.REPORTING, 100))).containsExactly(Action.DRAFT_INVOICES,
                Action.FULL_INVOICES, Action.REOPEN, Action.CHANGE_INVOICE_DATE);
        assertThat(allowed(regular(CLOSED, Stage.Known.DRAFT_INVOICES, 100))).containsExactly(Action.FULL_INVOICES,
                Action.REOPEN, Action.CHANGE_INVOICE_DATE);
        assertThat(allowed(regular(CLOSED, Stage.Known.FULL_INVOICES, 100))).containsExactly(Action.DISTRIBUTE);
        assertThat(whyNot(regular(CLOSED, Stage.Known.DRAFT_INVOICES, 62), Action.FULL_INVOICES)).contains(
                Code.STAGE_RUNNING);
    }

    @Test
    void withoutAPercentageTheOperatorJudgesAndTheAnswerSaysSo() {
        assertThat(Lifecycle.judge(regular(CLOSED, Stage.Known.FULL_INVOICES, -1), Action.DISTRIBUTE, REOPENABLE))
                .isEqualTo(new Allowed(true));
        assertThat(Lifecycle.judge(regular(CLOSED, Stage.Known.FULL_INVOICES, 100), Action.DISTRIBUTE, REOPENABLE))
                .isEqualTo(new Allowed(false));
    }

    @Test
    void distributionIsNeverLegalTwiceNorBeforeFullInvoices() {
        var runs = new ArrayList<Run>();
        for (var stage : Stage.Known.values()) {
            for (var status : RunStatus.Known.values()) {
                for (int percent : new int[]{-1, 0, 50, 100}) {
                    runs.addAll(List.of(regular(status, stage, percent), adhoc(status, stage, percent)));
                }
            }
        }
        assertThat(runs).filteredOn(run -> Lifecycle.judge(run, Action.DISTRIBUTE, REOPENABLE).isAllowed())
                .containsExactly(regular(CLOSED, Stage.Known.FULL_INVOICES, -1),
                        adhoc(CLOSED, Stage.Known.FULL_INVOICES, -1),
                        regular(CLOSED, Stage.Known.FULL_INVOICES, 100),
                        adhoc(CLOSED, Stage.Known.FULL_INVOICES, 100));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CHANGE_NICKNAME")
    void whatTheServerSaysInUnknownWordsLocksEverything(Action action) {
        var oddStage = regular(CLOSED, Stage.of("PRINTING"), -1);
        var oddStatus = regular(RunStatus.of("HALTED"), Stage.Known.REPORTING, 100);
        var contradiction = regular(OPEN, Stage.Known.FULL_INVOICES, 100);
        assertThat(allowed(oddStage)).isEmpty();
        assertThat(allowed(oddStatus)).isEmpty();
        assertThat(allowed(contradiction)).isEmpty();
        assertThat(whyNot(oddStage, action)).contains(Code.STAGE_UNKNOWN);
        assertThat(whyNot(oddStatus, action)).contains(Code.STATUS_UNKNOWN);
        assertThat(whyNot(contradiction, action)).contains(Code.CONTRADICTION);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whatStandsAroundARunLocksEveryAction(Action action) {
        var run = regular(OPEN, Stage.Known.PROPERTIES, -1);
        for (var context : List.of(REOPENABLE.withData(ActionContext.Data.STALE),
                REOPENABLE.withData(ActionContext.Data.PAUSED), REOPENABLE.withChanges(ActionContext.Changes.OFF),
                REOPENABLE.withChanges(ActionContext.Changes.RULED_OUT),
                REOPENABLE.withRefused(Set.of(action)), REOPENABLE.withOutcomeUnknown(true),
                REOPENABLE.withActionUnderWay(true))) {
            assertThat(Lifecycle.judge(run, action, context).isAllowed()).isFalse();
        }
    }

    @Test
    void aStepRefusedToThisUserLocksNoOther() {
        var run = regular(OPEN, Stage.Known.PROPERTIES, -1);
        var context = ActionContext.CLEAR.withRefused(Set.of(Action.ADJUST_SCHEDULE));
        assertThat(Lifecycle.judge(run, Action.ADJUST_SCHEDULE, context).whyNot().map(Reason::code)).contains(
                Code.READ_ONLY_USER);
        assertThat(Lifecycle.judge(run, Action.CLOSE, context).isAllowed()).isTrue();
    }

    @Test
    void reopeningNeedsAConfiguredPatch() {
        var run = regular(CLOSED, Stage.Known.REPORTING, 100);
        assertThat(Lifecycle.judge(run, Action.REOPEN, ActionContext.CLEAR).whyNot().map(Reason::code)).contains(
                Code.REOPEN_NOT_CONFIGURED);
    }

    @Test
    void theDueStepFollowsTheRun() {
        assertThat(Lifecycle.due(regular(OPEN, Stage.Known.PROPERTIES, -1))).contains(Action.CLOSE);
        assertThat(Lifecycle.due(regular(CLOSED, Stage.Known.REPORTING, 11))).contains(Action.DRAFT_INVOICES);
        assertThat(Lifecycle.due(adhoc(CLOSED, Stage.Known.REPORTING, 11))).contains(Action.FULL_INVOICES);
        assertThat(Lifecycle.due(regular(CLOSED, Stage.Known.DRAFT_INVOICES, 62))).contains(Action.FULL_INVOICES);
        assertThat(Lifecycle.due(regular(CLOSED, Stage.Known.FULL_INVOICES, 100))).contains(Action.DISTRIBUTE);
        assertThat(Lifecycle.due(regular(CLOSED, Stage.Known.PAYMENT, 10))).isEmpty();
        assertThat(Lifecycle.due(regular(RunStatus.Known.FINALIZED, Stage.Known.FINISHED, 100))).isEmpty();
    }

    static Stream<List<Object>> documentedPatches() {
        var regular = RunKey.regular(1);
        var adhoc = RunKey.adhoc(1);
        var date = LocalDate.of(2023, 2, 4);
        return Stream.of(
                List.of(new Command.Close(regular, Optional.of(date), Optional.empty()),
                        List.of(replace("/billRunStatus", "CLOSED"), replace("/summaryStatus", "REPORTING"),
                                replace("/invoiceDate", "2023-02-04"))),
                List.of(new Command.Close(regular, Optional.empty(), Optional.empty()),
                        List.of(replace("/billRunStatus", "CLOSED"), replace("/summaryStatus", "REPORTING"))),
                List.of(new Command.Close(adhoc, Optional.of(date), Optional.of("Maintenance Charge")),
                        List.of(replace("/summaryStatus", "REPORTING"), replace("/invoiceDate", "2023-02-04"),
                                replace("/nickname", "Maintenance Charge"))),
                List.of(new Command.DraftInvoices(regular), List.of(replace("/summaryStatus", "DRAFT_INVOICES"))),
                List.of(new Command.FullInvoices(adhoc), List.of(replace("/summaryStatus", "FULL_INVOICES"))),
                List.of(new Command.Distribute(regular), List.of(replace("/summaryStatus", "DISTRIBUTION"))));
    }

    @ParameterizedTest
    @MethodSource("documentedPatches")
    void patchesAreTheContractsSamples(List<Object> example) {
        assertThat(Lifecycle.patch((Command) example.get(0), List.of())).isEqualTo(example.get(1));
    }

    @Test
    void nothingIsDistributedWhileItIsNotKnownWhatItsMoneyIsIn() {
        var run = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.FULL_INVOICES, OptionalInt.of(100));
        assertThat(Lifecycle.judge(run, Action.DISTRIBUTE, REOPENABLE).isAllowed()).isTrue();
        assertThat(Lifecycle.judge(run, Action.DISTRIBUTE, REOPENABLE.withCurrencyKnown(false)).whyNot()
                .map(Reason::code)).contains(Reason.Code.CURRENCY_UNKNOWN);
        var drafts = SampleRuns.regular(1, RunStatus.Known.CLOSED, Stage.Known.DRAFT_INVOICES, OptionalInt.of(100));
        assertThat(Lifecycle.judge(drafts, Action.FULL_INVOICES, REOPENABLE.withCurrencyKnown(false)).isAllowed())
                .isTrue();
    }
}
