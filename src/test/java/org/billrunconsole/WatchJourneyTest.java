package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.history.RunEvent;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole console watching its sandbox while others work. */
@ShowsWindow
class WatchJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
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
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aColleaguesStepIsNoticedAndNamed() {
        var run = hands.choose(RunKind.REGULAR, row -> row.run().isInStage(Known.DRAFT_INVOICES)
                && row.run().percentage().orElse(0) == 100);
        app.wiring().sandbox().otherOperator().patch(run,
                List.of(PatchOperation.replace("/summaryStatus", Known.FULL_INVOICES.wire())));
        Hands.until(() -> Nodes.find(robot, ".notice-title", Label.class)
                .filter(label -> label.getText().contains("changed"))
                .isPresent());
        gallery.take("watch-1-colleague");
        assertThat(app.wiring().services().analysis().history(run).timeline()).anyMatch(
                event -> event instanceof RunEvent.StageEntered entered
                        && entered.stage() == Known.FULL_INVOICES && entered.who() == RunEvent.Who.SOMEONE_ELSE);
    }
}
