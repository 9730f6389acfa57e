package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What stays in sight of a run while the window becomes narrow and wide, as window managers make it for a moment. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class DrawerFxTest {

    @RegisterExtension
    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), api -> {
            for (int id = 1; id <= 3; id++) {
                api.put(SampleRuns.openRun(id));
            }
        });
    }

    @BeforeEach
    void onARow(FxRobot robot) {
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#runsTable").query();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        wide(robot);
    }

    @Test
    void anOpenDrawerIsBackAfterTheWindowWasWideForAMoment(FxRobot robot) {
        narrow(robot);
        robot.type(KeyCode.ENTER);
        wide(robot);
        narrow(robot);
        assertThat(isOpen(robot)).isTrue();
    }

    @Test
    void aDrawerThatWasClosedStaysClosed(FxRobot robot) {
        narrow(robot);
        robot.type(KeyCode.ENTER, KeyCode.ESCAPE);
        wide(robot);
        narrow(robot);
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void aRunThatWasOpenedBesideTheListStaysInSightInTheNarrowWindow(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        narrow(robot);
        assertThat(isOpen(robot)).isTrue();
    }

    @Test
    void aRunThatWasOnlyPassedByKeyDoesNotCoverTheListInTheNarrowWindow(FxRobot robot) {
        robot.type(KeyCode.DOWN);
        narrow(robot);
        assertThat(isOpen(robot)).isFalse();
    }

    @Test
    void theKeyboardStaysOnThePartOfThePaneThatItIsOn(FxRobot robot) {
        var step = Nodes.visible(robot, "#actionPrimary", Node.class);
        robot.interact(step::requestFocus);
        narrow(robot);
        assertThat(isOpen(robot)).isTrue();
        assertThat(shell.scene.getFocusOwner()).as("in the narrow window").isSameAs(step);
        wide(robot);
        assertThat(shell.scene.getFocusOwner()).as("in the wide window").isSameAs(step);
    }

    private void narrow(FxRobot robot) {
        shell.size(robot, 1000, 680);
    }

    private void wide(FxRobot robot) {
        shell.size(robot, 1440, 900);
    }

    private static boolean isOpen(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".drawer").query().isVisible();
    }
}
