package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The main window at the sizes of the design, and at those of small and scaled screens: nothing is cut off. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ShellSizesFxTest {

    @RegisterExtension
    private final TestShell shell = new TestShell();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), ShellSizesFxTest::put);
    }

    private static void put(StubApi api) {
        for (int id = 1; id <= 8; id++) {
            api.put(SampleRuns.openRun(id));
        }
        api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
        api.put(SampleRuns.regular(10, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.empty()));
        api.put(SampleRuns.regular(11, RunStatus.Known.FINALIZED, Known.FINISHED, OptionalInt.of(100)));
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        shell.size(robot, 1440, 900);
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "960, 600", "1000, 680", "1180, 700", "1440, 900"})
    void everyControlOfTheBarsStandsWithinTheWindow(int width, int height, FxRobot robot) {
        shell.size(robot, width, height);
        var window = new BoundingBox(0, 0, width, height);
        assertThat(shell.scene.getRoot().minWidth(-1)).isLessThanOrEqualTo(width);
        for (var tab = 0; tab < 4; tab++) {
            var shown = tab;
            robot.interact(() -> shell.view.controller().selectTab(shown));
            shell.settle();
            for (var bar : List.of(".connection-bar", ".list-toolbar", ".status-bar")) {
                Parent there = Nodes.visible(robot, bar, Parent.class);
                assertThat(controls(there)).as("%s of tab %s", bar, tab).isNotEmpty().allSatisfy(part -> {
                    assertThat(window.contains(part)).as("%s in %s", part, window).isTrue();
                });
            }
        }
        robot.interact(() -> shell.view.controller().selectTab(0));
        picture(robot, "shell-sizes");
    }

    @Test
    void inTheSmallestWindowOnlyTheTableScrollsSideways(FxRobot robot) {
        shell.size(robot, 800, 500);
        TableView<?> table = robot.lookup("#runsTable").query();
        await().untilAsserted(() -> assertThat(table.getWidth()).isEqualTo(800));
        assertThat(table.lookupAll(".scroll-bar"))
                .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
                .singleElement()
                .matches(Node::isVisible);
        robot.interact(() -> table.scrollToColumnIndex(7));
        shell.settle();
        var last = robot.lookup("#runsTable .column-header").match(node -> "suspense".equals(node.getId())).query();
        assertThat(inWindow(last).getMaxX()).isLessThanOrEqualTo(800);
    }

    @Test
    void inAWideWindowColumnsGrowByWhatTheyHold(FxRobot robot) {
        robot.interact(() -> shell.services.store().put(List.of(SampleRuns.named(SampleRuns.openRun(1),
                "November 2026 Business North-West"))));
        shell.size(robot, 1590, 900);
        await().untilAsserted(() -> assertThat(robot.lookup("#runsTable .table-cell")
                .queryAll()
                .stream()
                .filter(TableCell.class::isInstance)
                .map(TableCell.class::cast)
                .filter(cell -> !cell.isEmpty() && "name".equals(cell.getTableColumn().getId()))
                .map(cell -> ((Text) cell.lookup(".text")).getText())).contains("November 2026 Business North-West"));
        picture(robot, "shell-wide");
    }

    @Test
    void allTabsOfThePaneAreThereWhereItIsAsNarrowAsItCanBe(FxRobot robot) {
        choose(robot);
        SplitPane split = robot.lookup(".workspace").query();
        robot.interact(() -> split.setDividerPositions(1));
        shell.settle();
        var pane = inWindow(Nodes.visible(robot, "#detailPane", Node.class));
        assertThat(pane.getWidth()).isBetween(359.0, 361.0);
        assertThat(robot.lookup(".pane-tabs .tab").queryAllAs(Node.class)).hasSize(5)
                .allSatisfy(tab -> assertThat(pane.contains(inWindow(tab))).as(tab.toString()).isTrue());
        robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().selectLast());
        shell.settle();
        assertThat(robot.lookup(".pane-tabs .tab").queryAllAs(Node.class)).allSatisfy(
                tab -> assertThat(pane.contains(inWindow(tab))).as("with the last one chosen: " + tab).isTrue());
        picture(robot, "shell-narrow-pane");
        for (var part : List.of("#copyJson", "#saveJson", "#json")) {
            assertThat(pane.contains(inWindow(Nodes.visible(robot, part, Node.class)))).as(part).isTrue();
        }
        robot.interact(() -> {
            robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().selectFirst();
            split.setDividerPositions(1 - 440 / split.getWidth());
        });
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "1000, 680"})
    void theButtonThatClosesTheDrawerStandsBesideTheLongestName(int width, int height, FxRobot robot) {
        robot.interact(() -> shell.services.store().put(List.of(SampleRuns.named(SampleRuns.openRun(2),
                "November 2026 Business North-West with all its branches and subsidiaries"))));
        shell.size(robot, width, height);
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#runsTable").query();
            table.getSelectionModel().clearAndSelect(1);
            shell.view.controller().openPane();
        });
        shell.settle();
        var close = inWindow(Nodes.visible(robot, ".drawer-close", Node.class));
        assertThat(close.getWidth()).isGreaterThan(24);
        assertThat(close.getMaxX()).isLessThan(width);
        for (var part : List.of("#detailTitle", "#detailStatus", "#actionPrimary")) {
            assertThat(close.intersects(inWindow(Nodes.visible(robot, part, Node.class)))).as(part).isFalse();
        }
        picture(robot, "shell-drawer");
    }

    @ParameterizedTest
    @CsvSource({"800", "1000", "1200", "1440"})
    void whatTheSearchAsksForIsReadInFull(int width, FxRobot robot) {
        shell.size(robot, width, 680);
        var field = robot.lookup("#searchField").queryAs(TextField.class);
        var prompt = robot.from(field)
                .lookup(".text")
                .<Text>queryAll()
                .stream()
                .filter(text -> text.getText().equals(field.getPromptText()))
                .findFirst()
                .orElseThrow();
        var room = inWindow(prompt.getParent());
        assertThat(room.contains(inWindow(prompt))).as("%s in %s", inWindow(prompt), room).isTrue();
        assertThat(inWindow(field).contains(inWindow(prompt))).isTrue();
    }

    private static void choose(FxRobot robot) {
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#runsTable").query();
            table.getSelectionModel().clearAndSelect(8);
        });
    }

    @ParameterizedTest
    @CsvSource({"800", "1000", "1440"})
    void theAddressIsShownInFullEvenWhilePaused(int width, FxRobot robot) {
        shell.size(robot, width, 680);
        ToggleButton pause = robot.lookup("#pauseButton").query();
        robot.interact(pause::fire);
        shell.settle();
        assertThat(words(robot, "#address")).isEqualTo("rest.elevatebilling.com/v1");
        assertThat(words(robot, "#liveState")).startsWith("Paused").doesNotContain("…", "...");
        picture(robot, "shell-paused");
        robot.interact(pause::fire);
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "1000, 680", "1440, 900"})
    void atMostThreeNoticesStandAtTheRightAndCoverNothing(int width, int height, FxRobot robot) {
        shell.size(robot, width, height);
        choose(robot);
        robot.interact(() -> {
            shell.view.controller().openPane();
            shell.view.controller().keepNotice(_ -> kept());
            for (int i = 1; i <= 5; i++) {
                shell.model.tell("Oct 2026 Residential: notice " + i,
                        "Distribution to archiving took 38 min. £3,804,771 billed.", Tone.SUCCESS);
            }
        });
        shell.settle();
        picture(robot, "shell-notices");
        var notices = robot.lookup("#noticeArea").queryParent().getChildrenUnmodifiable().stream().map(
                ShellSizesFxTest::inWindow).toList();
        assertThat(notices).hasSize(3);
        assertThat(robot.lookup(".notice-title").queryAllAs(Label.class)).extracting(Label::getText).containsExactly(
                "Oct 2026 Residential: notice 4", "Oct 2026 Residential: notice 5");
        assertThat(robot.lookup(".notice-text .text").queryAllAs(Text.class)).extracting(Text::getText).hasSize(2)
                .allSatisfy(text -> assertThat(text.replace('\n', ' ')).endsWith("billed."));
        assertThat(notices.getLast().getMaxX()).isEqualTo(width - 16);
        for (var query : List.of("#runsTable", "#detailPane", "#actionReason", ".status-bar")) {
            var there = inWindow(Nodes.visible(robot, query, Node.class));
            assertThat(notices).as(query).allSatisfy(notice -> {
                assertThat(notice.intersects(there)).as("%s and %s", notice, there).isFalse();
                assertThat(new BoundingBox(0, 0, width, height).contains(notice)).isTrue();
            });
        }
        robot.lookup(".notice").queryAll().forEach(robot::clickOn);
        assertThat(robot.lookup(".notice").queryAll()).isEmpty();
    }

    /** What a label really shows, which ends in dots where it has no room. */
    private static String words(FxRobot robot, String query) {
        return ((Text) robot.lookup(query).queryAs(Label.class).lookup(".text")).getText();
    }

    /** Like the welcome of the first start, it does not become narrower than its words. */
    private static Label kept() {
        var label = new Label("This one stays");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static List<Bounds> controls(Parent bar) {
        return bar.getChildrenUnmodifiable()
                .stream()
                .filter(Node::isManaged)
                .filter(Node::isVisible)
                .map(ShellSizesFxTest::inWindow)
                .toList();
    }

    private static Bounds inWindow(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private void picture(FxRobot robot, String name) {
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> theme.apply(shell.scene));
            shell.settle();
            robot.interact(() -> Pictures.take(shell.scene, "%s-%s-%dx%d".formatted(name, theme.name().toLowerCase(
                    Locale.ROOT), (int) shell.scene.getWidth(), (int) shell.scene.getHeight())));
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
