package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.testkit.AccessibleNames;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Works whole runs by the keyboard and looks after each press of a button where the keyboard is then. */
@ShowsWindow
class FocusJourneyTest {

    private static final Duration A_STAGE = Duration.ofMinutes(3);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private MonthEndConsole console;

    @BeforeEach
    void open() throws Exception {
        console = new MonthEndConsole(sandboxes, 1);
        console.open(folder);
        hands.dismissWelcome();
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void theKeyboardIsNearWhatItHasPressed() throws Exception {
        press("#refreshButton");
        isAt("#refreshButton");
        hands.type("#searchField", "North");
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() == 3);
        hands.push(KeyCode.DOWN);
        isAt("#runsTable");
        theBarOfWhatIsChosen();
        aDialogOfTheRun();
        aPlan();
        aDrawer();
    }

    private void theBarOfWhatIsChosen() {
        choose();
        press("#bulkThrough");
        Hands.until(() -> hands.isSeen("#planSheet"));
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#planSheet"));
        isAt("#bulkThrough");
        press("#bulkClear");
        Hands.until(() -> !hands.isSeen("#bulkBar"));
        isAt("#runsTable");
    }

    private void aDialogOfTheRun() {
        hands.choose(RunKind.REGULAR, DialogsJourneyTest::isOpen);
        press("#actionInvoiceDate");
        Hands.until(() -> hands.isSeen("#confirmDialog"));
        hands.push(KeyCode.ESCAPE);
        hands.untilClosed();
        isAt("#actionInvoiceDate");
        robot.interact(() -> hands.seen("#runsTable").orElseThrow().requestFocus());
    }

    private void aPlan() {
        choose();
        press("#bulkThrough");
        Hands.until(hands::canConfirm);
        press("#confirmButton");
        Hands.until(() -> hands.isSeen("#runThrough"));
        isIn("#runThrough");
        console.untilWatched(() -> !console.writes().isEmpty());
        press("#planPause");
        Hands.until(() -> console.plan().phase() == PlanPhase.PAUSED);
        isAt("#planPause");
        press("#planStop");
        Hands.until(() -> hands.isSeen("#planQuestion"));
        isAt("#planYes");
        press("#planNo");
        isIn("#runThrough");
        press("#planPause");
        Hands.until(() -> console.plan().phase() == PlanPhase.RUNNING);
        robot.interact(() -> hands.seen("#planPause").orElseThrow().requestFocus());
        robot.interact(() -> console.app().wiring().services().plans().stop());
        console.untilWatched(() -> {
            console.passes(A_STAGE);
            return console.isPlanOver();
        });
        Hands.until(() -> !hands.isSeen("#planPause"));
        isIn("#planBar");
        press("#planResultsButton");
        isAt("#planResultsButton");
        press("#planPutAway");
        Hands.until(() -> !hands.isSeen("#runThrough"));
        isAt("#runsTable");
    }

    private void aDrawer() {
        robot.interact(() -> {
            var window = hands.seen("#runsTable").orElseThrow().getScene().getWindow();
            window.setX(0);
            window.setY(0);
            window.setWidth(1000);
            window.setHeight(680);
        });
        hands.push(KeyCode.ENTER);
        Hands.until(() -> hands.isSeen(".drawer"));
        isAt("#runsTable");
        press(".drawer-close");
        isAt("#runsTable");
    }

    private void choose() {
        hands.push(KeyCode.CONTROL, KeyCode.A);
        Hands.until(() -> hands.seen("#bulkThrough").filter(button -> !button.isDisabled()).isPresent());
    }

    /** By the space bar, which is only let go once it has done its work. */
    private void press(String button) {
        Hands.until(() -> hands.seen(button).filter(node -> !node.isDisabled()).isPresent());
        robot.interact(() -> Nodes.visible(robot, button, Node.class).requestFocus());
        hands.push(KeyCode.SPACE);
    }

    private void isAt(String control) {
        Hands.until(() -> hands.hasKeyboard(control));
        isUsable();
    }

    private void isIn(String part) {
        Hands.until(() -> Stream.iterate(owner(), Objects::nonNull, Node::getParent).anyMatch(
                hands.seen(part).orElseThrow()::equals));
        isUsable();
    }

    private void isUsable() {
        var scene = Hands.see(() -> Nodes.visible(robot, ".main-tabs", Node.class).getScene());
        Frames.settle(scene);
        robot.interact(() -> {
            assertThat(owner()).matches(Nodes::isSeen, "is shown").matches(each -> !each.isDisabled(), "can be used");
            assertThat(AccessibleNames.of(owner())).as("what a screen reader says").isNotEmpty();
        });
    }

    private Node owner() {
        return Nodes.visible(robot, ".main-tabs", Node.class).getScene().getFocusOwner();
    }
}
