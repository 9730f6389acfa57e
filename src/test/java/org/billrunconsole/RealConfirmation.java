package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.ui.runlist.rows.RunRow;

/** The dialog that is open, as hands find it. */
final class RealConfirmation {

    private static final int STOPS = 20;

    private final RealHands hands;

    RealConfirmation(RealHands hands) {
        this.hands = hands;
    }

    /** The ids of the dialogs that stand over the window. */
    static List<String> dialogs() {
        return RealHands.see(() -> RealHands.all(".dialog-card")
                .stream()
                .filter(Nodes::isSeen)
                .map(Node::getId)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The keyboard is in it. */
    void assertHasKeyboard() {
        assertInside("now");
    }

    /** The keyboard is in it, and twenty Tabs either way leave it there. */
    void assertOwnsKeyboard() {
        assertInside("at once");
        for (int i = 1; i <= STOPS; i++) {
            hands.key("Tab");
            assertInside("after " + i + " Tabs");
        }
        for (int i = 1; i <= STOPS; i++) {
            hands.key("Shift_L", "Tab");
            assertInside("after " + i + " Shift+Tabs");
        }
    }

    private void assertInside(String when) {
        assertThat(hands.hasKeyboard("#modal")).as("the keyboard in the dialog %s, not in %s", when, hands.owner())
                .isTrue();
    }

    /** What will be sent and both buttons can be seen together. */
    void assertWhole() {
        for (var part : List.of("#confirmDialog #request", "#confirmDialog #cancelButton",
                "#confirmDialog #confirmButton")) {
            assertThat(hands.isWhole(part)).as("the whole of %s in sight", part).isTrue();
        }
    }

    /** Types a reason where one is asked for. */
    void giveReason() {
        if (hands.isSeen("#confirmReason")) {
            hands.tabTo("#confirmReason");
            hands.typeOver("Agreed with finance");
        }
    }

    /** Types the run's name where it is asked for. */
    void giveName(RunRow run) {
        if (hands.isSeen("#confirmName")) {
            hands.tabTo("#confirmName");
            hands.typeOver(run.run().label());
        }
    }

    /** Fills in what is missing, goes to the button, and presses it. */
    void confirmByKey(RunRow run) {
        assertHasKeyboard();
        giveReason();
        giveName(run);
        hands.tabTo("#confirmButton");
        hands.key("space");
        hands.untilGone("#confirmDialog");
    }
}
