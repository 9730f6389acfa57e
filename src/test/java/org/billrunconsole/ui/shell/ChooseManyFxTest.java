package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.testkit.Nodes;
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

/** Many runs are chosen by mouse and keyboard, beside the one whose pane is shown. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ChooseManyFxTest {

    private static final int RUNS = 8;

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> {
            LongStream.rangeClosed(1, RUNS).forEach(id -> api.put(run(id, id * 100)));
            LongStream.rangeClosed(1, 3).forEach(id -> api.put(SampleRuns.adhoc(id, RunStatus.Known.OPEN,
                    Known.PROPERTIES, OptionalInt.empty())));
        });
        TableView<RunRow> table = table(window.scene.lookup("#runsTable"));
        table.getSortOrder().setAll(List.of(table.getColumns()
                .stream()
                .filter(column -> "revenue".equals(column.getId()))
                .findFirst()
                .orElseThrow()));
    }

    @Test
    void aBoxChoosesItsRunAndLeavesThePane(FxRobot robot) {
        clickRow(robot, 0);
        clickBox(robot, 2);
        clickBox(robot, 4);
        assertThat(chosen()).containsExactly(3L, 5L);
        assertThat(pane(robot)).isEqualTo("Run 1");
        clickBox(robot, 2);
        assertThat(chosen()).containsExactly(5L);
        assertThat(pane(robot)).isEqualTo("Run 1");
    }

    @Test
    void aPlainClickMovesThePaneAndLeavesWhatIsChosen(FxRobot robot) {
        clickBox(robot, 2);
        clickRow(robot, 5);
        assertThat(pane(robot)).isEqualTo("Run 6");
        assertThat(chosen()).containsExactly(3L);
    }

    @Test
    void clicksWithCtrlAndShiftChooseAndLeaveThePane(FxRobot robot) {
        clickRow(robot, 0);
        clickWith(KeyCode.CONTROL, cell(robot, 2, "name"), robot);
        clickWith(KeyCode.CONTROL, cell(robot, 6, "name"), robot);
        clickWith(KeyCode.CONTROL, cell(robot, 6, "name"), robot);
        assertThat(chosen()).containsExactly(3L);
        clickBox(robot, 3);
        clickWith(KeyCode.SHIFT, cell(robot, 6, "name"), robot);
        assertThat(chosen()).containsExactly(3L, 4L, 5L, 6L, 7L);
        clickWith(KeyCode.SHIFT, box(robot, 5), robot);
        assertThat(chosen()).containsExactly(3L, 4L, 5L, 6L);
        assertThat(pane(robot)).isEqualTo("Run 1");
        assertThat(table(robot).getSelectionModel().getSelectedIndices()).containsExactly(0);
    }

    @Test
    void aPressOnABoxIsTakenBackByLettingGoElsewhere(FxRobot robot) {
        robot.moveTo(box(robot, 2)).press(MouseButton.PRIMARY).moveTo(box(robot, 3)).release(MouseButton.PRIMARY);
        window.settle();
        assertThat(chosen()).isEmpty();
    }

    @Test
    void theKeyboardChoosesFromWhereItIsAndLeavesThePane(FxRobot robot) {
        clickRow(robot, 1);
        robot.type(KeyCode.SPACE);
        assertThat(chosen()).containsExactly(2L);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN).push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(chosen()).containsExactly(2L, 3L, 4L);
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertThat(chosen()).containsExactly(2L, 3L);
        assertThat(pane(robot)).isEqualTo("Run 2");
        robot.push(KeyCode.SHIFT, KeyCode.END);
        assertThat(chosen()).hasSize(RUNS - 1);
        robot.push(KeyCode.ENTER);
        assertThat(pane(robot)).as("Enter takes the pane to where the keyboard is").isEqualTo("Run 8");
        robot.type(KeyCode.SPACE);
        assertThat(chosen()).doesNotContain(8L);
    }

    @Test
    void allThatTheFilterShowsIsChosenByKeyWithoutTouchingTheSelection(FxRobot robot) {
        clickRow(robot, 3);
        var changes = new ArrayList<Object>();
        robot.interact(() -> table(robot).getSelectionModel().getSelectedIndices().addListener(
                (ListChangeListener<Integer>) changes::add));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(chosen()).hasSize(RUNS);
        assertThat(changes).isEmpty();
    }

    @Test
    void escEmptiesTheSearchFirstAndTheBoxesLast(FxRobot robot) {
        window.size(robot, 1000, 680);
        clickRow(robot, 1);
        assertThat(robot.lookup(".drawer").query().isVisible()).isTrue();
        robot.interact(() -> {
            window.model.regular().choose(List.of(RunKey.regular(2)));
            window.model.regular().filters().searchTextProperty().set("Run");
        });
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".drawer").query().isVisible()).isFalse();
        robot.type(KeyCode.ESCAPE);
        assertThat(window.model.regular().filters().searchTextProperty().get()).isEmpty();
        assertThat(chosen()).containsExactly(2L);
        robot.type(KeyCode.ESCAPE);
        assertThat(chosen()).isEmpty();
    }

    @Test
    void theBoxInTheHeaderShowsNoneSomeOrAllAndChoosesAllOrNone(FxRobot robot) {
        var all = robot.lookup("#chooseShown").queryAs(CheckBox.class);
        assertThat(all.isSelected() || all.isIndeterminate()).isFalse();
        clickBox(robot, 2);
        assertThat(all.isIndeterminate()).isTrue();
        robot.clickOn(all);
        assertThat(chosen()).hasSize(RUNS);
        assertThat(all.isSelected()).isTrue();
        assertThat(all.isIndeterminate()).isFalse();
        robot.clickOn(all);
        assertThat(chosen()).isEmpty();
        assertThat(all.isSelected() || all.isIndeterminate()).isFalse();
    }

    @Test
    void inASmallWindowChoosingOpensNoDrawer(FxRobot robot) {
        window.size(robot, 1000, 680);
        clickBox(robot, 1);
        clickWith(KeyCode.CONTROL, cell(robot, 2, "name"), robot);
        assertThat(chosen()).containsExactly(2L, 3L);
        assertThat(robot.lookup(".drawer").query().isVisible()).isFalse();
        clickRow(robot, 2);
        assertThat(robot.lookup(".drawer").query().isVisible()).isTrue();
    }

    @Test
    void aChosenRowIsToldByItsBoxItsLookAndInWords(FxRobot robot) {
        clickBox(robot, 2);
        assertThat(looksChosen(robot, 2)).isTrue();
        assertThat(looksChosen(robot, 3)).isFalse();
        assertThat(box(robot, 2).getAccessibleText()).isEqualTo("Run 3, chosen");
        assertThat(box(robot, 3).getAccessibleText()).isEqualTo("Run 4, not chosen");
        assertThat(check(robot, 2).isSelected()).isTrue();
        assertThat(check(robot, 3).isSelected()).isFalse();
    }

    @Test
    void rowsThatMoveTakeTheirCheckAndTheKeyboardWithThem(FxRobot robot) {
        clickRow(robot, 0);
        clickBox(robot, 1);
        robot.interact(() -> window.services.store().put(List.of(run(2, 5_000))));
        window.settle();
        assertThat(table(robot).getItems().getLast().key()).isEqualTo(RunKey.regular(2));
        assertThat(looksChosen(robot, 1)).isFalse();
        assertThat(looksChosen(robot, RUNS - 1)).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(chosen()).as("the key meets the run it was on").isEmpty();
    }

    @Test
    void theColumnStaysFirstAndAsWideAsItIs(FxRobot robot) {
        window.size(robot, 1590, 900);
        var boxes = table(robot).getColumns().getFirst();
        assertThat(boxes.getId()).isEqualTo("chosen");
        assertThat(boxes.getWidth()).isEqualTo(32);
        robot.interact(() -> {
            var columns = table(robot).getColumns();
            var last = columns.getLast();
            columns.setAll(Stream.concat(java.util.stream.Stream.of(last), columns.stream().filter(
                    column -> column != last)).toList());
        });
        window.settle();
        assertThat(columns(robot)).startsWith("chosen")
                .doesNotHaveDuplicates();
        robot.clickOn("#columnsButton");
        assertThat(robot.lookup("#column-name").tryQuery()).isPresent();
        assertThat(robot.lookup("#column-chosen").tryQuery()).as("nor can it be hidden").isEmpty();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void aLayoutOfTheVersionBeforeIsPutBackBehindTheBoxes(FxRobot robot) {
        var before = new LayoutMemory.Table(List.of(new LayoutMemory.Column("stage", 240, true),
                new LayoutMemory.Column("name", 180, true)), List.of(new LayoutMemory.Sort("name", false)));
        robot.interact(() -> window.view.controller().restore(new LayoutMemory(Optional.empty(),
                Map.of("runsTable", before), Map.of(), Optional.empty())));
        window.settle();
        assertThat(columns(robot)).startsWith("chosen", "stage", "name");
        assertThat(window.view.controller().layout(Optional.empty()).tables().get("runsTable").columns())
                .as("and it is not remembered, so that the version before still opens").extracting(
                        LayoutMemory.Column::id)
                .startsWith("stage", "name")
                .doesNotContain("chosen");
    }

    @Test
    void adHocRunsAreChosenAlike(FxRobot robot) {
        robot.interact(() -> window.view.controller().selectTab(1));
        window.settle();
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(window.model.adhoc().chosenProperty().get().size()).isEqualTo(3);
        assertThat(chosen()).as("in the other list").isEmpty();
        robot.type(KeyCode.ESCAPE);
        assertThat(window.model.adhoc().chosenProperty().get().isEmpty()).isTrue();
    }

    @Test
    void picturesOfChosenRuns(FxRobot robot) {
        clickRow(robot, 1);
        clickBox(robot, 1);
        clickBox(robot, 3);
        clickBox(robot, 4);
        for (var theme : Theme.values()) {
            robot.interact(() -> theme.apply(window.scene));
            window.size(robot, 1440, 900);
            robot.interact(() -> Pictures.take(window.scene, "chosen-" + theme + "-1440x900"));
            window.size(robot, 1000, 680);
            robot.interact(() -> Pictures.take(window.scene, "chosen-" + theme + "-1000x680"));
        }
        assertThat(chosen()).containsExactly(2L, 4L, 5L);
    }

    // ---- Hands and eyes

    private void clickRow(FxRobot robot, int place) {
        robot.clickOn(cell(robot, place, "name"));
        window.settle();
    }

    /** The headless platform's mouse knows nothing of the keys that are down meanwhile. */
    private void clickWith(KeyCode key, Node node, FxRobot robot) {
        robot.interact(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
                Event.fireEvent(node, new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, 1, key == KeyCode.SHIFT,
                        key == KeyCode.CONTROL, false, false, type == MouseEvent.MOUSE_PRESSED, false, false, true,
                        false, true, new PickResult(node, 1, 1)));
            }
        });
        window.settle();
    }

    private void clickBox(FxRobot robot, int place) {
        robot.clickOn(box(robot, place));
        window.settle();
    }

    private static TableCell<?, ?> box(FxRobot robot, int place) {
        return cell(robot, place, "chosen");
    }

    private static CheckBox check(FxRobot robot, int place) {
        return (CheckBox) box(robot, place).getGraphic();
    }

    private static TableCell<?, ?> cell(FxRobot robot, int place, String column) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> table(robot).lookupAll(".table-cell")
                .stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == place && cell.isVisible()
                        && column.equals(cell.getTableColumn().getId()))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> columns(FxRobot robot) {
        return table(robot).getColumns().stream().map(TableColumn::getId).toList();
    }

    private static boolean looksChosen(FxRobot robot, int place) {
        TableRow<?> row = box(robot, place).getTableRow();
        return row.getPseudoClassStates().contains(PseudoClass.getPseudoClass("chosen"));
    }

    private static String pane(FxRobot robot) {
        return Nodes.visible(robot, "#detailTitle", Label.class).getText();
    }

    private List<Long> chosen() {
        return window.model.regular().chosenProperty().get().keys().stream().map(RunKey::id).toList();
    }

    private static TableView<RunRow> table(FxRobot robot) {
        return table(robot.lookup("#runsTable").query());
    }

    @SuppressWarnings("unchecked")
    private static TableView<RunRow> table(Node node) {
        return (TableView<RunRow>) node;
    }

    private static BillRun run(long id, long revenue) {
        return SampleRuns.named(SampleRuns.withRevenue(SampleRuns.openRun(id), OptionalLong.of(revenue)), "Run " + id);
    }
}
