package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.BillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.WireRequest;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.ui.runlist.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole console on its own sandbox: a run is taken from open to finished by clicking, and watched on its way. */
class ConsoleJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(sandboxes::watching, "--sandbox-speed",
                "150", "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
        await().atMost(PATIENCE).until(() -> !table("#runsTable").getItems().isEmpty());
        new Hands(robot).dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aRegularRunGoesFromOpenToFinished() {
        var run = choose("#runsTable", row -> isOpen(row.run()) && isCloseable(row.run()));
        gallery.take("regular-1-open");
        step("Close and report", "regular-2-close");
        awaitReady("Draft invoices");
        gallery.take("regular-3-reported");
        step("Draft invoices", "regular-4-draft");
        awaitReady("Generate full invoices");
        gallery.take("regular-5-drafts-ready");
        step("Generate full invoices", "regular-6-full");
        awaitReady("Distribute and finalise");
        gallery.take("regular-7-full-ready");
        step("Distribute and finalise", "regular-8-distribute");
        awaitFinished(run);
        gallery.take("regular-9-finished");
        var path = run.path();
        assertThat(bodies(path)).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/billRunStatus\",\"value\":\"CLOSED\"},"
                        + "{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DRAFT_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"FULL_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(writes()).extracting(LoggedRequest::contentType).containsOnly(WireRequest.JSON_PATCH);
    }

    @Test
    void anAdhocRunGoesFromOpenToFinished() {
        robot.interact(() -> robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL));
        await().atMost(PATIENCE).until(() -> !table("#adhocTable").getItems().isEmpty());
        var run = choose("#adhocTable", row -> isOpen(row.run()));
        gallery.take("adhoc-1-open");
        step("Close and report", "adhoc-2-close");
        awaitReady("Generate full invoices");
        step("Generate full invoices", "adhoc-3-full");
        awaitReady("Distribute and finalise");
        gallery.take("adhoc-4-full-ready");
        step("Distribute and finalise", "adhoc-5-distribute");
        awaitFinished(run);
        gallery.take("adhoc-6-finished");
        assertThat(bodies(run.path())).containsExactly(
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"REPORTING\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"FULL_INVOICES\"}]",
                "[{\"op\":\"replace\",\"path\":\"/summaryStatus\",\"value\":\"DISTRIBUTION\"}]");
        assertThat(writes()).extracting(LoggedRequest::contentType).containsOnly(WireRequest.JSON_PATCH);
    }

    private RunKey choose(String tableId, Predicate<RunRow> wanted) {
        var table = table(tableId);
        var row = table.getItems().stream().filter(wanted).findFirst().orElseThrow();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row));
            table.scrollTo(row);
        });
        await().atMost(PATIENCE).until(() -> title().equals(row.run().label()));
        return row.key();
    }

    /** Presses the due button, takes the dialog's picture, types the name where one is asked for, and confirms. */
    private void step(String button, String picture) {
        robot.interact(() -> primary().fire());
        await().atMost(PATIENCE).until(() -> robot.lookup("#confirmButton").tryQuery().isPresent());
        gallery.take(picture);
        var name = Nodes.find(robot, "#confirmName", TextInputControl.class);
        Button confirm = robot.lookup("#confirmButton").queryButton();
        assertThat(confirm.getText()).startsWith(button);
        do {
            // An open run goes on changing while its pictures are taken; then the dialog shows the difference and the
            // operator has to confirm again.
            name.ifPresent(field -> robot.interact(() -> field.setText(title())));
            Nodes.find(robot, "#confirmReason", TextInputControl.class).ifPresent(
                    field -> robot.interact(() -> field.setText("Agreed with finance")));
            robot.clickOn(confirm);
            await().atMost(PATIENCE).until(() -> isOver() || isToBeConfirmedAgain());
        } while (!isOver());
    }

    private boolean isOver() {
        return robot.lookup("#confirmButton").tryQuery().isEmpty();
    }

    private boolean isToBeConfirmedAgain() {
        return Nodes.find(robot, "#error", Label.class)
                .filter(label -> label.getText().startsWith("The run has changed"))
                .isPresent() && !robot.lookup("#confirmButton").queryButton().getText().startsWith("Sending");
    }

    private void awaitReady(String nextStep) {
        await().atMost(PATIENCE)
                .until(() -> primary().getText().startsWith(nextStep) && !primary().isDisabled());
    }

    private void awaitFinished(RunKey run) {
        await().atMost(PATIENCE)
                .until(() -> Nodes.visible(robot, "#detailStatus", Label.class).getText().equals("Finalized"));
        var seen = app.wiring().desk().store().find(run).orElseThrow();
        assertThat(seen.status()).contains(RunStatus.Known.FINALIZED);
        assertThat(seen.stage()).contains(Known.FINISHED);
    }

    private Button primary() {
        return Nodes.visible(robot, "#actionPrimary", Button.class);
    }

    private String title() {
        return Nodes.find(robot, "#detailTitle", Label.class).map(Label::getText).orElse("");
    }

    private TableView<RunRow> table(String id) {
        return robot.lookup(id).queryTableView();
    }

    private static boolean isOpen(Run run) {
        return run.hasStatus(RunStatus.Known.OPEN)
                && run.isInStage(Known.PROPERTIES);
    }

    /** Within the window in which the sandbox lets a run be closed, by the cycle's own days. */
    private boolean isCloseable(Run run) {
        var names = app.wiring().desk().names();
        var today = LocalDate.now();
        return run instanceof BillRun regular && names.cycleOf(run)
                .flatMap(cycle -> regular.periodEnd()
                        .filter(end -> !today.isBefore(cycle.closeableFrom(end))
                                && !today.isAfter(cycle.closeableUntil(end))))
                .isPresent();
    }

    private List<LoggedRequest> writes() {
        return app.wiring().sandbox().log().writes();
    }

    private List<String> bodies(String path) {
        return writes().stream().filter(each -> each.path().endsWith(path)).map(LoggedRequest::body).toList();
    }
}
