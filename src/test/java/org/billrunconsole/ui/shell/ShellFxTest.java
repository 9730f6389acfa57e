package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Connection;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.settings.LayoutMemory;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.ui.runlist.rows.Segment;
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

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ShellFxTest {

    @RegisterExtension
    private final TestShell window = new TestShell();
    @RegisterExtension
    private final TestServices services = window.services;
    private Scene scene;
    private ShellView view;
    private ShellViewModel shell;

    @Start
    void start(Stage stage) {
        var sandbox = new Connection("Practice", ConnectionKind.SANDBOX, URI.create("http://127.0.0.1:8080/v1"));
        window.show(stage, sandbox, api -> {
            for (int id = 1; id <= 8; id++) {
                api.put(SampleRuns.openRun(id));
            }
            api.put(SampleRuns.regular(9, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(62)));
            api.put(SampleRuns.regular(10, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.empty()));
            api.put(SampleRuns.regular(11, RunStatus.Known.FINALIZED, Known.FINISHED, OptionalInt.of(100)));
            api.put(SampleRuns.adhoc(1, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.of(41)));
        });
        scene = window.scene;
        view = window.view;
        shell = window.model;
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        size(robot, 1440, 900);
    }

    @Test
    void noControlReadsAnUnderscoreInANameAsAMnemonic(FxRobot robot) {
        robot.interact(() -> ((TableView<?>) scene.lookup("#runsTable")).getSelectionModel().select(0));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            var texts = scene.getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance).toList();
            assertThat(texts).hasSizeGreaterThan(20)
                    .noneMatch(text -> ((Labeled) text).isMnemonicParsing());
            var items = texts.stream()
                    .filter(MenuButton.class::isInstance)
                    .flatMap(menu -> ((MenuButton) menu).getItems().stream())
                    .toList();
            assertThat(items).hasSizeGreaterThan(5).noneMatch(MenuItem::isMnemonicParsing);
        });
    }

    @Test
    void rowsAreShownAndTheChosenOneFillsThePane(FxRobot robot) {
        TableView<?> table = robot.lookup("#runsTable").query();
        assertThat(table.getItems()).hasSize(10);
        Platform.runLater(() -> table.getSelectionModel().select(8));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(scene, "shell-stub"));
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Nov 2026 Business");
    }

    @Test
    void aRunThatTheFilterHidesLosesItsRowAndThePaneSaysSo(FxRobot robot) {
        TableView<?> table = choose(robot, 8);
        robot.interact(() -> shell.regular().filters().searchTextProperty().set("zzz"));
        assertThat(table.getSelectionModel().getSelectedIndices()).isEmpty();
        assertThat(Nodes.visible(robot, "#noRunText", Label.class).getText())
                .isEqualTo("“Nov 2026 Business” is hidden by the filter.");
        robot.interact(() -> Nodes.visible(robot, "#showHidden", Hyperlink.class).fire());
        assertThat(table.getSelectionModel().getSelectedItem()).isNotNull();
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Nov 2026 Business");
    }

    @Test
    void whereTheServerRemovesTheChosenRunItsNeighbourIsNotChosen(FxRobot robot) {
        TableView<?> table = choose(robot, 4);
        var chosen = shell.regular().selectedProperty().get().orElseThrow();
        robot.interact(() -> services.store().remove(List.of(chosen)));
        assertThat(table.getSelectionModel().getSelectedIndices()).isEmpty();
        assertThat(shell.regular().selectedProperty().get()).isEmpty();
        assertThat(Nodes.visible(robot, "#noRunText", Label.class).getText())
                .isEqualTo("“Nov 2026 Business” is no longer on the server.");
    }

    @Test
    void aSortThatTheValuesOutgrowIsSortedAgainAndTheChosenRowStaysInSight(FxRobot robot) {
        robot.interact(() -> services.store().put(LongStream.rangeClosed(1, 300).mapToObj(
                id -> SampleRuns.withRevenue(SampleRuns.openRun(id), OptionalLong.of(id))).toList()));
        TableView<RunRow> table = robot.lookup("#runsTable").query();
        robot.interact(() -> {
            shell.regular().filters().clear();
            sortBy(table, "revenue");
            table.getSelectionModel().clearAndSelect(3);
        });
        WaitForAsyncUtils.waitForFxEvents();
        var chosen = table.getSelectionModel().getSelectedItem();
        robot.interact(() -> services.store().put(List.of(SampleRuns.withRevenue(SampleRuns.openRun(chosen.key().id()),
                OptionalLong.of(5_000)))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(table.getItems().getLast()).isSameAs(chosen);
        assertThat(table.getSelectionModel().getSelectedItems()).singleElement().isSameAs(chosen);
        await().until(() -> robot.lookup(".table-row-cell")
                .<TableRow<?>>queryAll()
                .stream()
                .anyMatch(row -> row.getItem() == chosen && row.isVisible()));
    }

    @Test
    void rowsThatComeInAboveLeaveTheRowAtTheTopWhereItIsThoughTheyComeTwiceBeforeItIsDrawn(FxRobot robot) {
        robot.interact(() -> services.store().put(withRevenue(1, 300, 1_000)));
        TableView<RunRow> table = robot.lookup("#runsTable").query();
        robot.interact(() -> {
            shell.regular().filters().clear();
            sortBy(table, "revenue");
            table.getSelectionModel().clearSelection();
            table.scrollTo(100);
        });
        WaitForAsyncUtils.waitForFxEvents();
        VirtualFlow<?> flow = robot.from(table).lookup(".virtual-flow").query();
        var top = flow.getFirstVisibleCell().getItem();
        assertThat(flow.getFirstVisibleCell().getIndex()).isEqualTo(100);
        robot.interact(() -> {
            services.store().put(withRevenue(1_001, 1_100, 500));
            services.store().put(withRevenue(2_001, 2_080, 600));
            services.store().put(withRevenue(3_001, 3_070, 700));
        });
        WaitForAsyncUtils.waitForFxEvents();
        await().until(() -> flow.getFirstVisibleCell().getItem() == top);
    }

    private static List<BillRun> withRevenue(long from, long to, long more) {
        return LongStream.rangeClosed(from, to).mapToObj(id -> SampleRuns.withRevenue(SampleRuns.openRun(id),
                OptionalLong.of(id + more * 10_000))).toList();
    }

    @Test
    void downLeadsFromTheSearchIntoTheRowsItFoundAndEscEmptiesItFirst(FxRobot robot) {
        size(robot, 1000, 680);
        TableView<?> table = robot.lookup("#runsTable").query();
        robot.interact(() -> view.controller().focusSearch());
        robot.write("10").type(KeyCode.DOWN);
        assertThat(table.isFocused()).isTrue();
        assertThat(table.getSelectionModel().getSelectedIndices()).containsExactly(0);
        robot.type(KeyCode.ENTER);
        var drawer = robot.lookup(".drawer").query();
        assertThat(drawer.isVisible()).isTrue();
        robot.interact(() -> view.controller().focusSearch());
        robot.type(KeyCode.ESCAPE);
        assertThat(shell.regular().filters().searchTextProperty().get()).isEmpty();
        assertThat(drawer.isVisible()).as("the drawer is closed by the next Esc").isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(drawer.isVisible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"DIGIT1, #runsTable, #searchField", "DIGIT2, #adhocTable, #searchField",
            "DIGIT4, #activityTable, #activitySearch"})
    void aTabsKeyPutsTheKeyboardIntoItsTableAndTheSearchKeyIntoItsSearch(KeyCode digit, String table, String search,
            FxRobot robot) {
        robot.press(KeyCode.SHORTCUT, digit).release(digit, KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup(table).query());
        robot.press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        assertThat(scene.getFocusOwner()).isSameAs(Nodes.visible(robot, search, TextField.class));
    }

    @Test
    void theStatusBarSpeaksOfTheTabThatIsShown(FxRobot robot) {
        assertThat(text(robot, "#statusShown")).isEqualTo("10 of 11 shown");
        assertThat(text(robot, "#statusRunning")).isEqualTo("2 in progress");
        robot.interact(() -> view.controller().selectTab(1));
        assertThat(text(robot, "#statusShown")).isEqualTo("1 shown");
        assertThat(text(robot, "#statusRunning")).isEqualTo("1 in progress");
        robot.interact(() -> view.controller().selectTab(3));
        assertThat(text(robot, "#statusShown")).endsWith("entries shown");
        assertThat(robot.lookup("#statusRunning").query().isVisible()).isFalse();
    }

    @Test
    void theColumnsMenuStaysOpenForTheNextTick(FxRobot robot) {
        MenuButton columns = robot.lookup("#columnsButton").query();
        robot.clickOn(columns);
        TableView<?> table = robot.lookup("#runsTable").query();
        var cycle = column(table, "cycle");
        robot.clickOn("#column-cycle");
        assertThat(cycle.isVisible()).isFalse();
        robot.clickOn("#column-cycle");
        assertThat(cycle.isVisible()).isTrue();
        assertThat(columns.isShowing()).isTrue();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void theWidthOfThePaneIsRemembered(FxRobot robot) {
        SplitPane split = robot.lookup(".workspace").query();
        robot.interact(() -> split.setDividerPositions(0.5));
        WaitForAsyncUtils.waitForFxEvents();
        var left = view.controller().layout(Optional.empty());
        var width = split.getItems().get(1).getLayoutBounds().getWidth();
        assertThat(width).isGreaterThan(600);
        robot.interact(() -> split.setDividerPositions(0.65));
        robot.interact(() -> view.controller().restore(left));
        await().untilAsserted(() -> assertThat(split.getItems().get(1).getLayoutBounds().getWidth())
                .isCloseTo(width, within(2.0)));
    }

    @Test
    void inAWideWindowTheTableUsesTheRoom(FxRobot robot) {
        TableView<?> table = robot.lookup("#runsTable").query();
        size(robot, 1590, 900);
        WaitForAsyncUtils.waitForFxEvents();
        await().untilAsserted(() -> assertThat(table.getVisibleLeafColumns().stream().mapToDouble(
                TableColumn::getWidth).sum()).isBetween(table.getWidth() - 40, table.getWidth()));
        assertThat(column(table, "name").getWidth()).isGreaterThan(160);
    }

    @Test
    void inASmallWindowTheToolbarSaysByPictureWhatOtherwiseCutsItsWordsShort(FxRobot robot) {
        var refresh = robot.lookup("#refreshButton").queryButton();
        // The tests share the window, and each leaves its size to the next.
        size(robot, 1440, 900);
        await().until(() -> refresh.getContentDisplay() == ContentDisplay.LEFT);
        assertThat(robot.lookup("#searchKey").query().isVisible()).isTrue();
        size(robot, 1000, 680);
        await().until(() -> refresh.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY);
        assertThat(robot.lookup("#searchKey").query().isVisible()).isFalse();
        ComboBox<?> cycles = robot.lookup("#cycleFilter").query();
        await().until(() -> cycles.getWidth() >= cycles.getMinWidth());
        assertThat(cycles.getButtonCell().lookup(".text")).isInstanceOfSatisfying(Text.class,
                words -> assertThat(words.getText()).isEqualTo("Any cycle"));
    }

    @Test
    void aClickOnARowOpensTheDrawerWhereThePaneHasNoRoom(FxRobot robot) {
        size(robot, 1000, 680);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Nov 2026 Business");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Pictures.take(scene, "shell-drawer"));
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Nov 2026 Business");
    }

    @Test
    void columnsOrderFiltersAndTabComeBackAsTheyWereLeft(FxRobot robot) {
        TableView<?> table = robot.lookup("#runsTable").query();
        var columns = table.getColumns();
        robot.interact(() -> {
            shell.regular().filters().segmentProperty().set(Segment.CLOSED);
            shell.adhoc().filters().attentionProperty().set(true);
            column(table, "cycle").setVisible(false);
            column(table, "period").setPrefWidth(211);
            column(table, "name").setSortType(TableColumn.SortType.ASCENDING);
            sortBy(table, "name");
            move(table, 4, 2);
        });
        WaitForAsyncUtils.waitForFxEvents();
        var left = view.controller().layout(Optional.empty());
        var order = columns.stream().map(TableColumn::getId).toList();
        robot.interact(() -> {
            shell.regular().filters().clear();
            shell.adhoc().filters().clear();
            columns.forEach(column -> column.setVisible(true));
            move(table, 2, 4);
            table.getSortOrder().clear();
            view.controller().restore(left);
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(columns.stream().map(TableColumn::getId)).containsExactlyElementsOf(order);
        assertThat(view.controller().layout(Optional.empty())).isEqualTo(left);
        assertThat(shell.regular().filters().segmentProperty().get()).isEqualTo(Segment.CLOSED);
        assertThat(shell.adhoc().filters().attentionProperty().get()).isTrue();
        assertThat(left.tables().get("runsTable").columns()).anyMatch(column -> !column.shown());
        assertThat(left.tables().get("runsTable").sort())
                .containsExactly(new LayoutMemory.Sort("name", false));
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static TableView<?> choose(FxRobot robot, int row) {
        TableView<?> table = robot.lookup("#runsTable").query();
        robot.interact(() -> table.getSelectionModel().clearAndSelect(row));
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isNotEmpty();
        return table;
    }

    private static <T> void sortBy(TableView<T> table, String column) {
        table.getSortOrder().setAll(List.of(column(table, column)));
    }

    private static <T> TableColumn<T, ?> column(TableView<T> table, String id) {
        return table.getColumns().stream().filter(column -> id.equals(column.getId())).findFirst().orElseThrow();
    }

    private static <T> void move(TableView<T> table, int from, int to) {
        var column = table.getColumns().remove(from);
        table.getColumns().add(to, column);
    }

    private void size(FxRobot robot, double width, double height) {
        robot.interact(() -> {
            scene.getWindow().setX(0);
            scene.getWindow().setY(0);
            scene.getWindow().setWidth(width);
            scene.getWindow().setHeight(height);
        });
    }
}
