package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import javafx.geometry.BoundingBox;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.billrunconsole.domain.BillingCycle;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.runs.plan.PlanPreparation;
import org.billrunconsole.runs.write.RunActions;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.kit.FoldingBar;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.plan.BulkBarViewModel;
import org.billrunconsole.ui.plan.BulkBars;
import org.billrunconsole.ui.plan.PlanSheetWords;
import org.billrunconsole.ui.runlist.RunListViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The bar that says what can be done with the runs that are chosen. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class BulkBarFxTest {

    private static final int OPEN = 40;

    @RegisterExtension
    private final TestShell shell = new TestShell();
    private final List<PlanGoal> asked = new ArrayList<>();
    private List<RunKey> listed = List.of();

    @Start
    void start(Stage stage) {
        shell.show(stage, TestShell.production(), BulkBarFxTest::put);
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, java.time.ZoneId.of("Europe/London"));
        var words = new PlanSheetWords(messages, formats, new Sentences(messages, formats),
                shell.services.referenceData());
        shell.view.controller().follow(new BulkBars(bar(shell.model.regular()), bar(shell.model.adhoc()), words,
                messages, new Fxml(messages.bundle())));
    }

    private BulkBarViewModel bar(RunListViewModel list) {
        var actions = new RunActions(shell.services.contextProvider(), shell.services.unanswered());
        var bar = new BulkBarViewModel(shell.services.store(), new PlanPreparation(actions, shell.services.analysis()),
                shell.services.referenceData(), actions, goal -> {
                    asked.add(goal);
                    listed = list.chosenAsListed();
                }, list::clearChosen, new InlineTasks(), Runnable::run);
        list.chosenProperty().subscribe(chosen -> bar.choose(chosen.keys(), chosen.hidden()));
        return bar;
    }

    private static void put(StubApi api) {
        api.put(List.of(new BillingCycle(3, "Monthly Business", Optional.of("GBP"), Optional.of("MONTHLY"),
                OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty(), Optional.of("DISABLED"),
                OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty())));
        for (int id = 1; id <= OPEN; id++) {
            api.put(SampleRuns.openRun(id));
        }
        api.put(SampleRuns.regular(101, RunStatus.Known.CLOSED, Known.REPORTING, OptionalInt.of(100)));
        api.put(SampleRuns.regular(102, RunStatus.Known.CLOSED, Known.DRAFT_INVOICES, OptionalInt.of(100)));
        api.put(SampleRuns.regular(103, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.of(100)));
        api.put(SampleRuns.adhoc(5, RunStatus.Known.OPEN, Known.PROPERTIES, OptionalInt.of(100)));
    }

    private void choose(FxRobot robot, long... ids) {
        robot.interact(() -> shell.model.regular().choose(LongStream.of(ids).mapToObj(RunKey::regular).toList()));
        shell.settle();
    }

    @AfterEach
    void large(FxRobot robot) {
        shell.size(robot, 1440, 900);
    }

    @Test
    void itIsThereWhileRunsAreChosenAndSaysWhatTheyBillAndWhichStepsTheyCanTake(FxRobot robot) {
        assertThat(robot.lookup("#bulkBar").queryAs(FoldingBar.class).isManaged()).isFalse();
        choose(robot, 1, 2, 103);
        assertThat(robot.lookup("#bulkCount").queryLabeled().getText()).isEqualTo("3 runs chosen");
        assertThat(robot.lookup("#bulkMoney").queryLabeled().getText()).isEqualTo("£3,853,050");
        assertThat(robot.lookup("#bulkBar .button").queryAllAs(Labeled.class)).filteredOn(Nodes::isSeen)
                .extracting(Labeled::getText)
                .containsExactly("Close and report (2)…", "Run through (2)…", "Distribute (1)…", "Clear");
        robot.clickOn("#bulkClear");
        assertThat(robot.lookup("#bulkBar").query().isVisible()).isFalse();
    }

    @Test
    void theDrawerGoesFromAboveTheButtonThatTheKeyboardComesTo(FxRobot robot) {
        shell.size(robot, 1000, 680);
        robot.interact(() -> shell.view.controller().lookAt(RunKey.regular(1)));
        choose(robot, 1, 2, 103);
        var drawer = robot.lookup(".drawer").query();
        assertThat(drawer.isVisible()).as("over the bar at first").isTrue();
        robot.interact(() -> robot.lookup("#bulkClear").query().requestFocus());
        assertThat(drawer.isVisible()).isFalse();
        assertThat(robot.lookup("#bulkClear").query().isFocused()).isTrue();
    }

    @Test
    void eachButtonAsksForItsSheetWithTheRunsAsTheListShowsThem(FxRobot robot) {
        choose(robot, 1, 101, 103, 102);
        robot.clickOn("#bulk-full-invoices");
        robot.clickOn("#bulkThrough");
        robot.clickOn("#bulkDistribute");
        assertThat(asked).containsExactly(new PlanGoal.OneStep(Action.FULL_INVOICES),
                PlanGoal.RunThrough.FULL_INVOICES_READY, new PlanGoal.OneStep(Action.DISTRIBUTE));
        assertThat(listed).isEqualTo(shell.model.regular()
                .shown()
                .stream()
                .map(row -> row.key())
                .filter(key -> List.of(1L, 101L, 102L, 103L).contains(key.id()))
                .toList());
    }

    @Test
    void theMenuOfAChosenRowIsAboutAllThatAreChosenAndOffersWhatTheBarOffers(FxRobot robot) {
        choose(robot, 1, 2, 103);
        robot.interact(() -> {
            var table = robot.lookup("#runsTable").queryAs(TableView.class);
            table.requestFocus();
            table.getFocusModel().focus(shell.model.regular().placeOf(RunKey.regular(103)));
        });
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(menu().getItems()).filteredOn(item -> item.getText() != null)
                .extracting(MenuItem::getText)
                .containsExactly("3 runs chosen", "Close and report (2)…", "Distribute (1)…", "Run through (2)…",
                        "Choose no run any more", "Copy 3 rows");
        robot.interact(() -> menu().getItems().stream().filter(item -> "menu-bulk-distribute".equals(item.getId()))
                .findFirst().orElseThrow().fire());
        assertThat(asked).containsExactly(new PlanGoal.OneStep(Action.DISTRIBUTE));
        robot.interact(() -> menu().hide());
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

    @Test
    void whatTheFilterHidesIsSaid(FxRobot robot) {
        choose(robot, 1, 2, 103);
        robot.interact(() -> shell.model.regular().filters().searchTextProperty().set("103"));
        shell.settle();
        assertThat(robot.lookup("#bulkCount").queryLabeled().getText()).startsWith("3 runs chosen, ");
    }

    @Test
    void runsThatCannotBeRunThroughSaySoWhereTheButtonStands(FxRobot robot) {
        choose(robot, 103);
        assertThat(robot.lookup("#bulkThrough").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#bulkProblem").queryAs(Label.class)).matches(Nodes::isSeen).extracting(
                Label::getText).asString().startsWith("Nothing to run through");
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "960, 600", "1000, 680", "1180, 700", "1440, 900"})
    void nothingOfItIsCutShortInAnySize(int width, int height, FxRobot robot) {
        choose(robot, 1, 2, 101, 102, 103);
        shell.size(robot, width, height);
        var window = new BoundingBox(0, 0, width, height);
        Parent bar = Nodes.visible(robot, "#bulkBar", Parent.class);
        assertThat(bar.lookupAll("*")).filteredOn(part -> part instanceof ButtonBase && Nodes.isSeen(part))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(part -> assertThat(window.contains(part.localToScene(part.getLayoutBounds()))).isTrue());
        for (var theme : Theme.values()) {
            robot.interact(() -> theme.apply(shell.scene));
            shell.settle();
            robot.interact(() -> Pictures.take(shell.scene, "bulk-bar-%s-%dx%d".formatted(
                    theme.name().toLowerCase(Locale.ROOT), width, height)));
        }
        robot.interact(() -> Theme.LIGHT.apply(shell.scene));
    }

    @Test
    void theRowsStayUnderTheHandWhenItComesAndGoes(FxRobot robot) {
        var before = placeOfRow(robot, 7);
        choose(robot, key(7));
        assertThat(robot.lookup("#bulkBar").queryAs(FoldingBar.class).isManaged()).isTrue();
        assertThat(placeOfRow(robot, 7)).isEqualTo(before);
        choose(robot);
        assertThat(placeOfRow(robot, 7)).isEqualTo(before);
    }

    private long key(int place) {
        return shell.model.regular().shown().get(place).key().id();
    }

    /** Where it is in the window, in pixels from the top. */
    private double placeOfRow(FxRobot robot, int index) {
        return robot.lookup("#runsTable .table-row-cell")
                .match((TableRow<?> row) -> row.getIndex() == index && Nodes.isSeen(row))
                .queryAs(TableRow.class)
                .localToScene(0, 0)
                .getY();
    }
}
