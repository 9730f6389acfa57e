package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billrunconsole.ScreenTrial.closing;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console on a real screen at 200 %, where a window has a quarter of the room: {@code -Dglass.gtk.uiScale=2}. */
class ScreenScaledTrial {

    @RegisterExtension
    private final RealConsole console = new RealConsole();
    private RealHands hands;

    private void open() {
        console.open(DialogsJourneyTest::still);
        hands = console.hands();
        assertThat(console.stage().getOutputScaleX()).as("the scale this trial is for").isEqualTo(2);
    }

    @Test
    void theFirstWindowFitsTheScreen() {
        open();
        var window = RealHands.see(() -> new Rectangle2D(console.stage().getX(), console.stage().getY(),
                console.stage().getWidth(), console.stage().getHeight()));
        assertThat(Screen.getPrimary().getVisualBounds().contains(window)).as("%s within %s", window,
                Screen.getPrimary().getVisualBounds()).isTrue();
    }

    @Test
    void aRunIsClosedWithTheDateTyped() {
        open();
        var run = console.chooseByKey(RunKind.REGULAR, console::isCloseable);
        var day = run.run().invoiceDate().orElseThrow().withDayOfMonth(15);
        var confirmation = ask(run);
        confirmation.giveReason();
        hands.tabTo("#invoiceDate");
        hands.typeOver(day.toString());
        confirmation.assertWhole();
        console.picture("typed");
        hands.key("Return");
        hands.untilGone("#confirmDialog");
        assertThat(console.sent()).containsExactly(closing(run, day));
    }

    @Test
    void everyDueStepShowsItsRequestAndItsButtons() {
        open();
        for (var stage : List.of(Known.REPORTING, Known.DRAFT_INVOICES, Known.FULL_INVOICES)) {
            ask(console.chooseByKey(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, stage))).assertWhole();
            console.picture(stage.name());
            hands.key("Escape");
            hands.untilGone("#confirmDialog");
        }
        assertThat(console.sent()).isEmpty();
    }

    @Test
    void theConnectionsShowTheirButtons() {
        open();
        hands.key("Control_L", "k");
        hands.untilSeen("#connectionsDialog");
        hands.tabTo("#addButton");
        hands.key("space");
        hands.untilSeen("#connectionName");
        for (var button : List.of("#testButton", "#cancelButton", "#openButton")) {
            assertThat(hands.isWhole("#connectionsDialog " + button)).as(button).isTrue();
        }
    }

    private RealConfirmation ask(RunRow run) {
        console.askForStep(run);
        var confirmation = new RealConfirmation(hands);
        confirmation.assertHasKeyboard();
        return confirmation;
    }
}
