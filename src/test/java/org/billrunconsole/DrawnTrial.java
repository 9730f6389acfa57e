package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Drawn;
import org.billrunconsole.ui.kit.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Whether a real screen shows what the window is to show, and nothing that was there before. The pictures of the other
 * tests are drawn anew for them and cannot tell. Wants a display, and so is not in the suite: {@code .ci/drawn-trial}.
 */
class DrawnTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Longer than any movement stands still in between. */
    private static final Duration REST = Duration.ofMillis(400);

    /** In pixels: words that tell time change between the two looks. A dialog has some 300,000. */
    private static final long FEW = 5_000;
    private static final double BESIDE = 60;

    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(DialogsJourneyTest::still, "--config-dir",
                folder.toString()));
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void dialogsComeAndGoWithoutATraceInTheLargeWindow() {
        resize(1440, 900);
        untilDrawn();
        askAndCancel();
        hands.push(KeyCode.CONTROL, KeyCode.I);
        untilDrawn();
    }

    @Test
    void soTheyDoOverTheDrawerOfTheSmallWindow() {
        resize(1000, 680);
        untilDrawn();
        askAndCancel();
        hands.push(KeyCode.ESCAPE);
        untilDrawn();
    }

    @Test
    void everythingThatCanBeLaidOverTheWindowGoesWithoutATrace() {
        resize(1200, 800);
        untilDrawn();
        hands.push(KeyCode.F1);
        Hands.until(() -> hands.seen("#keyOverlay").isPresent());
        untilDrawn();
        hands.push(KeyCode.F1);
        untilDrawn();
        hands.push(KeyCode.CONTROL, KeyCode.K);
        Hands.until(() -> hands.seen("#connectionsDialog").isPresent());
        untilDrawn();
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> hands.seen("#connectionsDialog").isEmpty());
        untilDrawn();
        robot.interact(() -> app.wiring().showSettings());
        untilDrawn();
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> hands.seen("#settingsDialog").isEmpty());
        untilDrawn();
    }

    @Test
    void tabsThemesAndNoticesAreDrawnAsTheyAreMeant() {
        resize(1440, 900);
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        for (var tab : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1)) {
            hands.push(KeyCode.CONTROL, tab);
            untilDrawn();
            hands.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            untilDrawn();
        }
        robot.interact(() -> app.wiring().shell().tell("A title", "And a text below it.", Tone.WARNING));
        untilDrawn();
    }

    private void askAndCancel() {
        hands.choose(RunKind.REGULAR, row -> DialogsJourneyTest.isReady(row, Known.REPORTING));
        untilDrawn();
        for (int i = 0; i < 2; i++) {
            hands.ask("#actionPrimary");
            untilDrawn();
            // Refused by a shake: a click beside a dialog does not close it.
            robot.clickOn(stage.getX() + BESIDE, stage.getY() + stage.getHeight() - BESIDE);
            untilDrawn();
            hands.cancel();
            untilDrawn();
        }
    }

    private void resize(double width, double height) {
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    private void untilDrawn() {
        var before = new AtomicReference<>(Hands.see(() -> Drawn.screen(stage.getScene())));
        // Whatever moves comes to rest first: asking what is meant has everything drawn anew, once and for all.
        await().atMost(PATIENCE).pollInterval(REST).until(() -> {
            var now = Hands.see(() -> Drawn.screen(stage.getScene()));
            return Drawn.differences(before.getAndSet(now), now) == 0;
        });
        assertThat(Drawn.differences(before.get(), Hands.see(() -> Drawn.meant(stage.getScene()))))
                .isLessThanOrEqualTo(FEW);
    }
}
