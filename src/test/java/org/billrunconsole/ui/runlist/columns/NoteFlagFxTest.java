package org.billrunconsole.ui.runlist.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.billrunconsole.domain.Run;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.SampleRowFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class NoteFlagFxTest {

    private static final int ROWS = 400;

    private TableView<RowFacts> table;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        var messages = new Messages(Locale.UK);
        table = new TableView<>();
        table.setAccessibleText("Runs");
        table.getStyleClass().add("run-table");
        var column = new TableColumn<RowFacts, RowFacts>("Name");
        column.setId("name");
        column.setPrefWidth(200);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TextCell<RowFacts>(facts -> facts.run().label(), _ -> false).flagging(messages));
        table.getColumns().add(column);
        table.getItems().setAll(SampleRowFacts.noted(LongStream.rangeClosed(1, ROWS).mapToObj(id -> SampleRuns.named(
                SampleRuns.openRun(id), "Run " + id)).toList(), NoteFlagFxTest::note));
        scene = new Scene(table, 320, 420);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    /** Every third has one. */
    private static String note(Run run) {
        return run.id() % 3 == 0 ? "Ask about " + run.id() + "\u202E first" : "";
    }

    @Test
    void aFlagStandsAtTheRunsThatHaveANoteAndAtNoOtherWhereverOneScrolls(FxRobot robot) {
        for (int to : List.of(0, 200, 31, 399, 0)) {
            robot.interact(() -> table.scrollTo(to));
            Frames.settle(scene);
            var seen = new ArrayList<String>();
            for (var cell : shown()) {
                var id = cell.getItem().key().id();
                assertThat(cell.getGraphic() != null).as("flag of %d", id).isEqualTo(id % 3 == 0);
                seen.add(Optional.ofNullable(cell.getAccessibleText()).orElse("-"));
                assertThat(cell.getAccessibleText()).isEqualTo(id % 3 == 0 ? "Run " + id + ". Note: Ask about " + id
                        + "\uFFFD first" : null);
            }
            assertThat(seen).hasSizeGreaterThan(5);
        }
        robot.interact(() -> Pictures.take(scene, "note-flags"));
    }

    @Test
    void theFlagTellsTheNoteUnderThePointer(FxRobot robot) {
        Frames.settle(scene);
        var cell = shown().stream().filter(each -> each.getItem().key().id() == 3).findFirst().orElseThrow();
        assertThat(cell.getGraphic().getAccessibleHelp()).isEqualTo("Ask about 3\uFFFD first");
    }

    @Test
    void aColumnThatIsAsWideAsItsTextAndFlagShowsBoth(FxRobot robot) {
        Frames.settle(scene);
        var cell = (TextCell<?>) shown().stream().filter(each -> each.getItem().key().id() == 3).findFirst()
                .orElseThrow();
        robot.interact(() -> table.getColumns().getFirst().setPrefWidth(cell.contentWidth()));
        Frames.settle(scene);
        assertThat(cell.lookupAll(".text")).extracting(node -> ((javafx.scene.text.Text) node).getText()).contains(
                "Run 3");
        assertThat(cell.getGraphic().getBoundsInParent().getMaxX()).isLessThanOrEqualTo(cell.getWidth());
    }

    private List<TableCell<?, RowFacts>> shown() {
        var shown = new ArrayList<TableCell<?, RowFacts>>();
        for (var node : table.lookupAll(".table-cell")) {
            if (node instanceof TextCell<?> cell && !cell.isEmpty()) {
                shown.add(cell);
            }
        }
        return shown;
    }
}
