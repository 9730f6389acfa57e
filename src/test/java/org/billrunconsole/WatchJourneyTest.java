package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.write.PatchOperation;
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
import org.testfx.util.WaitForAsyncUtils;

/** The whole console watching its sandbox while others work. */
class WatchJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

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
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(options.withDrift(false)), "--sandbox-speed", "4", "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
        until(() -> !table().getItems().isEmpty());
        new Hands(robot).dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aColleaguesStepIsNoticedAndNamed() {
        var run = choose(row -> row.run().isInStage(Known.DRAFT_INVOICES)
                && row.run().percentage().orElse(0) == 100);
        app.wiring().sandbox().otherOperator().patch(run,
                List.of(PatchOperation.replace("/summaryStatus", Known.FULL_INVOICES.wire())));
        until(() -> Nodes.find(robot, ".notice-title", Label.class)
                .filter(label -> label.getText().contains("changed"))
                .isPresent());
        gallery.take("watch-1-colleague");
        assertThat(app.wiring().services().analysis().history(run).timeline()).anyMatch(
                event -> event instanceof RunEvent.StageEntered entered
                        && entered.stage() == Known.FULL_INVOICES && entered.who() == RunEvent.Who.SOMEONE_ELSE);
    }

    private RunKey choose(Predicate<RunRow> wanted) {
        var row = table().getItems().stream().filter(wanted).findFirst().orElseThrow();
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(table().getItems().indexOf(row));
        });
        until(() -> Nodes.find(robot, "#detailTitle", Label.class)
                .filter(label -> label.getText().equals(row.run().label()))
                .isPresent());
        return row.key();
    }

    private TableView<RunRow> table() {
        return robot.lookup("#runsTable").queryTableView();
    }

    /** The window is looked at on its own thread: its parts may be half changed for anybody else. */
    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.waitForAsyncFx(60_000, condition));
    }
}
