package org.billrunconsole.ui.kit.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.look.BusyBar;
import org.billrunconsole.ui.kit.look.StageBar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What moves by itself, where less should move and where it may, also when that changes meanwhile. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ReducedMotionFxTest {

    private BusyBar bar;
    private ModalPane modal;
    private VBox dialog;
    private Scene scene;

    @Start
    void start(Stage stage) {
        bar = new BusyBar();
        bar.setAccessibleText("Reading");
        bar.setMaxWidth(220);
        modal = new CardPane();
        dialog = new VBox(new Button("Cancel"));
        dialog.getStyleClass().add("dialog-card");
        scene = new Scene(new StackPane(bar, modal), 400, 200);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void asTheSystemOfTheTestSays() {
        assertThat(scene.getPreferences().isReducedMotion()).isFalse();
    }

    @Test
    void aBarOfUnknownLengthRunsOrIsHatchedAsIsWantedNow(FxRobot robot) {
        assertThat(bar.getChildren()).singleElement().isInstanceOf(ProgressBar.class);
        reduce(robot, true);
        assertThat(bar.getChildren()).singleElement().isInstanceOf(StageBar.class);
        assertThat(bar.getChildren().getFirst().getBoundsInParent().getWidth()).isEqualTo(220);
        robot.interact(() -> Pictures.keep(scene.snapshot(null), "busy-bar-still"));
        reduce(robot, false);
        assertThat(bar.getChildren()).singleElement().isInstanceOf(ProgressBar.class)
                .extracting(each -> ((ProgressBar) each).isIndeterminate()).isEqualTo(true);
        robot.interact(() -> Pictures.keep(scene.snapshot(null), "busy-bar"));
    }

    @Test
    void aDialogThatIsClickedBesideMovesOnlyWhereItMay(FxRobot robot) {
        robot.interact(() -> ModalCard.showOver(dialog, modal, () -> dialog.getChildren().getFirst()));
        Frames.settle(scene);
        var skin = (CardPaneSkin) modal.getSkin();
        assertThat(skin.createCloseBlockedAnimation().getKeyFrames()).isNotEmpty();
        reduce(robot, true);
        assertThat(skin.createCloseBlockedAnimation().getKeyFrames()).isEmpty();
        reduce(robot, false);
        assertThat(skin.createCloseBlockedAnimation().getKeyFrames()).isNotEmpty();
    }

    /** As the window is told when the operating system's setting changes. */
    private void reduce(FxRobot robot, boolean less) {
        robot.interact(() -> scene.getPreferences().setReducedMotion(less));
        Frames.settle(scene);
    }
}
