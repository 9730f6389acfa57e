package org.billrunconsole.testkit;

import javafx.scene.control.Button;
import org.testfx.api.FxRobot;

/** The welcome of the first start, which every console in an empty folder shows. */
public final class Welcome {

    private Welcome() {}

    /** Puts it away as an operator does. */
    public static void dismiss(FxRobot robot) {
        robot.interact(() -> Nodes.visible(robot, "#welcomeDismiss", Button.class).fire());
    }
}
