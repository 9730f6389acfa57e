package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A ring that is too thin, too faint or missing is found. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class FocusRingFxTest {

    private Button button;
    private Scene scene;

    @Start
    void start(Stage stage) {
        button = new Button("Save");
        button.setMinSize(120, 30);
        scene = new Scene(new VBox(button), 300, 200);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aRingOfTwoPixelsIsSeen(FxRobot robot) {
        assertThat(width(robot, "2px", "black")).isBetween(1.8, 2.2);
    }

    @Test
    void aThinRingIsToldFromIt(FxRobot robot) {
        assertThat(width(robot, "1px", "black")).isBetween(0.8, 1.2);
    }

    @Test
    void aFaintRingAndNoneAreNotSeen(FxRobot robot) {
        assertThat(width(robot, "2px", "#d0d0d0")).isZero();
        assertThat(width(robot, "0", "black")).isZero();
    }

    private double width(FxRobot robot, String wide, String colour) {
        robot.interact(() -> scene.getStylesheets()
                .setAll("data:text/css,"
                        + """
                                .root { -fx-background-color: white; }
                                .button, .button:focused { -fx-background-color: white; -fx-border-color: transparent; -fx-border-width: %1$s; }
                                .button:focused { -fx-border-color: %2$s; }"""
                                .formatted(wide, colour).replace("#", "%23")
                                .replace("\n", " ").replace(" ", "%20")));
        Frames.settle(scene);
        return FocusRing.width(scene, button);
    }
}
