package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's keys act on what is seen. */
@ExtendWith(ApplicationExtension.class)
class ShellKeysFxTest {

    private static final int ACTIVITY = 2;

    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> api.put(SampleRuns.regular(10, RunStatus.Known.CLOSED,
                Known.FULL_INVOICES, OptionalInt.of(100))));
    }

    @Test
    void theDueStepsKeyAsksForNoStepOfARunBehindTheActivity(FxRobot robot) {
        choose(robot);
        show(robot, ACTIVITY);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(window.requested).as("behind the activity").isEmpty();
        show(robot, 0);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(window.requested).containsExactly(Action.DISTRIBUTE);
    }

    @Test
    void enterInTheActivityOpensNoDrawerBehindIt(FxRobot robot) {
        choose(robot);
        window.size(robot, 1000, 680);
        show(robot, ACTIVITY);
        robot.push(KeyCode.ENTER);
        show(robot, 0);
        assertThat(robot.lookup(".drawer").query().isVisible()).isFalse();
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup(".drawer").query().isVisible()).as("in the list").isTrue();
    }

    @Test
    void theExportKeyPressesTheButtonOfTheTabThatHasOne(FxRobot robot) {
        var pressed = new AtomicInteger();
        show(robot, ACTIVITY);
        // What it does by itself opens the operating system's dialog.
        robot.interact(() -> robot.lookup("#exportActivity").queryButton().setOnAction(
                _ -> pressed.incrementAndGet()));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertThat(pressed).hasValue(1);
        show(robot, 0);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertThat(pressed).as("from another tab").hasValue(1);
    }

    @Test
    void theThemesKeyWorksOverADialogTooAndNoOtherDoes(FxRobot robot) {
        robot.interact(() -> window.view.controller().showKeys());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(window.themeSwitches).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        robot.push(KeyCode.ESCAPE);
        assertThat(window.view.controller().isDialogOpen()).isFalse();
        assertThat(window.scene.getFocusOwner().getId()).as("the tab did not change").isEqualTo("runsTable");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        assertThat(window.themeSwitches).isEqualTo(2);
    }

    private void choose(FxRobot robot) {
        robot.interact(() -> robot.lookup("#runsTable").queryAs(TableView.class).getSelectionModel().select(0));
        window.settle();
    }

    private void show(FxRobot robot, int tab) {
        robot.interact(() -> window.view.controller().selectTab(tab));
        window.settle();
    }
}
