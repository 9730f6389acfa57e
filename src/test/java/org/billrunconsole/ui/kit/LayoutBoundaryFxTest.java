package org.billrunconsole.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.testkit.ShowsWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class LayoutBoundaryFxTest {

    private final AtomicInteger layouts = new AtomicInteger();
    private Label wrapped;
    private Label inLine;
    private Label below;
    private Label beside;
    private Scene scene;
    private Runnable whileLaidOut = () -> {};
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        wrapped = new Label("running 8 min 20 s");
        wrapped.setWrapText(true);
        inLine = new Label("Live, 2 s ago");
        below = new Label("below");
        beside = new Label("beside");
        var box = new VBox(new LayoutBoundary(wrapped), below, new HBox(new LayoutBoundary(inLine), beside)) {

            @Override
            protected void layoutChildren() {
                layouts.incrementAndGet();
                super.layoutChildren();
                whileLaidOut.run();
            }
        };
        box.setPrefWidth(200);
        // Not as wide as the window, which other tests share and leave at their size.
        scene = new Scene(new Pane(box));
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void untilItStands(FxRobot hands) {
        robot = hands;
        change(() -> {});
        layouts.set(0);
    }

    @Test
    void wordsThatNeedTheSameRoomAreNobodyElsesBusiness() {
        say(wrapped, "running 8 min 21 s");
        assertThat(layouts).hasValue(0);
        assertThat(wrapped.getHeight()).isEqualTo(wrapped.prefHeight(wrapped.getWidth()));
    }

    @Test
    void moreLinesPushDownWhatIsBelow() {
        var before = below.getLayoutY();
        say(wrapped, "running 8 min 21 s · about 5 min left · last change 2 s ago · about as long as last time");
        assertThat(wrapped.getHeight()).isEqualTo(wrapped.prefHeight(wrapped.getWidth())).isGreaterThan(before);
        assertThat(below.getLayoutY()).isEqualTo(wrapped.getHeight());
        say(wrapped, "running 8 min 22 s");
        assertThat(below.getLayoutY()).isEqualTo(before);
    }

    @Test
    void longerWordsMakeRoomForThemselves() {
        var before = beside.getLayoutX();
        say(inLine, "Live, 12 min ago");
        assertThat(beside.getLayoutX()).isEqualTo(inLine.getWidth()).isGreaterThan(before);
        assertThat(inLine.getWidth()).isEqualTo(Math.ceil(inLine.prefWidth(-1)));
    }

    @Test
    void anotherFontIsFollowedToo() {
        var before = beside.getLayoutX();
        change(() -> inLine.setStyle("-fx-font-size: 20px"));
        assertThat(beside.getLayoutX()).isGreaterThan(before);
        assertThat(beside.getLayoutX()).isEqualTo(inLine.getWidth()).isEqualTo(Math.ceil(inLine.prefWidth(-1)));
    }

    @Test
    void longerWordsThatComeWhileTheirParentIsLaidOutMakeRoomForThemselvesToo() {
        change(() -> {
            whileLaidOut = () -> inLine.setText("Live, 12 min ago");
            beside.getParent().getParent().requestLayout();
        });
        change(() -> {});
        assertThat(inLine.getText()).isEqualTo("Live, 12 min ago");
        assertThat(beside.getLayoutX()).isEqualTo(inLine.getWidth()).isEqualTo(Math.ceil(inLine.prefWidth(-1)));
    }

    @Test
    void whatIsHiddenTakesNoRoom() {
        change(() -> wrapped.setVisible(false));
        assertThat(below.getLayoutY()).isZero();
        assertThat(wrapped.getParent().isManaged()).isFalse();
    }

    private void say(Label label, String words) {
        change(() -> label.setText(words));
    }

    /** Changes something and waits for the frame in which JavaFX has laid it out. */
    private void change(Runnable what) {
        var laidOut = new CountDownLatch(1);
        robot.interact(() -> {
            what.run();
            var once = new Runnable() {

                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.countDown();
                }
            };
            scene.addPostLayoutPulseListener(once);
            Platform.requestNextPulse();
        });
        await().until(() -> laidOut.getCount() == 0);
    }
}
