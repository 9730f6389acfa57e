package org.billrunconsole.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.ConnectionKind;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlannedRun;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.domain.write.Origin;
import org.billrunconsole.runs.plan.Plans;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.HeldTasks;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.work.TaskRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class PlanSheetFxTest {

    private static final PlanGoal THROUGH = PlanGoal.RunThrough.FULL_INVOICES_READY;
    private static final PlanGoal DISTRIBUTE = new PlanGoal.OneStep(Action.DISTRIBUTE);

    /** What it is, what it does and where it ends, and the way on and out. */
    private static final String[] IN_VIEW = {"title", "lead", "problem", "cancelButton", "confirmButton"};

    private final SheetRuns runs = new SheetRuns();
    private ModalPane modal;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(modal), 1000, 680);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    private void open(FxRobot robot, ConnectionKind kind, PlanGoal goal, List<BillRun> chosen) {
        open(robot, kind, goal, chosen, new InlineTasks());
    }

    private void open(FxRobot robot, ConnectionKind kind, PlanGoal goal, List<BillRun> chosen, TaskRunner tasks) {
        runs.services.store().put(chosen);
        robot.interact(() -> new PlanSheets(runs.connection(kind), runs.services.store(), runs.preparation, runs.plans,
                runs.services.referenceData(), runs.runActions,
                () -> new Origin("billing.ops", "Elevate EU", "rest.example.com"), () -> Optional.of(modal), () -> 5,
                new Fxml(runs.messages.bundle()), runs.words, runs.messages, runs.sentences, runs.time,
                tasks, Runnable::run).open(goal, chosen.stream().map(BillRun::key).toList()));
    }

    private static List<BillRun> many() {
        var all = new ArrayList<BillRun>();
        all.add(SheetRuns.suspended(1));
        all.addAll(SheetRuns.open(2, 5));
        all.add(SheetRuns.invoiced(6, SheetRuns.POUNDS));
        all.add(SheetRuns.run(7, SheetRuns.EUROS, org.billrunconsole.domain.RunStatus.Known.OPEN,
                org.billrunconsole.domain.Stage.Known.PROPERTIES, 96_040, 12));
        all.addAll(SheetRuns.open(8, 24));
        return all;
    }

    private Button confirm(FxRobot robot) {
        return robot.lookup("#confirmButton").queryButton();
    }

    private void write(FxRobot robot, String field, String text) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).requestFocus());
        robot.write(text, 0);
    }

    @Test
    void tabGoesIntoTheRowInTheDialogToo(FxRobot robot) {
        open(robot, ConnectionKind.TEST, new PlanGoal.OneStep(Action.CLOSE), SheetRuns.open(1, 3));
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#sheetRuns").queryTableView();
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(1);
        });
        robot.push(KeyCode.TAB);
        var scene = robot.lookup("#sheetRuns").query().getScene();
        assertThat(scene.getFocusOwner()).isInstanceOf(CheckBox.class);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(scene.getFocusOwner()).isSameAs(robot.lookup("#sheetRuns").query());
    }

    @Test
    void aGuidedPlanIsSeenInEverySize(FxRobot robot) {
        open(robot, ConnectionKind.PRODUCTION, THROUGH, many());
        DialogSizes.look(scene, "plan-sheet", IN_VIEW);
    }

    @Test
    void theDistributionOfManyIsSeenInEverySize(FxRobot robot) {
        open(robot, ConnectionKind.PRODUCTION, DISTRIBUTE, List.of(SheetRuns.invoiced(1, SheetRuns.POUNDS),
                SheetRuns.invoiced(2, SheetRuns.POUNDS), SheetRuns.invoiced(3, SheetRuns.EUROS),
                SheetRuns.open(4), SheetRuns.invoiced(5, SheetRuns.POUNDS)));
        DialogSizes.look(scene, "plan-distribution", IN_VIEW);
    }

    @Test
    void aSpaceTakesARunOutAndTheButtonSaysHowManyAreLeft(FxRobot robot) {
        open(robot, ConnectionKind.TEST, THROUGH, SheetRuns.open(1, 3));
        assertThat(confirm(robot).getText()).isEqualTo("Run 3 runs through");
        robot.interact(() -> {
            var table = robot.lookup("#sheetRuns").queryTableView();
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        robot.push(KeyCode.SPACE);
        assertThat(confirm(robot).getText()).isEqualTo("Run 2 runs through");
        assertThat(robot.lookup("#sheetTotals").queryLabeled().getText()).isEqualTo("£4,000 of 2 runs");
        assertThat(robot.lookup("#sheetCounts").queryLabeled().getText()).isEqualTo("2 of 3 runs · 1 taken out");
    }

    @Test
    void aWarningWantsOneReasonForAllAndThenAClickStartsThePlan(FxRobot robot) {
        open(robot, ConnectionKind.TEST, THROUGH, List.of(SheetRuns.suspended(1), SheetRuns.open(2)));
        assertThat(confirm(robot).isDisabled()).isTrue();
        assertThat(robot.lookup("#problem").queryLabeled().getText()).contains("1 run warns");
        write(robot, "#sheetReason", "Agreed with finance");
        robot.clickOn(confirm(robot));
        assertThat(runs.plans.started()).singleElement().satisfies(plan -> assertThat(plan.runs()).extracting(
                PlannedRun::reason).containsExactly("Agreed with finance", ""));
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void aRunMayHaveAReasonOfItsOwn(FxRobot robot) {
        open(robot, ConnectionKind.TEST, THROUGH, List.of(SheetRuns.suspended(1), SheetRuns.suspended(2)));
        write(robot, "#sheetReason", "Agreed with finance");
        robot.interact(() -> ((Hyperlink) robot.lookup(".sheet-standing .hyperlink").queryAll().iterator().next())
                .fire());
        robot.write("Credit note follows", 0);
        robot.clickOn(confirm(robot));
        assertThat(runs.plans.started()).singleElement().satisfies(plan -> assertThat(plan.runs()).extracting(
                PlannedRun::reason).containsExactly("Credit note follows", "Agreed with finance"));
    }

    @Test
    void enterStartsNothingThatCannotBeUndone(FxRobot robot) {
        open(robot, ConnectionKind.TEST, THROUGH, SheetRuns.open(1, 3));
        robot.interact(() -> confirm(robot).requestFocus());
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.ALT, KeyCode.valueOf(WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> confirm(robot).getAccessibleHelp()).replace("Alt ", "")));
        assertThat(runs.plans.started()).isEmpty();
        robot.push(KeyCode.SPACE);
        assertThat(runs.plans.started()).hasSize(1);
    }

    @Test
    void enterStartsWhatCanBeUndoneOnATestSystem(FxRobot robot) {
        open(robot, ConnectionKind.TEST, new PlanGoal.OneStep(Action.CLOSE), SheetRuns.open(1, 3));
        robot.push(KeyCode.ENTER);
        assertThat(runs.plans.started()).hasSize(1);
    }

    @Test
    void distributionWaitsForTheCountAndTheTotalOfTheFirstCurrency(FxRobot robot) {
        open(robot, ConnectionKind.TEST, DISTRIBUTE, List.of(SheetRuns.invoiced(1, SheetRuns.POUNDS),
                SheetRuns.invoiced(2, SheetRuns.POUNDS), SheetRuns.invoiced(3, SheetRuns.EUROS)));
        assertThat(robot.lookup("#sheetTotals").queryLabeled().getText())
                .isEqualTo("£3,000 of 2 runs · €3,000 of 1 run");
        assertThat(robot.lookup("#totalLabel").queryLabeled().getText()).isEqualTo("Type the total in GBP");
        write(robot, "#distributionCount", "3");
        assertThat(confirm(robot).isDisabled()).isTrue();
        write(robot, "#distributionTotal", "3\u00a0000");
        assertThat(confirm(robot).isDisabled()).isFalse();
        robot.push(KeyCode.ENTER);
        assertThat(runs.plans.started()).isEmpty();
        robot.clickOn(confirm(robot));
        assertThat(runs.plans.started()).singleElement().satisfies(
                plan -> assertThat(plan.goal()).isEqualTo(DISTRIBUTE));
    }

    @Test
    void onAProductionSystemDistributionIsHeldBackAndCanBeCalledOff(FxRobot robot) {
        open(robot, ConnectionKind.PRODUCTION, DISTRIBUTE, List.of(SheetRuns.invoiced(1, SheetRuns.POUNDS)));
        write(robot, "#distributionCount", "1");
        write(robot, "#distributionTotal", "1000");
        robot.clickOn(confirm(robot));
        // On a busy machine a second may have gone by.
        assertThat(confirm(robot).getText()).matches("Goes out in [1-5] s");
        assertThat(robot.lookup("#cancelButton").queryButton().isFocused()).isTrue();
        robot.push(KeyCode.SPACE);
        assertThat(modal.isDisplay()).isFalse();
        assertThat(runs.plans.started()).isEmpty();
    }

    @Test
    void aReadOnlyConnectionLetsThePlanBeMadeAndCopiedButNotStarted(FxRobot robot) {
        runs.services.contextProvider().setReadOnlyConnection(true);
        open(robot, ConnectionKind.TEST, THROUGH, List.of(SheetRuns.suspended(1), SheetRuns.open(2)));
        assertThat(confirm(robot).isDisabled()).isTrue();
        assertThat(robot.lookup("#problem").queryLabeled().getText()).startsWith("Read-only connection");
        robot.clickOn("#sheetCopy");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains(
                "1\tNov 2026 Run 1\tProperties\t1000\tGBP\tWarning\t37 rental records are in suspense"));
    }

    @Test
    void aRefusalIsSaidInTheSheet(FxRobot robot) {
        runs.plans.refuse(Plans.Refusal.NOT_KEPT);
        open(robot, ConnectionKind.TEST, THROUGH, SheetRuns.open(1, 3));
        robot.clickOn(confirm(robot));
        assertThat(robot.lookup("#trouble").queryLabeled().getText()).contains("could not be written to the disk");
        assertThat(modal.isDisplay()).isTrue();
    }

    @Test
    void twoHundredRunsAreThereAtOnceAndOnlyWhatIsSeenIsDrawn(FxRobot robot) {
        open(robot, ConnectionKind.TEST, THROUGH, SheetRuns.open(1, 200));
        assertThat(robot.lookup("#sheetRuns").queryTableView().getItems()).hasSize(200);
        assertThat(robot.lookup(".sheet-standing").queryAll()).hasSizeBetween(1, 40);
    }

    @Test
    void whatTakesItsTimeIsSaidToBeOnItsWay(FxRobot robot) {
        var held = new HeldTasks();
        open(robot, ConnectionKind.TEST, THROUGH, SheetRuns.open(1, 3), held);
        await().untilAsserted(() -> assertThat(robot.lookup("#preparing").queryAs(VBox.class).isVisible()).isTrue());
        robot.interact(held::release);
        assertThat(robot.lookup("#preparing").queryAs(VBox.class).isVisible()).isFalse();
        assertThat(confirm(robot).isDisabled()).isFalse();
    }
}
