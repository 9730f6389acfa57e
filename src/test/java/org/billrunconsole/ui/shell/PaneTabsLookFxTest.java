package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pane's JSON is searched and its timeline filtered, with the keyboard, and both can be read in both looks. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class PaneTabsLookFxTest {

    private static final int TIMELINE = 3;
    private static final int JSON = 4;
    private static final RunKey RUN = RunKey.regular(10);

    @RegisterExtension
    private final TestShell shell = new TestShell();
    private Gallery gallery;

    @Start
    void start(Stage stage) {
        gallery = new Gallery(stage);
        shell.show(stage, TestShell.production(), api -> api.put(run(Known.DRAFT_INVOICES)));
    }

    private static BillRun run(Known stage) {
        return SampleRuns.named(SampleRuns.regular(10, RunStatus.Known.CLOSED, stage, OptionalInt.of(100)),
                "Nov 2026 Residential");
    }

    @BeforeEach
    void onTheRun(FxRobot robot) {
        shell.size(robot, 1440, 900);
        robot.interact(() -> {
            TableView<RunRow> table = robot.lookup("#runsTable").queryTableView();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        shell.settle();
    }

    @Test
    void theJsonIsSearchedByTheKeysOfASearch(FxRobot robot) {
        see(robot, JSON);
        var list = lines(robot);
        robot.interact(list::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(shell.scene.getFocusOwner().getId()).as("not the list's search").isEqualTo("jsonSearch");
        Typing.write(robot, shell.scene, "NAME");
        shell.settle();
        var count = count(robot);
        assertThat(count).startsWith("1 of ");
        assertThat(marks()).isNotEmpty();
        assertThat(currentMarks()).hasSize(1);
        robot.push(KeyCode.ENTER);
        shell.settle();
        assertThat(count(robot)).startsWith("2 of ");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        shell.settle();
        assertThat(count(robot)).as("from the first on to the last").isEqualTo(count.replace("1 of ", count.substring(
                "1 of ".length()) + " of "));
        assertThat(currentMarks()).as("in sight").hasSize(1).allSatisfy(mark -> assertThat(Nodes.isWhole(mark))
                .isTrue());
        assertReadable(robot, "#json");
        gallery.take("pane-json-search");
        robot.push(KeyCode.ESCAPE);
        shell.settle();
        assertThat(Nodes.visible(robot, "#jsonSearch", TextField.class).getText()).isEmpty();
        assertThat(shell.scene.getFocusOwner()).isSameAs(list);
        assertThat(marks()).isEmpty();
    }

    @Test
    void whatIsNotInTheJsonIsSaidAndTheButtonsRest(FxRobot robot) {
        see(robot, JSON);
        robot.interact(() -> Nodes.visible(robot, "#jsonSearch", TextField.class).setText("no such text"));
        shell.settle();
        assertThat(count(robot)).isEqualTo("Nothing matches");
        assertThat(Nodes.visible(robot, "#jsonNext", Button.class).isDisabled()).isTrue();
        assertThat(Nodes.visible(robot, "#jsonPrevious", Button.class).isDisabled()).isTrue();
        robot.interact(() -> Nodes.visible(robot, "#jsonSearch", TextField.class).clear());
    }

    @Test
    void theChosenLinesOfTheJsonAreCopied(FxRobot robot) {
        see(robot, JSON);
        var list = lines(robot);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().selectIndices(1, 2);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(String.join("\n",
                list.getItems().subList(1, 3))));
        assertReadable(robot, "#json");
        robot.interact(() -> list.getSelectionModel().clearSelection());
    }

    @Test
    void theTimelineShowsTheKindsThatAreWanted(FxRobot robot) {
        robot.interact(() -> {
            shell.time.advance(Duration.ofMinutes(1));
            shell.services.store().put(List.of(run(Known.FULL_INVOICES)));
            shell.services.notes().write(RUN, "Ask Müller before the invoices go out", Optional.empty());
        });
        see(robot, TIMELINE);
        assertThat(toggle(robot, "Note").getText()).isEqualTo("Notes 1");
        var all = rows(robot);
        assertThat(all).hasSizeGreaterThan(1);
        assertReadable(robot, "#detailPane");
        gallery.take("pane-timeline");
        robot.interact(() -> toggle(robot, "Note").requestFocus());
        robot.push(KeyCode.SPACE);
        shell.settle();
        assertThat(rows(robot)).singleElement().satisfies(row -> assertThat(row.getAccessibleText()).startsWith(
                "Notes. Note: Ask Müller before the invoices go out."));
        assertThat(Nodes.visible(robot, "#timelineCount", Label.class).getText()).isEqualTo("1 of " + all.size()
                + " entries shown");
        assertReadable(robot, "#detailPane");
        robot.interact(() -> {
            toggle(robot, "Note").fire();
            toggle(robot, "Error").fire();
        });
        shell.settle();
        assertThat(rows(robot)).isEmpty();
        assertThat(Nodes.visible(robot, "#timelineNothingText", Label.class).getText()).isEqualTo(
                "Nothing of that kind has happened to this run.");
        gallery.take("pane-timeline-no-match");
        Node showAll = Nodes.visible(robot, "#timelineAll", Node.class);
        robot.interact(showAll::requestFocus);
        robot.push(KeyCode.SPACE);
        shell.settle();
        assertThat(rows(robot)).hasSameSizeAs(all);
        assertThat(shell.scene.getFocusOwner().getId()).as("the link is gone").isEqualTo("timelineKindStep");
    }

    private void assertReadable(FxRobot robot, String part) {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> theme.apply(shell.scene));
            shell.settle();
            assertThat(Contrast.tooFaint(Nodes.visible(robot, part, Node.class))).as(theme.name()).isEmpty();
        }
    }

    private void see(FxRobot robot, int tab) {
        robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().select(tab));
        shell.settle();
    }

    private static ListView<String> lines(FxRobot robot) {
        return robot.lookup("#json").queryListView();
    }

    private static String count(FxRobot robot) {
        return Nodes.visible(robot, "#jsonCount", Label.class).getText();
    }

    private Set<Node> marks() {
        return shell.scene.getRoot().lookupAll(".json-mark");
    }

    private List<Node> currentMarks() {
        return marks().stream().filter(mark -> mark.getPseudoClassStates().stream().anyMatch(state -> state
                .getPseudoClassName().equals("current"))).toList();
    }

    private static List<Node> rows(FxRobot robot) {
        return List.copyOf(robot.lookup(".timeline-row").match(Nodes::isSeen).queryAll());
    }

    private static ToggleButton toggle(FxRobot robot, String kind) {
        return Nodes.visible(robot, "#timelineKind" + kind, ToggleButton.class);
    }
}
