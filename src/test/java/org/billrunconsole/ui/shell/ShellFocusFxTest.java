package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.FocusRing;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Wherever the keyboard is in the main window can be seen, in both looks. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ShellFocusFxTest {

    private static final List<String> STOPS = List.of("#environmentPill", "#pauseButton", "#sessionState",
            "#themeButton", "#settingsButton", ".main-tabs", "#searchField", "#status-all", "#status-active",
            "#status-finalized", "#cycleFilter", "#attentionFilter", "#filtersButton",
            "#viewsButton", "#columnsButton", "#refreshButton", "#runsTable",
            "#actionPrimary", "#actionInvoiceDate", "#moreActions", ".pane-tabs", "#doNotDisturb");

    @RegisterExtension
    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.openRun(1));
            api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whereTheKeyboardIsCanBeSeenOnEveryStop(Theme theme, FxRobot robot) {
        robot.interact(() -> {
            theme.apply(shell.scene);
            TableView<?> table = robot.lookup("#runsTable").query();
            table.getSelectionModel().clearAndSelect(0);
        });
        shell.settle();
        var rings = new TreeMap<String, Double>();
        for (var stop : STOPS) {
            var node = Nodes.visible(robot, stop, Node.class);
            shell.settle();
            var without = node.getLayoutBounds();
            robot.interact(node::requestFocus);
            assertThat(node.isFocused()).as("%s can have the keyboard", stop).isTrue();
            shell.settle();
            assertThat(node.getLayoutBounds()).as("%s is as large with the keyboard as without", stop).isEqualTo(
                    without);
            robot.interact(() -> Pictures.keep(shell.scene.snapshot(null), "focus/%s-%s".formatted(theme.name()
                    .toLowerCase(Locale.ROOT), stop.substring(1))));
            rings.put(stop, FocusRing.width(shell.scene, node));
        }
        assertThat(rings).allSatisfy((stop, width) -> assertThat(width).as(stop).isGreaterThan(FocusRing.LEAST));
    }
}
