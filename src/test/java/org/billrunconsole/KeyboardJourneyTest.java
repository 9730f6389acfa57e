package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.api.LoggedRequest;
import org.billrunconsole.settings.Folders;
import org.billrunconsole.settings.SettingsStore;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.kit.look.ScaledContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A whole close worked with the keyboard alone: the run found in the box, each step asked for by key or in the box. */
@ShowsWindow
class KeyboardJourneyTest {

    /** A dialog has fewer controls. */
    private static final int MOST_STOPS = 25;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private Stage stage;
    private ConsoleApp app;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(options.withDrift(false)), "--sandbox-speed", "150", "--config-dir",
                folder.toString()));
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aRunIsFoundClosedInvoicedAndDistributedWithoutTheMouse() {
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        var run = hands.rows(RunKind.REGULAR).stream().filter(row -> DialogsJourneyTest.isOpen(row)
                && app.wiring().sandbox().run(row.key()).closeable()).findFirst().orElseThrow();
        var name = run.run().label();
        inTheBox(name);
        Hands.until(() -> hands.says("#detailTitle").equals(name));
        inTheBox("close and report");
        confirm(name, "Close and report");
        awaitReady("Draft invoices");
        // The due step's own key.
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        confirm(name, "Draft invoices");
        awaitReady("Generate full invoices");
        inTheBox("generate full");
        confirm(name, "Generate full invoices");
        awaitReady("Distribute and finalise");
        hands.push(KeyCode.CONTROL, KeyCode.ENTER);
        confirm(name, "Distribute and finalise");
        Hands.until(() -> hands.seen("#detailStatus")
                .map(Label.class::cast)
                .filter(status -> status.getText().equals("Finalized"))
                .isPresent());
        assertThat(app.wiring().sandbox().log().writes().stream().filter(each -> each.path().endsWith(run.key().path()))
                .map(LoggedRequest::body)).hasSize(4);
        hands.push(KeyCode.F1);
        Hands.until(() -> hands.isSeen("#keyOverlay"));
        new Gallery(stage).take("keyboard-1-keys");
    }

    @Test
    void everythingIsShownLargerByKeyAndTheKeyboardStaysWhereItWas() {
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        hands.push(KeyCode.CONTROL, KeyCode.F);
        var owner = Hands.see(() -> stage.getScene().getFocusOwner());
        hands.push(KeyCode.CONTROL, KeyCode.PLUS);
        hands.push(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(Hands.see(() -> stage.getScene().getRoot())).isInstanceOf(ScaledContent.class);
        assertThat(Hands.see(() -> stage.getScene().getFocusOwner())).isSameAs(owner);
        new Gallery(stage).take("keyboard-2-larger");
        hands.push(KeyCode.CONTROL, KeyCode.MINUS);
        Hands.until(() -> new SettingsStore(Folders.within(folder), InstantSource.system()).preferences()
                .textPercent() == 110);
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(Hands.see(() -> stage.getScene().getRoot())).isNotInstanceOf(ScaledContent.class);
    }

    /** Finds it in the box and chooses it. */
    private void inTheBox(String typed) {
        hands.push(KeyCode.CONTROL, KeyCode.P);
        Hands.until(() -> hands.hasKeyboard("#searchBoxField"));
        Typing.write(robot, stage.getScene(), typed);
        hands.push(KeyCode.ENTER);
        Hands.until(() -> !hands.isSeen("#searchBox"));
    }

    /** Fills in what the dialog asks for and presses its button, all by Tab and Space. */
    private void confirm(String name, String button) {
        Hands.until(() -> hands.isSeen("#confirmButton"));
        assertThat(hands.says("#confirmButton")).startsWith(button);
        for (var field : Map.of("confirmName", name, "confirmReason", "Agreed with finance").entrySet()) {
            if (hands.isSeen("#" + field.getKey())) {
                tabTo(field.getKey());
                Typing.write(robot, stage.getScene(), field.getValue());
            }
        }
        Hands.until(hands::canConfirm);
        tabTo("confirmButton");
        hands.push(KeyCode.SPACE);
        hands.untilClosed();
    }

    private void tabTo(String id) {
        for (int stops = 0; stops < MOST_STOPS && !isFocused(id); stops++) {
            hands.push(KeyCode.TAB);
        }
        assertThat(isFocused(id)).as("%s has the keyboard", id).isTrue();
    }

    private boolean isFocused(String id) {
        return Hands.see(() -> stage.getScene().getFocusOwner() instanceof Node owner && id.equals(owner.getId()));
    }

    private void awaitReady(String nextStep) {
        Hands.until(() -> hands.seen("#actionPrimary")
                .map(Button.class::cast)
                .filter(button -> button.getText().startsWith(nextStep) && !button.isDisabled())
                .isPresent());
    }
}
