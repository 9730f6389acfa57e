package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.testkit.TestServices;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The tabs of the real pane cost nothing until they are seen, and never show a run that was shown before. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class PaneTabsFxTest {

    private static final int DETAILS = 1;
    private static final int JSON = 4;

    @RegisterExtension
    private final TestServices services = TestServices.of(new StubApi(), new ManualTime());
    private final RunDetailViewModel model = services.detail((_, _) -> {});
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        var messages = new Messages(Locale.UK);
        var formats = new Formats(Locale.UK, ZoneOffset.UTC);
        scene = new Scene(RunDetailView.create(model, new Fxml(messages.bundle()), messages, formats,
                new Sentences(messages, formats), new ManualTime()).root(), 460, 720);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        services.store().put(List.of(SampleRuns.openRun(7), SampleRuns.openRun(8)), services.store().mark());
        model.show(Optional.of(RunKey.regular(7)));
    }

    @Test
    void aTabIsMadeWhenItIsFirstSeen(FxRobot robot) {
        assertThat(robot.lookup("#json").tryQuery()).isEmpty();
        assertThat(robot.lookup("#allFacts").tryQuery()).isEmpty();
        see(robot, JSON);
        assertThat(text(json(robot))).contains("\"id\" : 7");
        see(robot, DETAILS);
        assertThat(robot.lookup("#allFacts").tryQuery()).isPresent();
    }

    @Test
    void aTabThatIsNotSeenIsNotFilledAndShowsTheRunThatIsShownWhenItIsSeenAgain(FxRobot robot) {
        see(robot, JSON);
        var area = json(robot);
        see(robot, 0);
        robot.interact(() -> model.show(Optional.of(RunKey.regular(8))));
        assertThat(text(area)).as("while it is not seen").contains("\"id\" : 7");
        see(robot, JSON);
        assertThat(text(area)).contains("\"id\" : 8");
    }

    @Test
    void theKeyboardStaysInATabThatShowsAnotherRun(FxRobot robot) {
        see(robot, JSON);
        robot.interact(() -> {
            json(robot).requestFocus();
            model.choose(Optional.of(RunKey.regular(8)));
        });
        Frames.settle(scene);
        assertThat(text(json(robot))).contains("\"id\" : 8");
        assertThat(scene.getFocusOwner()).isSameAs(json(robot));
    }

    @Test
    void runsThatAreChosenBetweenTwoPulsesAreShownOnceTheLastOfThem(FxRobot robot) {
        var titles = new ArrayList<String>();
        services.store().put(List.of(SampleRuns.named(SampleRuns.openRun(9), "the last")), services.store().mark());
        robot.interact(() -> {
            robot.lookup("#detailTitle").queryLabeled().textProperty().addListener((_, _, now) -> titles.add(now));
            for (var id : new long[]{8, 7, 9}) {
                model.choose(Optional.of(RunKey.regular(id)));
            }
        });
        Frames.settle(scene);
        assertThat(titles).containsExactly("the last");
    }

    private void see(FxRobot robot, int tab) {
        robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().select(tab));
        Frames.settle(scene);
    }

    private static ListView<String> json(FxRobot robot) {
        return robot.lookup("#json").queryListView();
    }

    private static String text(ListView<String> lines) {
        return String.join("\n", lines.getItems());
    }
}
