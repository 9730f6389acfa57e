package org.billrunconsole.ui.runlist.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.billrunconsole.domain.Progress;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.i18n.Formats;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.Sentences;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.look.RunLooks;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.SampleRowFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class StageCellFxTest {

    private static final long STALLED = 1000;

    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        var messages = new Messages(Locale.UK);
        var looks = new RunLooks(messages, new Sentences(messages, new Formats(Locale.UK, ZoneOffset.UTC)));
        var table = new TableView<Run>();
        table.setAccessibleText("Runs");
        table.getStyleClass().add("run-table");
        var column = new TableColumn<Run, RowFacts>("Stage");
        column.setPrefWidth(StageCell.LEAST_WIDTH);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(SampleRowFacts.of(features.getValue())));
        column.setCellFactory(_ -> new StageCell<>(facts -> looks.look(Progress.of(facts.run()),
                facts.key().id() > STALLED)));
        table.getColumns().add(column);
        int id = 1;
        for (var known : Known.values()) {
            for (var percent : List.of(OptionalInt.empty(), OptionalInt.of(99))) {
                table.getItems().add(SampleRuns.regular(id++, RunStatus.Known.CLOSED, known, percent));
                table.getItems().add(SampleRuns.regular(STALLED + id++, RunStatus.Known.CLOSED, known,
                        percent));
            }
        }
        scene = new Scene(table, 600, 900);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        // Tests share the stage, and the one before may have made it small.
        stage.sizeToScene();
        stage.show();
    }

    @Test
    void everyStageIsReadInFullWithThatItIsStalled(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            Pictures.take(scene, "stage-cells");
        });
        assertThat(robot.lookup(".stage-cell .label").queryAllAs(Label.class)).hasSizeGreaterThan(40)
                .allSatisfy(label -> assertThat(((Text) label.lookup(".text")).getText()).isEqualTo(label.getText()));
        assertThat(robot.lookup(".stage-figure").queryAllAs(Label.class)).extracting(Label::getText)
                .contains("stalled", "stalled 99\u00a0%");
    }
}
