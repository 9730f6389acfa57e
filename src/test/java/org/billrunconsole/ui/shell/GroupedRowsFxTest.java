package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.GroupRow;
import org.billrunconsole.ui.runlist.rows.ListRow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Rows are grouped; their headers say how many there are and what they bill, and are worked by mouse and keyboard. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class GroupedRowsFxTest {

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> {
            api.put(List.of(new BillingCycle(3, "Monthly Business", Optional.of("GBP"), Optional.of("MONTHLY"),
                    OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), Optional.of("DISABLED"),
                    OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty())));
            LongStream.rangeClosed(1, 3).forEach(id -> api.put(SampleRuns.named(SampleRuns.withRevenue(
                    SampleRuns.openRun(id), OptionalLong.of(id * 100)), "Run " + id)));
            LongStream.rangeClosed(4, 5).forEach(id -> api.put(SampleRuns.named(SampleRuns.withRevenue(
                    SampleRuns.regular(id, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES), OptionalLong.of(id * 100)),
                    "Run " + id)));
        });
    }

    @BeforeEach
    void group(FxRobot robot) {
        robot.interact(() -> {
            window.model.regular().refresh();
            choice(robot, "group-status").fire();
            table(robot).getSortOrder().clear();
        });
        window.settle();
    }

    @Test
    void headersSayHowManyRunsThereAreAndWhatTheyBill(FxRobot robot) {
        assertThat(lines(robot)).containsExactly("Open", "1", "2", "3", "Closed", "4", "5");
        assertThat(header(robot, "Open").getAccessibleText()).isEqualTo("Group Open, 3 runs · £600, 0 chosen, shown");
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            robot.interact(() -> theme.apply(window.scene));
            for (var size : List.of(new double[]{1440, 900}, new double[]{1000, 680})) {
                window.size(robot, size[0], size[1]);
                robot.interact(() -> Pictures.take(window.scene, "grouped-%s-%.0fx%.0f".formatted(theme, size[0],
                        size[1])));
            }
        }
        window.size(robot, 1440, 900);
        robot.interact(() -> choice(robot, "group-none").fire());
        assertThat(lines(robot)).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void aRunThatChangesMovesToItsGroupAndTheSumsFollow(FxRobot robot) {
        robot.interact(() -> window.services.store().put(List.of(SampleRuns.with(SampleRuns.named(
                SampleRuns.withRevenue(SampleRuns.openRun(2), OptionalLong.of(1_000)), "Run 2"),
                RunStatus.Known.CLOSED, Known.REPORTING, OptionalLong.empty()))));
        window.settle();
        assertThat(lines(robot)).containsExactly("Open", "1", "3", "Closed", "2", "4", "5");
        assertThat(header(robot, "Open").getAccessibleText()).contains("2 runs · £400");
        assertThat(header(robot, "Closed").getAccessibleText()).contains("3 runs · £1,900");
    }

    @Test
    void theSelectedRowKeepsItsLineBelowHeadersWhileRunsChange(FxRobot robot) {
        robot.interact(() -> window.services.store().put(LongStream.rangeClosed(10, 80)
                .mapToObj(id -> SampleRuns.named(SampleRuns.openRun(id), "Run " + id))
                .toList()));
        window.settle();
        robot.interact(() -> {
            table(robot).scrollTo(0);
            table(robot).requestFocus();
        });
        robot.clickOn(row(robot, 3));
        window.settle();
        var line = row(robot, 3).localToScene(0, 0).getY();
        robot.interact(() -> window.services.store().put(List.of(SampleRuns.with(SampleRuns.openRun(70),
                RunStatus.Known.CLOSED, Known.REPORTING, OptionalLong.empty()))));
        window.settle();
        assertThat(row(robot, 3).localToScene(0, 0).getY()).isEqualTo(line);
    }

    @Test
    void theKeyboardGoesThroughHeadersCollapsesThemAndNeverSelectsOne(FxRobot robot) {
        robot.clickOn(row(robot, 2));
        robot.push(KeyCode.LEFT);
        assertThat(lines(robot)).containsExactly("Open", "Closed", "4", "5");
        assertThat(focused(robot)).isEqualTo("Open");
        assertThat(window.model.regular().selectedProperty().get()).as("the pane stays").contains(RunKey.regular(2));
        robot.push(KeyCode.DOWN);
        assertThat(focused(robot)).isEqualTo("Closed");
        assertThat(window.model.regular().selectedProperty().get()).contains(RunKey.regular(2));
        assertThat(table(robot).getSelectionModel().getSelectedItems()).isEmpty();
        robot.push(KeyCode.DOWN);
        assertThat(window.model.regular().selectedProperty().get()).contains(RunKey.regular(4));
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        assertThat(lines(robot)).containsExactly("Open", "1", "2", "3", "Closed", "4", "5");
        robot.push(KeyCode.LEFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        assertThat(focused(robot)).isEqualTo("1");
    }

    @Test
    void aHeaderChoosesItsWholeGroupAndRangesSkipIt(FxRobot robot) {
        robot.clickOn(row(robot, 4));
        robot.push(KeyCode.UP).push(KeyCode.SPACE);
        assertThat(chosen()).containsExactlyInAnyOrder(4L, 5L);
        assertThat(header(robot, "Closed").getAccessibleText()).contains("2 chosen");
        robot.interact(() -> window.model.regular().clearChosen());
        robot.clickOn(row(robot, 3));
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(chosen()).containsExactlyInAnyOrder(3L, 4L);
        robot.clickOn(header(robot, "Open").lookup(".check-box"));
        assertThat(chosen()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        robot.clickOn(header(robot, "Open").lookup(".group-header .strong"));
        assertThat(lines(robot)).containsExactly("Open", "Closed", "4", "5");
        assertThat(chosen()).as("hiding rows leaves them chosen").contains(1L);
    }

    @Test
    void aRunThatIsLookedForComesOutOfItsCollapsedGroup(FxRobot robot) {
        robot.interact(() -> {
            window.model.regular().toggle(window.model.regular().groups().getFirst().key());
            window.model.regular().find(RunKey.regular(2));
        });
        window.settle();
        assertThat(lines(robot)).contains("2");
    }

    @Test
    void theGroupingIsRemembered(FxRobot robot) {
        var left = window.view.controller().layout(Optional.empty());
        assertThat(left.tables().get("runsTable").group()).contains("status");
        robot.interact(() -> {
            choice(robot, "group-none").fire();
            window.view.controller().restore(left);
        });
        assertThat(window.model.regular().groups()).hasSize(2);
    }

    private List<Long> chosen() {
        return window.model.regular().chosenProperty().get().keys().stream().map(RunKey::id).toList();
    }

    private static String focused(FxRobot robot) {
        return name(table(robot).getFocusModel().getFocusedItem());
    }

    private static List<String> lines(FxRobot robot) {
        return table(robot).getItems().stream().map(GroupedRowsFxTest::name).toList();
    }

    private static String name(ListRow line) {
        return switch (line) {
            case RunRow run -> Long.toString(run.key().id());
            case GroupRow group -> group.key().label();
        };
    }

    private static Node row(FxRobot robot, long id) {
        return find(robot, row -> row instanceof RunRow run && run.key().id() == id).lookup(".strong");
    }

    private static Node header(FxRobot robot, String label) {
        return find(robot, row -> row instanceof GroupRow group && group.key().label().equals(label));
    }

    private static Node find(FxRobot robot, java.util.function.Predicate<Object> wanted) {
        return robot.lookup("#runsTable .table-row-cell")
                .match(node -> node instanceof TableRow<?> row && node.isVisible() && wanted.test(row.getItem()))
                .query();
    }

    private static MenuItem choice(FxRobot robot, String id) {
        return robot.lookup("#columnsButton")
                .queryAs(MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> "groupMenu".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static TableView<ListRow> table(FxRobot robot) {
        return robot.lookup("#runsTable").query();
    }
}
