package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Border;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.DialogSizes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class KeyOverlayFxTest {

    private final Messages messages = new Messages(Locale.UK);
    private ModalPane modal;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        modal = new ModalPane();
        scene = new Scene(new StackPane(new StackPane(), modal), 1000, 680);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theButtonWithTheFocusHasTheRingOfWhatEnterPresses(FxRobot robot) {
        var close = shown(robot);
        assertThat(close.isFocused()).isTrue();
        assertThat(ring(close)).as("the ring around the button").isNotNull();
        assertThat(ring(close).getStrokes()).isNotEmpty();
        assertThat(ring(close).getInsets().getTop()).as("room that the ring takes from the button").isZero();
        robot.push(KeyCode.ENTER);
        assertThat(modal.isDisplay()).isFalse();
    }

    @Test
    void theButtonIsInViewInEveryWindow(FxRobot robot) {
        shown(robot);
        DialogSizes.look(scene, "size-keys", "keysClose");
    }

    private Button shown(FxRobot robot) {
        robot.interact(() -> KeyOverlay.show(messages, modal));
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#keysClose").queryButton();
    }

    private Border ring(Button button) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            scene.getRoot().applyCss();
            return button.getBorder();
        });
    }
}
