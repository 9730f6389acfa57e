package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where Tab goes against the eye is found, and where it follows it is not. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class TabOrderFxTest {

    private static final int MILLIS = 10_000;

    private Button one;
    private Button two;
    private Button three;
    private BorderPane root;
    private Scene scene;

    @Start
    void start(Stage stage) {
        root = new BorderPane();
        scene = new Scene(root, 600, 400);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void anew(FxRobot robot) {
        robot.interact(() -> {
            one = new Button("one");
            two = new Button("two");
            three = new Button("three");
        });
    }

    @Test
    void rowsAndColumnsInTheirOrderAreFollowed(FxRobot robot) {
        assertThat(jumps(robot, new VBox(new HBox(one, two), three))).isEmpty();
    }

    @Test
    void paneAfterPaneIsFollowedHoweverHighTheyBegin(FxRobot robot) {
        var left = new VBox(100, one, two);
        var split = new SplitPane(left, new VBox(three));
        split.setOrientation(Orientation.HORIZONTAL);
        assertThat(jumps(robot, split)).isEmpty();
    }

    @Test
    void aRowThatIsGoneThroughFromRightToLeftIsFound(FxRobot robot) {
        assertThat(jumps(robot, placed(one, 200, 0, two, 0, 0)))
                .containsExactly("from Button “one” back to Button “two”");
    }

    @Test
    void aFieldThatComesAfterWhatStandsBelowItIsFound(FxRobot robot) {
        var grid = new GridPane();
        grid.add(one, 0, 1);
        grid.add(two, 0, 0);
        assertThat(jumps(robot, grid)).containsExactly("from Button “one” back to Button “two”");
    }

    @Test
    void partsThatChangePlacesAreFound(FxRobot robot) {
        assertThat(jumps(robot, placed(new VBox(one, two), 0, 100, new VBox(three), 0, 0)))
                .containsExactly("from Button “two” back to Button “three”");
    }

    @Test
    void onlyTheDialogCountsWhileOneIsOpen(FxRobot robot) {
        var dialog = new HBox(two, three);
        dialog.setAccessibleRole(AccessibleRole.DIALOG);
        var all = new VBox(one, dialog);
        jumps(robot, all);
        robot.interact(() -> assertThat(TabOrder.of(scene).stops()).doesNotContain(one).containsExactly(two, three));
    }

    @Test
    void theKeyboardIsGivenBack(FxRobot robot) {
        jumps(robot, new VBox(one, two, three));
        robot.interact(two::requestFocus);
        robot.interact(() -> TabOrder.of(scene));
        assertThat(two.isFocused()).isTrue();
    }

    private List<String> jumps(FxRobot robot, Node content) {
        robot.interact(() -> root.setCenter(content));
        Frames.settle(scene);
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, () -> TabOrder.of(scene).jumps());
    }

    private static Pane placed(Node first, double x, double y, Node second, double otherX, double otherY) {
        var pane = new Pane(first, second);
        first.relocate(x, y);
        second.relocate(otherX, otherY);
        return pane;
    }
}
