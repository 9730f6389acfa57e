package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
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

/** Two runs side by side, from the check boxes and from a run's menu. */
@ShowsWindow
class CompareJourneyTest {

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
    void twoChosenAdhocRunsAreComparedByKeyboardAndWhatDiffersIsCopied() {
        hands.goTo(RunKind.ADHOC);
        hands.push(KeyCode.HOME);
        hands.push(KeyCode.SPACE);
        assertThat(hands.isSeen("#bulkCompare")).as("of one there is nothing to compare").isFalse();
        hands.push(KeyCode.DOWN);
        hands.push(KeyCode.SPACE);
        Hands.until(() -> hands.isSeen("#bulkCompare"));
        gallery.take("compare-0-bar");
        hands.press("#bulkCompare");
        Hands.until(() -> hands.says("#compareSummary").contains("differ of"));
        assertThat(hands.hasKeyboard("#compareFields")).isTrue();
        gallery.take("compare-1-adhoc");
        hands.push(KeyCode.TAB);
        hands.push(KeyCode.TAB);
        hands.push(KeyCode.TAB);
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> !hands.isSeen("#compareDialog"));
    }

    @Test
    void aRegularRunIsComparedWithTheOneBeforeInItsCycleAndDifferencesAloneAreCopied() {
        var run = hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isOpen(row) && row.run().label().endsWith(
                "Wholesale"));
        var label = app.wiring().services().store().find(run).orElseThrow().label();
        hands.press("#moreActions");
        assertThat(Hands.see(() -> Nodes.visible(robot, "#moreActions", MenuButton.class).getItems().stream()
                .filter(item -> "compareRun".equals(item.getId())).findFirst().orElseThrow().getText()))
                .startsWith("Compare with “Oct 2026 Wholesale”");
        hands.press("#compareRun");
        Hands.until(() -> hands.says("#compareSummary").contains("differ of"));
        var all = fields();
        gallery.take("compare-2-all");
        hands.press("#compareOnly");
        Hands.until(() -> fields() < all);
        gallery.takeDesigned("compare-3-only");
        hands.press("#compareCopy");
        assertThat(Hands.see(() -> Clipboard.getSystemClipboard().getString()).lines().toList()).hasSize(fields() + 1)
                .first().asString().startsWith("Field\tOct 2026 Wholesale").contains(label);
        hands.press("#compareClose");
        Hands.until(() -> !hands.isSeen("#compareDialog"));
    }

    private int fields() {
        return Hands.see(() -> Nodes.visible(robot, "#compareFields", TableView.class).getItems().size());
    }
}
