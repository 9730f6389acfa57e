package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.lifecycle.Reason;
import org.billrunconsole.domain.plan.PlanGoal;
import org.billrunconsole.domain.plan.PlanPhase;
import org.billrunconsole.domain.plan.RunInPlan;
import org.billrunconsole.domain.plan.RunStanding;
import org.billrunconsole.domain.plan.RunVerdict.Outcome;
import org.billrunconsole.domain.plan.StopReason;
import org.billrunconsole.domain.write.Action;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.plan.panel.PanelParts;
import org.billrunconsole.ui.plan.panel.PanelSamples;
import org.billrunconsole.ui.plan.panel.PlanPanelModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The panel of a plan in the window, from its real FXML. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class PlanPanelFxTest {

    @RegisterExtension
    private final TestShell shell = new TestShell();
    private final PanelParts parts = new PanelParts();
    private PlanPanelModels models;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        shell.show(given, TestShell.production(), api -> PanelSamples.designed().forEach(
                run -> run.now().ifPresent(now -> api.put((BillRun) now))));
        models = parts.models(Runnable::run);
        shell.view.controller().follow(models, new Fxml(parts.messages.bundle()));

        parts.time.setClock(Duration.between(parts.time.instant(), PanelSamples.BEGAN));
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        shell.size(robot, 1440, 900);
    }

    private void put(FxRobot robot, PlanPhase phase, List<RunInPlan> runs) {
        robot.interact(() -> parts.plans.put(PanelSamples.through(phase, runs)));
        shell.settle();
    }

    private static Node seen(FxRobot robot, String query) {
        return Nodes.visible(robot, query, Node.class);
    }

    private static boolean isSeen(FxRobot robot, String query) {
        return Nodes.find(robot, query, Node.class).isPresent();
    }

    @Test
    void thePanelTakesTheTablesPlaceAndGivesItBack(FxRobot robot) {
        assertThat(isSeen(robot, "#runThrough")).isFalse();
        put(robot, PlanPhase.RUNNING, PanelSamples.designed());
        assertThat(seen(robot, "#runThrough").getBoundsInParent().getHeight()).isGreaterThan(500);
        assertThat(isSeen(robot, "#runsTable")).isFalse();
        new Gallery(stage).take("plan-running");
        robot.interact(() -> seen(robot, "#planTable").requestFocus());
        robot.type(KeyCode.ESCAPE);
        shell.settle();
        assertThat(isSeen(robot, "#runsTable")).isTrue();
        assertThat(seen(robot, "#runThrough").getBoundsInParent().getHeight()).isLessThan(60);
        new Gallery(stage).take("plan-folded");
        robot.interact(() -> Nodes.visible(robot, "#planFold", Button.class).fire());
        assertThat(isSeen(robot, "#runsTable")).isFalse();
    }

    @Test
    void inASmallWindowWordsAreCutAndNothingElse(FxRobot robot) {
        put(robot, PlanPhase.RUNNING, PanelSamples.designed());
        shell.size(robot, 800, 500);
        robot.interact(() -> Pictures.take(shell.scene, "plan-running-800x500"));
        for (var part : List.of("#planTitle", "#planPause", "#planStop", "#planResultsButton", "#planTable",
                "#planNeeds")) {
            var bounds = seen(robot, part).localToScene(seen(robot, part).getLayoutBounds());
            assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(800);
            assertThat(bounds.getMaxY()).as(part).isLessThanOrEqualTo(500);
        }
        assertThat(seen(robot, "#planTable").getLayoutBounds().getHeight()).isGreaterThan(100);
    }

    @Test
    void aRunThatNeedsSomebodyIsALinkToItsPane(FxRobot robot) {
        put(robot, PlanPhase.RUNNING, PanelSamples.designed());
        robot.interact(() -> robot.lookup("#planNeeds .hyperlink").queryAllAs(Hyperlink.class).iterator().next()
                .fire());
        shell.settle();
        assertThat(isSeen(robot, "#runsTable")).isTrue();
        assertThat(shell.model.regular().selectedProperty().get()).contains(RunKey.regular(5));
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Nov 2026 Wholesale");
    }

    @Test
    void enterOnARunGivesTheWordThatIsWaitedForOrLooksAtTheRun(FxRobot robot) {
        var proof = PanelSamples.run(3, "Nov 2026 Business", 1_284_350, Known.DRAFT_INVOICES, OptionalInt.empty(),
                new RunStanding.NeedsProof(Known.DRAFT_INVOICES));
        put(robot, PlanPhase.RUNNING, List.of(proof, PanelSamples.waiting(8, "Nov 2026 Residential", 3_911_020)));
        TableView<?> table = Nodes.visible(robot, "#planTable", TableView.class);
        robot.interact(() -> {
            table.requestFocus();
            table.getFocusModel().focus(0);
        });
        robot.type(KeyCode.ENTER);
        shell.settle();
        assertThat(seen(robot, "#planYes").isFocused()).isTrue();
        new Gallery(stage).take("plan-asking");
        robot.type(KeyCode.SPACE);
        assertThat(parts.plans.asked()).containsExactly("say done 3");
        robot.interact(() -> {
            table.requestFocus();
            table.getFocusModel().focus(1);
        });
        robot.type(KeyCode.ENTER);
        shell.settle();
        assertThat(shell.model.regular().selectedProperty().get()).contains(RunKey.regular(8));
    }

    @Test
    void theKeyboardReachesEveryButtonAndARowIsSaidAsAWhole(FxRobot robot) {
        put(robot, PlanPhase.RUNNING, PanelSamples.designed());
        var reached = new ArrayList<String>();
        robot.interact(() -> seen(robot, "#planFold").requestFocus());
        for (int i = 0; i < 6; i++) {
            reached.add(shell.scene.getFocusOwner().getId());
            robot.type(KeyCode.TAB);
        }
        assertThat(reached).startsWith("planFold", "planPause", "planStop", "planResultsButton", "planTable");
        assertThat(robot.lookup("#planTable .table-row-cell").queryAllAs(TableRow.class)
                .stream()
                .filter(row -> !row.isEmpty())
                .map(row -> (String) row.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .anyMatch(text -> text.startsWith("Nov 2026 Business, running, Close and report: done"));
    }

    @Test
    void stoppingIsAskedAboutInPlace(FxRobot robot) {
        put(robot, PlanPhase.RUNNING, PanelSamples.designed());
        robot.interact(() -> Nodes.visible(robot, "#planStop", Button.class).fire());
        shell.settle();
        assertThat(parts.plans.asked()).isEmpty();
        robot.interact(() -> Pictures.take(shell.scene, "plan-stop-asked"));
        robot.type(KeyCode.ESCAPE);
        assertThat(isSeen(robot, "#planQuestion")).isFalse();
        robot.interact(() -> Nodes.visible(robot, "#planStop", Button.class).fire());
        robot.interact(() -> Nodes.visible(robot, "#planYes", Button.class).fire());
        assertThat(parts.plans.asked()).containsExactly("stop");
    }

    @Test
    void aHeldPlanSaysSo(FxRobot robot) {
        robot.interact(() -> parts.plans.put(PanelSamples.of(PlanGoal.RunThrough.FULL_INVOICES_READY,
                PlanPhase.RUNNING, Optional.of(new Reason(Reason.Code.STALE, List.of())),
                PanelSamples.designed())));
        shell.settle();
        assertThat(Nodes.visible(robot, "#planHeldText", Label.class).getText()).contains("goes on by itself");
        new Gallery(stage).take("plan-held");
        put(robot, PlanPhase.PAUSED, PanelSamples.designed());
        assertThat(Nodes.visible(robot, "#planPause", Button.class).getText()).isEqualTo("Go on");
        new Gallery(stage).takeDesigned("plan-paused");
    }

    @Test
    void anEndedPlanShowsItsResultsWhichCanBeCopied(FxRobot robot) {
        var runs = new ArrayList<>(PanelSamples.designed().subList(0, 2));
        runs.addAll(PanelSamples.designed().subList(4, 6));
        runs.add(PanelSamples.ended(7, "Week 48 Payphones", 8_214, Known.REPORTING, Outcome.UNKNOWN,
                new StopReason.OutcomeUnknown(Action.DRAFT_INVOICES, Optional.empty())));
        runs.add(PanelSamples.ended(9, "=SUM(A1:A9)", 12, Known.PROPERTIES, Outcome.SKIPPED,
                StopReason.Plain.BY_OPERATOR));
        put(robot, PlanPhase.ENDED, runs);
        assertThat(isSeen(robot, "#resultsTable")).isTrue();
        new Gallery(stage).take("plan-results");
        shell.size(robot, 800, 500);
        robot.interact(() -> Pictures.take(shell.scene, "plan-results-800x500"));
        robot.interact(() -> Nodes.visible(robot, "#resultsCopy", Button.class).fire());
        var copied = new ArrayList<String>();
        robot.interact(() -> copied.add(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.getFirst().lines()).hasSize(7);
        assertThat(copied.getFirst()).startsWith("Run\tId\tOutcome\tWhy\tTook\tRevenue\tCurrency\tBegan\tEnded\n")
                .contains("\n'=SUM(A1:A9)\t9\tSkipped\t");
        robot.interact(() -> Nodes.visible(robot, "#planPutAway", Button.class).fire());
        shell.settle();
        assertThat(isSeen(robot, "#runsTable")).isTrue();
        assertThat(isSeen(robot, "#runThrough")).isFalse();
    }

    @Test
    void anInterruptedPlanIsTakenOnOnlyByTheOperator(FxRobot robot) {
        var left = new ArrayList<>(PanelSamples.designed().subList(0, 2));
        left.addAll(PanelSamples.designed().subList(6, 10));
        parts.plans.leaveBehind(PanelSamples.through(PlanPhase.INTERRUPTED, left));
        parts.unknown.add(RunKey.regular(7));
        robot.interact(() -> models.interrupted().look());
        shell.settle();
        assertThat(Nodes.visible(robot, "#interruptedBannerText", Label.class).getText()).isEqualTo("A plan of 6 runs "
                + "was interrupted; it was begun at 14:52: 2 done, 3 not begun. Nothing is sent until you say so.");
        new Gallery(stage).take("plan-interrupted-banner");
        robot.interact(() -> Nodes.visible(robot, "#interruptedLook", Button.class).fire());
        shell.settle();
        assertThat(seen(robot, "#interruptedClose").isFocused()).isTrue();
        assertThat(seen(robot, "#interruptedResume").isDisabled()).as("while an outcome is not known").isTrue();
        new Gallery(stage).take("plan-interrupted");
        shell.size(robot, 800, 500);
        robot.interact(() -> Pictures.take(shell.scene, "plan-interrupted-800x500"));
        parts.unknown.clear();
        robot.type(KeyCode.ENTER);
        assertThat(parts.plans.asked()).as("Enter resumes nothing").isEmpty();
        robot.interact(() -> robot.lookup("#interruptedLook").queryButton().fire());
        robot.interact(() -> models.interrupted().look());
        robot.interact(() -> Nodes.visible(robot, "#interruptedResume", Button.class).fire());
        shell.settle();
        assertThat(parts.plans.asked()).containsExactly("resume");
        assertThat(isSeen(robot, "#interruptedBanner")).isFalse();
        assertThat(isSeen(robot, "#interruptedResume")).isFalse();
    }

    @Test
    void aPlanOfThePastShowsItsResultsFromTheActivity(FxRobot robot) {
        var kept = PanelSamples.through(PlanPhase.ENDED, PanelSamples.designed().subList(0, 6));
        parts.plans.keep(kept);
        shell.services.activityLog().record(parts.time.instant(), "plan-ended", Map.of("plan",
                kept.plan().id().toString(), "goal", "FULL_INVOICES_READY", "runs", "6", "done", "4", "stopped", "2",
                "skipped", "0"));
        robot.interact(() -> shell.view.controller().selectTab(3));
        shell.settle();
        TableView<?> entries = Nodes.visible(robot, "#activityTable", TableView.class);
        await().until(() -> !entries.getItems().isEmpty());
        assertThat(isSeen(robot, "#showPlanResults")).isFalse();
        robot.interact(() -> entries.getSelectionModel().select(0));
        shell.settle();
        assertThat(Nodes.visible(robot, "#entry", TextArea.class).getText()).contains("Plan ended",
                "Goal: full invoices ready", "Runs: 6", "Stopped: 2").doesNotContain("Skipped",
                        kept.plan().id().toString());
        robot.interact(() -> Nodes.visible(robot, "#showPlanResults", Button.class).fire());
        shell.settle();
        assertThat(Nodes.visible(robot, "#resultsTitle", Label.class).getText()).startsWith("Run through · 6 runs");
        TableView<?> results = Nodes.visible(robot, "#resultsTable", TableView.class);
        assertThat(results.getItems()).hasSize(6);
        new Gallery(stage).take("plan-results-dialog");
        robot.type(KeyCode.ESCAPE);
        assertThat(isSeen(robot, "#planResultsDialog")).isFalse();
        robot.interact(() -> shell.view.controller().selectTab(0));
    }

    @Test
    void onlyTheRowsInSightExist(FxRobot robot) {
        robot.interact(() -> parts.plans.put(PanelSamples.many(400, 1)));
        shell.settle();
        assertThat(robot.lookup("#planTable .table-row-cell").queryAll()).hasSizeBetween(5, 40);
        var before = robot.lookup("#planTable .table-row-cell").queryAll();
        robot.interact(() -> parts.plans.put(PanelSamples.many(400, 2)));
        shell.settle();
        assertThat(robot.lookup("#planTable .table-row-cell").queryAll()).isEqualTo(before);
        robot.interact(() -> Theme.LIGHT.apply(shell.scene));
    }
}
