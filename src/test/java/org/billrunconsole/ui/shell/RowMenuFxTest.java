package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The menu of a row. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class RowMenuFxTest {

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.openRun(1));
            api.put(SampleRuns.regular(2, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
            api.put(SampleRuns.openRun(3));
        });
    }

    @Test
    void itOffersWhatThePaneOffersInTheSameWords(FxRobot robot) {
        robot.clickOn(row(robot, 2), MouseButton.SECONDARY);
        window.settle();
        assertThat(window.model.regular().selectedProperty().get()).contains(RunKey.regular(2));
        var reason = Nodes.visible(robot, "#actionReason", javafx.scene.control.Label.class).getText();
        var due = Nodes.visible(robot, "#actionPrimary", Button.class).getText();
        var first = menu().getItems().getFirst();
        assertThat(first.isDisable()).isTrue();
        assertThat(first.getText()).startsWith(due).contains(reason);
        assertThat(menu().getItems()).extracting(MenuItem::getId).contains("actionReopen", "actionInvoiceDate",
                "actionDistribute", "rowCopy");
        robot.interact(() -> Pictures.take(menu().getScene(), "row-menu"));
        robot.interact(() -> menu().hide());
    }

    @Test
    void theKeyboardOpensItOnItsRowAndItsFirstLineIsTheStepThatIsDue(FxRobot robot) {
        robot.clickOn(row(robot, 1));
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        window.settle();
        robot.interact(() -> menu().getItems().getFirst().fire());
        assertThat(window.requested).containsExactly(Action.CLOSE);
        robot.interact(() -> menu().hide());
    }

    @Test
    void aMenuThatIsLeftOpenDoesNothingToAnotherRun(FxRobot robot) {
        robot.clickOn(row(robot, 1), MouseButton.SECONDARY);
        window.settle();
        robot.interact(() -> window.model.regular().find(RunKey.regular(3)));
        window.settle();
        robot.interact(() -> menu().getItems().getFirst().fire());
        assertThat(window.requested).isEmpty();
        robot.interact(() -> menu().hide());
    }

    private static TableRow<?> row(FxRobot robot, long id) {
        return robot.lookup("#runsTable .table-row-cell")
                .match(node -> node instanceof TableRow<?> row && row.getItem() instanceof RunRow run
                        && run.key().id() == id)
                .query();
    }

    private static ContextMenu menu() {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(each -> "rowMenu".equals(each.getId()))
                .findFirst()
                .orElseThrow();
    }
}
