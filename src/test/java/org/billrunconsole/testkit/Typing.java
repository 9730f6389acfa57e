package org.billrunconsole.testkit;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Text from the keyboard. */
public final class Typing {

    private Typing() {}

    /**
     * Types to whatever has the keyboard, letter by letter. The same as {@link FxRobot#write}, which waits for a twentieth
     * of a second after each of them; this waits once, when all is typed.
     */
    public static void write(FxRobot robot, Scene scene, String text) {
        var keyboard = robot.robotContext().getBaseRobot();
        text.codePoints()
                .forEach(letter -> keyboard.typeKeyboard(scene, KeyCode.UNDEFINED, Character.toString(letter)));
        WaitForAsyncUtils.waitForFxEvents();
    }
}
