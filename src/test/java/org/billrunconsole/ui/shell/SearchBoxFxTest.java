package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.search.SearchViewModel.Line;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The box that finds runs, actions, views, connections and settings, by the keyboard alone. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class SearchBoxFxTest {

    @RegisterExtension
    private final TestShell window = new TestShell();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window.show(shown, TestShell.production(), api -> {
            api.put(SampleRuns.named(SampleRuns.openRun(1), "North November"));
            api.put(SampleRuns.named(SampleRuns.openRun(2), "South November"));
            api.put(SampleRuns.regular(10, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.of(100)));
            api.put(SampleRuns.adhoc(730, RunStatus.Known.OPEN, Known.PROPERTIES, OptionalInt.empty()));
        });
    }

    @AfterEach
    void closed(FxRobot robot) {
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aRunIsFoundByWordsInAnyOrderAndShown(FxRobot robot) {
        type(robot, "nov south");
        awaitFirst(robot, "South November");
        assertThat(robot.lookup("#searchBoxList .list-cell").<ListCell<?>>queryAll()).filteredOn(
                cell -> !cell.isEmpty()).hasSizeGreaterThan(1).allMatch(Nodes::isWhole);
        new Gallery(stage).take("search-2-run");
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(window.view.controller().isDialogOpen()).isFalse();
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("South November");
        assertThat(window.scene.getFocusOwner()).isInstanceOf(TableView.class);
    }

    @Test
    void anAdhocRunIsFoundFromTheOtherTab(FxRobot robot) {
        type(robot, "730");
        await().until(() -> !first(robot).isEmpty());
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("adhocTable");
    }

    @Test
    void anActionOnlyAsksForItsDialogAndOneThatIsNotPossibleSaysWhy(FxRobot robot) {
        choose(robot, 10);
        open(robot);
        assertThat(first(robot)).isEqualTo("Distribute and finalise…");
        new Gallery(stage).take("search-1-actions");
        type(robot, "distribute");
        awaitFirst(robot, "Distribute and finalise…");
        robot.push(KeyCode.ENTER);
        assertThat(window.requested).containsExactly(Action.DISTRIBUTE);
        type(robot, "close and report");
        awaitFirst(robot, "Close and report…");
        robot.push(KeyCode.ENTER);
        assertThat(window.requested).as("nothing more").containsExactly(Action.DISTRIBUTE);
        assertThat(window.view.controller().isDialogOpen()).isTrue();
        new Gallery(stage).take("search-4-not-now");
    }

    @Test
    void viewsAndConnectionsAreFoundToo(FxRobot robot) {
        type(robot, "elevate uk");
        awaitFirst(robot, "Elevate UK");
        robot.push(KeyCode.ENTER);
        assertThat(window.switched).containsExactly("Elevate UK");
        type(robot, "notices");
        awaitFirst(robot, "Notices");
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(robot.lookup("#noticeDrawer").tryQuery()).isPresent();
    }

    @Test
    void aNamedViewOfAListIsOpenedThere(FxRobot robot) {
        type(robot, "waiting for me");
        awaitFirst(robot, "Waiting for me");
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("runsTable");
        assertThat(Nodes.visible(robot, ".filter-chip", Button.class).getText()).isEqualTo("Waiting for a person");
    }

    @Test
    void whereNothingMatchesItSaysSo(FxRobot robot) {
        type(robot, "zzzz");
        await().until(() -> status(robot).equals("Nothing matches."));
        new Gallery(stage).take("search-3-no-match");
        robot.push(KeyCode.ESCAPE);
        assertThat(window.view.controller().isDialogOpen()).isFalse();
        assertThat(window.scene.getFocusOwner()).isInstanceOf(TableView.class);
    }

    private void choose(FxRobot robot, long id) {
        robot.interact(() -> window.view.controller().lookAt(new RunKey(RunKind.REGULAR, id)));
        window.settle();
    }

    private void open(FxRobot robot) {
        if (!window.view.controller().isDialogOpen()) {
            robot.push(KeyCode.CONTROL, KeyCode.P);
            window.settle();
        }
    }

    private void type(FxRobot robot, String text) {
        open(robot);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Typing.write(robot, window.scene, text);
        window.settle();
    }

    private static void awaitFirst(FxRobot robot, String name) {
        await().untilAsserted(() -> assertThat(first(robot)).isEqualTo(name));
    }

    /** The name of the first thing that can be chosen. */
    private static String first(FxRobot robot) {
        return robot.lookup("#searchBoxList").<Line>queryListView()
                .getItems()
                .stream()
                .filter(Line.Hit.class::isInstance)
                .map(line -> ((Line.Hit) line).offer().name())
                .findFirst()
                .orElse("");
    }

    private static String status(FxRobot robot) {
        return robot.lookup(".find-box-foot .label").queryAllAs(Label.class).stream().map(Label::getText).filter(
                text -> !text.equals("Close")).findFirst().orElse("");
    }
}
