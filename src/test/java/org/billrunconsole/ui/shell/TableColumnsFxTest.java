package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Columns are found, shown, sorted by and copied. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class TableColumnsFxTest {

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> LongStream.rangeClosed(1, 6)
                .forEach(id -> api.put(SampleRuns.named(SampleRuns.withRevenue(SampleRuns.openRun(id),
                        OptionalLong.of(id % 2 * 100)), "Run " + id))));
    }

    @Test
    void aSearchNarrowsTheColumnsOffered(FxRobot robot) {
        robot.clickOn("#columnsButton");
        robot.write("SUSP");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".columns-chooser .check-box").queryAllAs(CheckBox.class)).filteredOn(Node::isVisible)
                .extracting(Node::getId)
                .containsExactlyInAnyOrder("column-suspense", "column-usage-suspense", "column-rental-suspense");
        robot.interact(() -> Pictures.take(robot.lookup("#columnsSearch").query().getScene(), "columns-menu-search"));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.SPACE);
        robot.interact(() -> {
            assertThat(column(robot, "usage-suspense").isVisible()).isTrue();
            assertThat(button(robot).isShowing()).as("the menu stays for the next").isTrue();
        });
        robot.push(KeyCode.ESCAPE);
        robot.interact(() -> assertThat(button(robot).isShowing()).isFalse());
    }

    @Test
    void aColumnIsMovedAndMadeWiderWithoutAMouse(FxRobot robot) {
        robot.clickOn("#columnsButton");
        robot.write("SUSP");
        robot.push(KeyCode.DOWN);
        var before = shown(robot);
        var place = before.indexOf("suspense");
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(shown(robot)).element(place - 1).isEqualTo("suspense");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(shown(robot)).isEqualTo(before);
        for (int i = 0; i < before.size(); i++) {
            robot.push(KeyCode.ALT, KeyCode.LEFT);
        }
        assertThat(shown(robot)).as("not past what cannot be moved").startsWith(before.getFirst());
        var width = width(robot, "suspense");
        robot.push(KeyCode.PLUS);
        assertThat(width(robot, "suspense")).isEqualTo(width + 16);
        robot.push(KeyCode.MINUS);
        assertThat(width(robot, "suspense")).isEqualTo(width);
        assertThat(column(robot, "suspense").isVisible()).isTrue();
    }

    private static List<String> shown(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> table(robot).getVisibleLeafColumns().stream().map(
                column -> String.valueOf(column.getId())).toList());
    }

    private static double width(FxRobot robot, String column) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> column(robot, column).getWidth());
    }

    @Test
    void rowsAreSortedBySeveralColumnsWithoutAMouse(FxRobot robot) {
        robot.interact(() -> {
            sortItem(robot, "sort-none").fire();
            sortItem(robot, "sort-revenue").fire();
            sortItem(robot, "sort-revenue").fire();
            sortItem(robot, "sort-name").fire();
        });
        window.settle();
        assertThat(window.model.regular().shown()).extracting(row -> row.key().id())
                .containsExactly(1L, 3L, 5L, 2L, 4L, 6L);
        assertThat(number(robot, "revenue")).isEqualTo("1↓");
        assertThat(number(robot, "name")).isEqualTo("2↑");
        robot.interact(() -> Pictures.take(window.scene, "sorted-by-two"));
        robot.interact(() -> Theme.DARK.apply(window.scene));
        window.size(robot, 1000, 680);
        robot.interact(() -> Pictures.take(window.scene, "sorted-by-two-dark-1000x680"));
        window.size(robot, 1440, 900);
        robot.interact(() -> sortItem(robot, "sort-revenue").fire());
        assertThat(column(robot, "name").getGraphic()).as("one column needs no number").isNull();
        assertThat(window.model.regular().shown()).extracting(row -> row.key().id())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void theChosenRowsAreCopiedElseTheSelectedOne(FxRobot robot) {
        robot.interact(() -> {
            table(robot).getColumns().forEach(column -> column.setVisible(List.of("name", "revenue")
                    .contains(column.getId())));
            table(robot).getSortOrder().setAll(List.of(column(robot, "name")));
            table(robot).requestFocus();
            table(robot).getSelectionModel().clearAndSelect(1);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("Name\tRevenue\nRun 2\t¤0\n");
        robot.interact(() -> window.model.regular().choose(List.of(RunKey.regular(5), RunKey.regular(3))));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("Name\tRevenue\nRun 3\t¤100\nRun 5\t¤100\n");
    }

    private static String clipboard(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
    }

    private static String number(FxRobot robot, String id) {
        return ((Label) column(robot, id).getGraphic()).getText();
    }

    private static MenuItem sortItem(FxRobot robot, String id) {
        return button(robot).getItems()
                .stream()
                .filter(item -> "sortMenu".equals(item.getId()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static MenuButton button(FxRobot robot) {
        return robot.lookup("#columnsButton").queryAs(MenuButton.class);
    }

    private static TableColumn<RunRow, ?> column(FxRobot robot, String id) {
        return table(robot).getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    private static TableView<RunRow> table(FxRobot robot) {
        return robot.lookup("#runsTable").query();
    }
}
