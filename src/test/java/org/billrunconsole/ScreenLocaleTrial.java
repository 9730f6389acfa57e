package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billrunconsole.ScreenTrial.closing;
import static org.billrunconsole.ScreenTrial.op;
import static org.billrunconsole.ScreenTrial.patch;

import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A look and two steps on a real screen in the language of whoever runs it; the wire knows no language. */
class ScreenLocaleTrial {

    @RegisterExtension
    private final RealConsole console = new RealConsole();

    @Test
    void stepsAreTakenInTheLanguageOfTheMachine() {
        console.open(DialogsJourneyTest::still);
        var hands = console.hands();
        var run = console.chooseByKey(RunKind.REGULAR, console::isCloseable);
        var day = run.run().invoiceDate().orElseThrow().withDayOfMonth(15);
        console.askForStep(run);
        var confirmation = new RealConfirmation(hands);
        confirmation.assertHasKeyboard();
        confirmation.giveReason();
        hands.tabTo("#invoiceDate");
        hands.typeOver(day.toString());
        console.picture("close");
        hands.key("Return");
        hands.untilGone("#confirmDialog");
        hands.key("Control_L", "1");
        var next = console.chooseByKey(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        console.askForStep(next);
        confirmation.confirmByKey(next);
        assertThat(console.sent()).containsExactly(closing(run, day),
                patch(next, op("summaryStatus", "DRAFT_INVOICES")));
    }
}
