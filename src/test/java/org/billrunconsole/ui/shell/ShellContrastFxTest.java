package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.Tone;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is written in the main window can be read, in both looks. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ShellContrastFxTest {

    @RegisterExtension
    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.openRun(1));
            api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
            api.put(SampleRuns.regular(11, RunStatus.Known.FINALIZED, Known.FINISHED, OptionalInt.of(100)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void theReasonsInTheMenuOfMoreActionsCanBeRead(Theme theme, FxRobot robot) {
        show(theme, robot);
        MenuButton more = Nodes.visible(robot, "#moreActions", MenuButton.class);
        robot.interact(more::show);
        // Another window than the shell's, and so with frames of its own; a tooltip would be one too.
        var menu = Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst().orElseThrow()
                .getScene();
        Frames.settle(menu);
        robot.interact(() -> Pictures.take(menu, "menu-more-" + theme));
        assertThat(more.getItems())
                .anyMatch(item -> item.isDisable() && item.getText().contains("   Distribution needs"));
        for (var item : menu.getRoot().lookupAll(".menu-item")) {
            assertReadable(item);
            robot.moveTo(item);
            Frames.settle(menu);
            assertReadable(item);
        }
        robot.interact(more::hide);
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsWrittenInTheWindowCanBeRead(Theme theme, FxRobot robot) {
        show(theme, robot);
        robot.interact(() -> shell.model.tell("Oct 2026 Residential finished", "£3,804,771 billed.", Tone.SUCCESS));
        shell.settle();
        assertReadable(shell.scene.getRoot());
    }

    private void show(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            theme.apply(shell.scene);
            TableView<?> table = robot.lookup("#runsTable").query();
            table.getSelectionModel().clearAndSelect(1);
        });
        shell.settle();
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Looked at on the window's own thread: for anybody else words may have a new colour on an old ground. */
    private static void assertReadable(Node part) {
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Contrast.tooFaint(part))).isEqualTo(Set.of());
    }
}
