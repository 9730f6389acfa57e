package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.export.Xlsx;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Focus;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.kit.export.ExportMenus;
import org.billrunconsole.ui.kit.export.ExportsViewModel;
import org.billrunconsole.ui.kit.export.FilePlaces;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window's keys act on what is seen. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ShellKeysFxTest {

    private static final int ACTIVITY = 3;

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.regular(10, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.of(100)));
            api.put(SampleRuns.regular(11, RunStatus.Known.CLOSED, Known.REPORTING, OptionalInt.of(100)));
        });
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
    void theDueStepsKeyRightBehindAnArrowKeyMeetsNeitherTheRunBeforeNorOneThatIsNotShownYet(FxRobot robot) {
        choose(robot);
        var table = table(robot);
        var other = table.getSelectionModel().getSelectedIndex() == 0 ? KeyCode.DOWN : KeyCode.UP;
        robot.interact(() -> {
            // Both before the window has been painted again, as on a machine that hung for a moment.
            press(table, other, false);
            press(table, KeyCode.ENTER, true);
        });
        assertThat(window.requested).isEmpty();
        window.settle();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(window.requested).as("once it is shown").containsExactly(Action.DRAFT_INVOICES);
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
    void theExportKeyOpensTheMenuOfTheTabThatIsShown(FxRobot robot) {
        var exports = new ExportsViewModel(Locale.UK, ZoneOffset.UTC, Xlsx.Program.of("Test", "1.0"),
                FilePlaces.ofSystem(), new InlineTasks(), Runnable::run);
        robot.interact(() -> window.view.controller().follow(new ExportMenus(exports, new Messages(Locale.UK))));
        for (var each : List.of(Map.entry(0, "#exportButton"), Map.entry(ACTIVITY, "#exportActivity"))) {
            show(robot, each.getKey());
            robot.push(KeyCode.CONTROL, KeyCode.E);
            var button = robot.lookup(each.getValue()).queryAs(MenuButton.class);
            assertThat(button.isShowing()).isTrue();
            assertThat(button.isFocused()).isTrue();
            robot.push(KeyCode.ESCAPE);
            assertThat(button.isShowing()).isFalse();
        }
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

    @Test
    void textIsMadeLargerAndSmallerWhereverThePlusIsAndOverADialogToo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.push(KeyCode.CONTROL, KeyCode.ADD);
        assertThat(window.textChanges).containsExactly("larger", "larger", "larger", "larger");
        window.textChanges.clear();
        robot.interact(() -> window.view.controller().showKeys());
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        robot.push(KeyCode.CONTROL, KeyCode.SUBTRACT);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        robot.push(KeyCode.CONTROL, KeyCode.NUMPAD0);
        robot.push(KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.PLUS);
        assertThat(window.textChanges).containsExactly("smaller", "smaller", "usual", "usual");
    }

    @Test
    void theKeyboardGoesFromTheRowsToThePaneAndOnToANotice(FxRobot robot) {
        choose(robot);
        robot.interact(() -> table(robot).requestFocus());
        robot.push(KeyCode.F6);
        assertThat(isWithin(robot, ".detail-pane")).isTrue();
        robot.push(KeyCode.F6);
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("runsTable");
        robot.interact(() -> window.model.tell("Reports are made", "Nov 2026", Tone.ACCENT));
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(isWithin(robot, ".notice")).isTrue();
        robot.interact(() -> Pictures.take(window.scene, "notice-focused"));
        robot.push(KeyCode.ENTER);
        assertThat(robot.lookup(".notice").queryAll()).isEmpty();
        assertThat(window.scene.getFocusOwner().getId()).as("goes on in the rows").isEqualTo("runsTable");
    }

    @Test
    void theLineBetweenRowsAndPaneIsMovedByKeys(FxRobot robot) {
        choose(robot);
        robot.interact(() -> table(robot).requestFocus());
        var width = paneWidth(robot);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(paneWidth(robot)).isCloseTo(width + 24, within(1.5));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(paneWidth(robot)).isCloseTo(width, within(1.5));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(paneWidth(robot)).as("where something is typed").isCloseTo(width, within(1.5));
    }

    private double paneWidth(FxRobot robot) {
        window.settle();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> robot.lookup(".detail-pane").queryAs(Region.class)
                .getWidth());
    }

    private static boolean isWithin(FxRobot robot, String part) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Focus.isWithin(robot.lookup(part).query()));
    }

    private void choose(FxRobot robot) {
        var table = table(robot);
        robot.interact(() -> table.getItems().stream().filter(row -> row.key().id() == 10).forEach(
                table.getSelectionModel()::select));
        window.settle();
    }

    private static TableView<RunRow> table(FxRobot robot) {
        return robot.lookup("#runsTable").queryTableView();
    }

    private static void press(Node node, KeyCode key, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false));
    }

    private void show(FxRobot robot, int tab) {
        robot.interact(() -> window.view.controller().selectTab(tab));
        window.settle();
    }
}
