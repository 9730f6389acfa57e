package org.billrunconsole.ui.kit.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class FocusKeeperFxTest {

    private Button top;
    private Button left;
    private Button middle;
    private Button right;
    private HBox row;
    private ListView<String> list;
    private TextField field;
    private TextField other;
    private Button confirm;
    private Button cancel;
    private VBox dialog;
    private VBox root;
    private Scene scene;

    @Start
    void start(Stage stage) {
        top = new Button("top");
        left = new Button("left");
        middle = new Button("middle");
        right = new Button("right");
        row = new HBox(left, middle, right);
        list = new ListView<>();
        field = new TextField();
        other = new TextField();
        confirm = new Button("Confirm");
        cancel = new Button("Cancel");
        dialog = new VBox(field, confirm, cancel);
        root = new VBox(top, row, list, dialog, new Button("bottom"));
        dialog.setAccessibleRole(AccessibleRole.DIALOG);
        cancel.setCancelButton(true);
        list.getItems().setAll("one", "two", "three");
        list.setCellFactory(_ -> new Row());
        scene = new Scene(root);
        FocusKeeper.keep(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void settle() {
        Frames.settle(scene);
    }

    @Test
    void aHiddenControlGivesTheKeyboardToWhatFollowsInItsRow(FxRobot robot) {
        assertThat(after(robot, middle, () -> middle.setVisible(false))).isSameAs(right);
    }

    @Test
    void theLastOfARowGivesItToTheOneBeforeIt(FxRobot robot) {
        assertThat(after(robot, right, () -> right.setDisable(true))).isSameAs(middle);
    }

    @Test
    void oneThatIsTakenAwayGivesItToWhatStandsInItsPlace(FxRobot robot) {
        assertThat(after(robot, middle, () -> row.getChildren().remove(middle))).isSameAs(right);
    }

    @Test
    void oneThatIsMadeAnewHasItAgain(FxRobot robot) {
        var anew = new Button("middle");
        assertThat(after(robot, middle, () -> row.getChildren().setAll(new Button("left"), anew, new Button("right"))))
                .isSameAs(anew);
    }

    @Test
    void aRowThatIsGoneGivesItToWhatIsNextToTheRow(FxRobot robot) {
        assertThat(after(robot, middle, () -> root.getChildren().remove(row))).isSameAs(list);
    }

    @Test
    void aPartThatIsGoneGivesItToWhereWorkGoesOn(FxRobot robot) {
        assertThat(after(robot, middle, () -> {
            KeyboardPlace.whenGone(row, top::requestFocus);
            row.setVisible(false);
        })).isSameAs(top);
    }

    @Test
    void whatIsInARowOfAListGivesItToTheListAndToNoOtherRow(FxRobot robot) {
        var inRow = list.lookupAll(".button").stream().findFirst().orElseThrow();
        assertThat(after(robot, inRow, () -> list.getItems().setAll("four", "five"))).isSameAs(list);
    }

    @Test
    void aFieldOfADialogGivesItToAnotherField(FxRobot robot) {
        robot.interact(() -> dialog.getChildren().add(2, other));
        assertThat(after(robot, field, () -> field.setDisable(true))).isSameAs(other);
    }

    @Test
    void theLastFieldOfADialogGivesItToItsCancelButtonAndNeverToTheOneThatConfirms(FxRobot robot) {
        var had = new ArrayList<Node>();
        robot.interact(() -> scene.focusOwnerProperty().subscribe(owner -> had.add(owner)));
        assertThat(after(robot, field, () -> field.setDisable(true))).isSameAs(cancel);
        assertThat(after(robot, cancel, () -> cancel.setDisable(true))).as("nothing else can have it").isSameAs(dialog);
    }

    private Node after(FxRobot robot, Node control, Runnable change) {
        robot.interact(control::requestFocus);
        assertThat(scene.getFocusOwner()).isSameAs(control);
        robot.interact(change);
        Frames.settle(scene);
        return scene.getFocusOwner();
    }

    /** A button in each row, which is gone once the row shows something else. */
    private static final class Row extends ListCell<String> {

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(List.of("one", "two", "three").contains(String.valueOf(item)) ? new Button(item) : null);
        }
    }
}
