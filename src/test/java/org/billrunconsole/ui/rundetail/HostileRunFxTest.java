package org.billrunconsole.ui.rundetail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.billrunconsole.domain.DisplayText;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.InlineTasks;
import org.billrunconsole.testkit.ManualTime;
import org.billrunconsole.testkit.Pictures;
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

/** The real pane with values that no honest server has; also such as an older journal may hold, which no door has seen. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class HostileRunFxTest {

    private static final int TABS = 5;

    private final StubApi api = new StubApi();
    @RegisterExtension
    private final TestServices services = TestServices.of(api, new ManualTime());
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
    }

    private void show(FxRobot robot, Run run) {
        robot.interact(() -> {
            services.store().put(List.of(run), services.store().mark());
            model.show(Optional.of(run.key()));
        });
    }

    @Test
    void everyNumberAndDayIsShown(FxRobot robot) {
        HostileRunTest.hostile().forEach(run -> {
            show(robot, run);
            for (int tab = 0; tab < TABS; tab++) {
                var seen = tab;
                robot.interact(() -> robot.lookup(".pane-tabs").queryAs(TabPane.class).getSelectionModel().select(
                        seen));
                assertThat(model.unshowableProperty().get()).as(run.toString()).isFalse();
            }
            assertThat(robot.lookup("#detailTitle").queryLabeled().getText()).isEqualTo("x");
        });
        robot.interact(() -> Pictures.take(scene, "detail-hostile-numbers"));
    }

    @Test
    void aNameOfTenThousandMarksOrAMegabyteIsAShortTitle(FxRobot robot) {
        for (var name : List.of("a" + "\u0301".repeat(10_000), "x".repeat(1 << 20), "a\u202Eb\n".repeat(100_000))) {
            show(robot, SampleRuns.named(SampleRuns.openRun(7), name));
            assertThat(robot.lookup(".label").queryAll()).filteredOn(Labeled.class::isInstance)
                    .isNotEmpty()
                    .allSatisfy(label -> assertThat(((Labeled) label).getText()).hasSizeLessThanOrEqualTo(500)
                            .doesNotContain("\u202E"));
            assertThat(robot.lookup("#detailTitle").queryLabeled().getText()).hasSizeLessThanOrEqualTo(
                    DisplayText.LONGEST_LINE);
        }
        robot.interact(() -> Pictures.take(scene, "detail-hostile-name"));
    }

    @Test
    void aRunThatCannotBeShownSaysSoAndShowsNothingOfTheOneBefore(FxRobot robot) {
        show(robot, SampleRuns.openRun(7));
        robot.interact(() -> model.cannotShow(new IllegalStateException("planted")));
        assertThat(robot.lookup("#detailTitle").tryQuery()).isEmpty();
        assertThat(robot.lookup(".label").queryAll()).extracting(label -> ((Labeled) label).getText()).anySatisfy(
                text -> assertThat(text).startsWith("This bill run cannot be shown"));
        robot.interact(() -> Pictures.take(scene, "detail-cannot-show"));
        show(robot, SampleRuns.openRun(8));
        assertThat(robot.lookup("#detailTitle").tryQuery()).isPresent();
    }
}
