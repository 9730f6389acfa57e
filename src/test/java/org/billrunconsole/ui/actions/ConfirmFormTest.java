package org.billrunconsole.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.ui.actions.ConfirmForm.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmFormTest {

    private static final Run OPEN = SampleRuns.openRun(7);
    private static final Run ADHOC = SampleRuns.adhoc(7, RunStatus.Known.OPEN, Stage.Known.PROPERTIES,
            OptionalInt.empty());

    private static ConfirmForm form(Action action, Run run) {
        return new ConfirmForm(action, run, run.invoiceDate(), run == ADHOC ? "Maintenance charge" : "", 0, "", "",
                false);
    }

    private static ConfirmForm typed(String name) {
        return new ConfirmForm(Action.DISTRIBUTE, OPEN, OPEN.invoiceDate(), "", 0, name, "", false);
    }

    @Test
    void whatWasLeftAsItWasIsLeftOutOfThePatch() {
        assertThat(form(Action.CLOSE, OPEN).command()).contains(
                new Command.Close(OPEN.key(), Optional.empty(), Optional.empty()));
        assertThat(form(Action.CLOSE, ADHOC).command()).contains(
                new Command.Close(ADHOC.key(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aChangedInvoiceDateAndNicknameGoWithTheClosing() {
        var day = Optional.of(LocalDate.of(2026, 12, 4));
        var form = new ConfirmForm(Action.CLOSE, ADHOC, day, "Router swap", 0, "", "", false);
        assertThat(form.command()).contains(new Command.Close(ADHOC.key(), day, Optional.of("Router swap")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nov 2026", "nov 2026 business", "Nov 2026 Businesss"})
    void distributionWaitsForTheExactName(String name) {
        assertThat(typed(name).problem()).contains(Problem.NAME_NOT_TYPED);
    }

    @Test
    void theExactNameReleasesDistribution() {
        assertThat(typed("Nov 2026 Business ").problem()).isEmpty();
        assertThat(typed("Nov 2026 Business").command()).contains(new Command.Distribute(OPEN.key()));
    }

    @Test
    void aWarningHasToBeAcknowledgedWithAReason() {
        var form = new ConfirmForm(Action.DISTRIBUTE, OPEN, OPEN.invoiceDate(), "", 0, "Nov 2026 Business", " ", true);
        assertThat(form.problem()).contains(Problem.REASON_MISSING);
    }

    @Test
    void inputsThatWouldChangeNothingAreNotSent() {
        assertThat(form(Action.CHANGE_INVOICE_DATE, OPEN).problem()).contains(Problem.DATE_SAME);
        assertThat(form(Action.CHANGE_NICKNAME, ADHOC).problem()).contains(Problem.NICKNAME_SAME);
        assertThat(form(Action.ADJUST_SCHEDULE, OPEN).problem()).contains(Problem.PERIODS_ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wrong*star", "line\"quote"})
    void aNicknameTheContractForbidsIsNotSent(String nickname) {
        var form = new ConfirmForm(Action.CHANGE_NICKNAME, ADHOC, Optional.empty(), nickname, 0, "", "", false);
        assertThat(form.problem()).contains(Problem.NICKNAME_INVALID);
        assertThat(form.command()).isEmpty();
    }

    private static ConfirmForm named(String name, String typed) {
        return new ConfirmForm(Action.DISTRIBUTE, SampleRuns.named(SampleRuns.openRun(7), name), Optional.empty(), "",
                0, typed, "",
                false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u2003", "\n\t", "Nov\u202E2026", "Nov\u0000", "\u3164"})
    void whereTheNameCannotBeTypedTheIdIs(String name) {
        assertThat(named(name, "").problem()).contains(Problem.ID_NOT_TYPED);
        assertThat(named(name, name).problem()).contains(Problem.ID_NOT_TYPED);
        assertThat(named(name, "7").problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            Nov\u00A02026,Nov 2026
            Nov  2026,Nov 2026
             Nov 2026,Nov 2026
            Caf\u00E9,Cafe\u0301
            Cafe\u0301,Caf\u00E9
            """)
    void aNameTypedAsItLooksReleasesDistribution(String name, String typed) {
        assertThat(named(name, typed).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"café", "Cafe", "Café2", "C afé"})
    void aNameThatLooksDifferentDoesNot(String typed) {
        assertThat(named("Café", typed).problem()).contains(Problem.NAME_NOT_TYPED);
    }

    @Test
    void aNicknameThatTheServerHasDoesNotKeepARunFromBeingClosed() {
        var odd = SampleRuns.withNickname(ADHOC, "5* deal\uFFFD");
        var form = new ConfirmForm(Action.CLOSE, odd, odd.invoiceDate(), "5* deal\uFFFD", 0, "", "", false);
        assertThat(form.problem()).isEmpty();
        assertThat(form.command()).contains(new Command.Close(odd.key(), Optional.empty(), Optional.empty()));
    }
}
