package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
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

/** Somebody takes the last lines out of the journal while the console runs. */
@ShowsWindow
class CutJournalJourneyTest {

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
                options -> sandboxes.watching(DialogsJourneyTest.still(options)), "--config-dir",
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
    void isSaidInRedAndInPlainWords() throws IOException {
        var activityLog = app.wiring().services().activityLog();
        for (var i = 0; i < 8; i++) {
            activityLog.record(Instant.now(), "changes-switched-on", Map.of("reason", "month end " + i));
        }
        robot.interact(() -> robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().selectLast());
        hands.press("#verifyButton");
        Hands.until(() -> hands.says("#verdict").startsWith("All "));
        assertThat(isShown("#verdictBanner")).isFalse();
        assertThat(isShown("#damageBanner")).isFalse();
        gallery.take("journal-1-intact");

        var file = journal();
        var lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 2));
        // Not by the mouse: after the pictures the window may still be on its way to its size.
        robot.interact(() -> robot.lookup("#verifyButton").queryButton().fire());
        Hands.until(() -> isShown("#verdictBanner") && isShown("#damageBanner"));
        assertThat(hands.says("#verdictText")).isEqualTo("Lines are missing: %s, after line %d. They had been written."
                .formatted(file.getFileName(), lines.size() - 2));
        assertThat(hands.says("#damageText")).startsWith("Lines are missing in the journal: ");
        assertThat(hands.says("#verdict")).isEmpty();
        gallery.take("journal-2-cut");

        robot.interact(() -> robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().selectFirst());
        gallery.take("journal-3-cut-seen-elsewhere");
        hands.press("#damageShow");
        Hands.until(() -> isShown("#verdictBanner"));
    }

    private boolean isShown(String query) {
        return hands.isSeen(query);
    }

    private Path journal() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith("journal-")).findFirst().orElseThrow();
        }
    }
}
