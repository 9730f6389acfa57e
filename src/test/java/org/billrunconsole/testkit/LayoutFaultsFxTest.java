package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the pictures' walk finds, each planted here, and what it lets pass. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class LayoutFaultsFxTest {

    private static final String LONG = "Generate the full invoices of this bill run";

    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @Test
    void findsWordsThatEndInDots(FxRobot robot) {
        assertThat(faults(robot, narrow(new Label(LONG)))).singleElement().asString().contains("Label", "...", LONG);
    }

    @Test
    void findsAParagraphThatIsTooLow(FxRobot robot) {
        var paragraph = narrow(new Label(LONG));
        paragraph.setWrapText(true);
        paragraph.setMinHeight(20);
        paragraph.setMaxHeight(20);
        assertThat(faults(robot, paragraph)).singleElement().asString().contains("...");
    }

    @Test
    void letsPassWhatAToolTipTellsInFull(FxRobot robot) {
        var told = narrow(new Label(LONG));
        told.setTooltip(new Tooltip(LONG));
        assertThat(faults(robot, told)).isEmpty();
    }

    @Test
    void findsControlsThatStandOverEachOther(FxRobot robot) {
        var one = new Button("Close");
        var other = new Button("Reopen");
        other.relocate(30, 0);
        assertThat(faults(robot, new Pane(one, other))).anySatisfy(
                fault -> assertThat(fault).contains("Button", "stand over each other"));
    }

    @Test
    void findsWordsThatLeaveTheirPlaceAndCoverOthers(FxRobot robot) {
        var escaped = new Pane(unbreakable(new Label(LONG)));
        escaped.setMaxWidth(60);
        escaped.setPrefWidth(60);
        assertThat(faults(robot, new HBox(escaped, new Pane(new Label("Revenue"))))).anySatisfy(
                fault -> assertThat(fault).contains(LONG, "Revenue", "stand over each other"));
    }

    @Test
    void findsWordsBeyondTheWindow(FxRobot robot) {
        var away = unbreakable(new Label(LONG));
        away.relocate(350, 10);
        assertThat(faults(robot, new Pane(away))).singleElement().asString().contains(LONG, "cut off by the edge");
    }

    @Test
    void findsWordsBehindAClip(FxRobot robot) {
        var clipped = new Pane(unbreakable(new Label(LONG)));
        clipped.setClip(new Rectangle(80, 40));
        assertThat(faults(robot, clipped)).singleElement().asString().contains(LONG, "cut off by the edge");
    }

    @Test
    void findsWordsWhereNothingScrollsToThem(FxRobot robot) {
        assertThat(faults(robot, scrolled(ScrollPane.ScrollBarPolicy.NEVER))).singleElement().asString().contains(LONG,
                "does not scroll");
        assertThat(faults(robot, scrolled(ScrollPane.ScrollBarPolicy.AS_NEEDED))).isEmpty();
    }

    @Test
    void findsAPromptThatDoesNotFit(FxRobot robot) {
        var field = new TextField();
        field.setPromptText(LONG);
        field.setMaxWidth(90);
        // The field that has the keyboard shows no prompt.
        assertThat(faults(robot, new HBox(new Button("First"), field))).singleElement().asString().contains("prompt",
                LONG);
    }

    @Test
    void letsPassLayersListsAndWhatIsNotSeen(FxRobot robot) {
        var list = new ListView<>(FXCollections.observableArrayList(LONG, LONG));
        list.setMaxWidth(90);
        list.setPrefHeight(80);
        var hidden = narrow(new Label(LONG));
        hidden.setVisible(false);
        assertThat(faults(robot, new VBox(new StackPane(new Label("behind"), new Label("before")), list, hidden)))
                .isEmpty();
    }

    @Test
    void aPictureOfAFaultFails(FxRobot robot) {
        faults(robot, narrow(new Label(LONG)));
        assertThatThrownBy(() -> robot.interact(() -> Pictures.take(stage.getScene(), "planted-fault")))
                .hasRootCauseInstanceOf(AssertionError.class)
                .hasStackTraceContaining(LONG);
    }

    private List<String> faults(FxRobot robot, Node planted) {
        robot.interact(() -> {
            var root = new VBox(planted);
            root.setFillWidth(false);
            root.setPadding(new Insets(10));
            stage.setMaximized(false);
            stage.setScene(new Scene(root, 400, 200));
            stage.sizeToScene();
            stage.show();
        });
        Frames.settle(stage.getScene());
        var found = new ArrayList<String>();
        robot.interact(() -> found.addAll(LayoutFaults.of(stage.getScene().getRoot())));
        return found;
    }

    private static ScrollPane scrolled(ScrollPane.ScrollBarPolicy policy) {
        var pane = new ScrollPane(unbreakable(new Label(LONG)));
        pane.setHbarPolicy(policy);
        pane.setMaxWidth(120);
        pane.setPrefHeight(60);
        return pane;
    }

    private static Label narrow(Label label) {
        label.setMinWidth(80);
        label.setMaxWidth(80);
        return label;
    }

    private static Label unbreakable(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
