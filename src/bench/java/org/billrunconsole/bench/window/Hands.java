package org.billrunconsole.bench.window;

import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.testfx.util.WaitForAsyncUtils;

/** Keys and clicks as a scene gets them from the toolkit, each in an entry of the window's thread of its own. */
final class Hands {

    private static final int MILLIS = 120_000;

    private final Scene scene;

    Hands(Scene scene) {
        this.scene = scene;
    }

    /** Looks at something of a window, or does something there, on the window's thread. */
    static <T> T see(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, what);
    }

    /** A letter to whatever has the keyboard. */
    void type(String letter) {
        Platform.runLater(() -> {
            fire(KeyEvent.KEY_PRESSED, KeyCode.UNDEFINED, KeyEvent.CHAR_UNDEFINED, false);
            fire(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, letter, false);
            fire(KeyEvent.KEY_RELEASED, KeyCode.UNDEFINED, KeyEvent.CHAR_UNDEFINED, false);
        });
    }

    /** A key that is no letter. */
    void press(KeyCode code) {
        press(code, false);
    }

    /** A key while Ctrl is down. */
    void pressWithControl(KeyCode code) {
        press(code, true);
    }

    private void press(KeyCode code, boolean control) {
        Platform.runLater(() -> {
            fire(KeyEvent.KEY_PRESSED, code, KeyEvent.CHAR_UNDEFINED, control);
            fire(KeyEvent.KEY_RELEASED, code, KeyEvent.CHAR_UNDEFINED, control);
        });
    }

    private void fire(EventType<KeyEvent> type, KeyCode code, String letter, boolean control) {
        var target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(target, new KeyEvent(type, letter, "", code, false, control, false, false));
    }

    /** A click in the middle of something. */
    void click(Node on) {
        Platform.runLater(() -> {
            fire(MouseEvent.MOUSE_PRESSED, on, true);
            fire(MouseEvent.MOUSE_RELEASED, on, false);
            fire(MouseEvent.MOUSE_CLICKED, on, false);
        });
    }

    private static void fire(EventType<MouseEvent> type, Node on, boolean down) {
        var bounds = on.getLayoutBounds();
        var middle = on.localToScene(bounds.getCenterX(), bounds.getCenterY());
        var onScreen = on.localToScreen(bounds.getCenterX(), bounds.getCenterY());
        Event.fireEvent(on, new MouseEvent(type, middle.getX(), middle.getY(), onScreen.getX(), onScreen.getY(),
                MouseButton.PRIMARY, 1, false, false, false, false, down, false, false, true, false, true,
                new PickResult(on, middle.getX(), middle.getY())));
    }
}
