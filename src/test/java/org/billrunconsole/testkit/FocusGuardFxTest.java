package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.ui.kit.focus.FocusKeeper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A lost keyboard is found, and one that is kept is not. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class FocusGuardFxTest {

    private Button first;
    private Button last;
    private VBox box;
    private VBox shell;
    private final FocusGuard.Watch watch = new FocusGuard.Watch();
    private Scene scene;

    @Start
    void start(Stage stage) {
        first = button("first");
        last = button("last");
        box = new VBox(button("above"), last);
        shell = new VBox(first, box);
        shell.setId("shell");
        scene = new Scene(shell);
        stage.setScene(scene);
        stage.show();
        watch.begin();
        last.requestFocus();
    }

    @Test
    @Tag(FocusGuard.PLANTED)
    void aKeyboardThatFallsBackToTheFirstControlIsLost(FxRobot robot) {
        assertThat(lose(robot)).singleElement().asString().isEqualTo(
                "Button first button, first of all, was given the keyboard, after Button last button had it");
    }

    @Test
    @Tag(FocusGuard.PLANTED)
    void aKeyboardThatNothingHasIsLost(FxRobot robot) {
        Frames.settle(scene);
        robot.interact(() -> scene.getRoot().setDisable(true));
        Frames.settle(scene);
        robot.interact(watch::end);
        robot.interact(() -> scene.getRoot().setDisable(false));
        assertThat(watch.faults()).isNotEmpty().allMatch(each -> each.startsWith("nothing has the keyboard"));
    }

    @Test
    void aKeyboardThatStaysNearIsNotLost(FxRobot robot) {
        robot.interact(() -> FocusKeeper.keep(scene));
        assertThat(lose(robot)).isEmpty();
    }

    private List<String> lose(FxRobot robot) {
        Frames.settle(scene);
        robot.interact(() -> box.getChildren().remove(last));
        Frames.settle(scene);
        robot.interact(watch::end);
        return watch.faults();
    }

    private static Button button(String id) {
        var button = new Button(id);
        button.setId(id);
        return button;
    }
}
