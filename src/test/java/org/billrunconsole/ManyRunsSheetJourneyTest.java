package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Runs are chosen in the list, looked through in a sheet, and led on by a plan. */
@ShowsWindow
class ManyRunsSheetJourneyTest {

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
        app = (ConsoleApp) FxToolkit.setupApplication(() -> new ConsoleApp(PlatformServices.real()
                .withSandbox(options -> sandboxes.watching(DialogsJourneyTest.still(options))), "--config-dir",
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
    void fromTheBoxesOverTheSheetToThePlan() throws Exception {
        hands.press("#status-open");
        robot.interact(() -> hands.seen("#runsTable").orElseThrow().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        Hands.until(() -> hands.seen("#bulk-close").isPresent());
        gallery.take("many-1-chosen");
        assertThat(hands.says("#bulkCount")).matches("\\d+ runs chosen");
        hands.press("#bulk-close");
        Hands.until(() -> hands.seen("#sheetReason").isPresent());
        robot.interact(() -> hands.seen("#sheetReason").orElseThrow().requestFocus());
        robot.write("Agreed with finance", 0);
        gallery.take("many-2-sheet");
        hands.press("#confirmButton");
        Hands.until(() -> hands.seen("#planSheet").isEmpty() && hands.seen("#runThrough").isPresent());
        Hands.until(() -> app.wiring()
                .sandbox()
                .log()
                .writes()
                .stream()
                .anyMatch(write -> write.status() == 200));
        var panel = robot.lookup("#runThrough").query();
        Hands.until(() -> isIn(panel, panel.getScene().getFocusOwner()));
        gallery.take("many-3-plan");
    }

    /** The keyboard is in the panel, not at the first control of the window. */
    private static boolean isIn(Node part, Node owner) {
        return owner != null && (owner == part || isIn(part, owner.getParent()));
    }
}
