package org.billrunconsole.ui.runlist.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.BoundingBox;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.i18n.SearchText;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.look.MarkedText;
import org.billrunconsole.ui.runlist.rows.RowFacts;
import org.billrunconsole.ui.runlist.rows.SampleRowFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is searched for is marked in the cells that show it. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class MarkedCellFxTest {

    private static final List<String> NAMES = List.of("Nov 2026 Business", "Große Straße 17", "Cafe\u0301 Ølstykke",
            "תשלום nov 2026", "Residential");

    private final SimpleObjectProperty<List<String>> words = new SimpleObjectProperty<>(List.of());
    private TableView<RowFacts> table;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        words.set(List.of());
        table = new TableView<>();
        table.setAccessibleText("Runs");
        table.getStyleClass().add("run-table");
        var column = new TableColumn<RowFacts, RowFacts>("Name");
        column.setPrefWidth(220);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TextCell<RowFacts>(facts -> facts.run().label(), _ -> false)
                .flagging(new Messages(Locale.UK))
                .marking(words));
        table.getColumns().add(column);
        var runs = Stream.iterate(0, at -> at < NAMES.size(), at -> at + 1)
                .map(at -> SampleRuns.named(SampleRuns.openRun(at + 1), NAMES.get(at)))
                .toList();
        table.getItems().setAll(SampleRowFacts.noted(runs, run -> run.id() == 1 ? "Ask first" : ""));
        scene = new Scene(table, 320, 300);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.sizeToScene();
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void lettersAreMarkedAsTheyStandThere(Theme theme, FxRobot robot) {
        robot.interact(() -> theme.apply(scene));
        search(robot, "2026 STRASSE cafe olst nov");

        assertThat(cells().map(MarkedCellFxTest::shown)).containsExactly("[Nov] [2026] Business", "Große [Straße] 17",
                "[Cafe\u0301] [Ølst]ykke", "תשלום [nov] [2026]", "Residential");
        robot.interact(() -> Pictures.take(scene, "marks-" + theme.name().toLowerCase(Locale.ROOT)));
        search(robot, "");
        assertThat(cells().map(MarkedCellFxTest::shown)).containsExactlyElementsOf(NAMES);
        assertThat(cells().findFirst().orElseThrow().getGraphic()).as("flag of the note").isNotNull();
    }

    @Test
    void aMarkedTextThatHasNoRoomEndsWithDotsAndStaysInItsCell(FxRobot robot) {
        search(robot, "business");
        robot.interact(() -> table.getColumns().getFirst().setPrefWidth(110));
        Frames.settle(scene);

        var cell = cells().findFirst().orElseThrow();
        assertThat(shown(cell)).startsWith("Nov 20").endsWith("…").doesNotContain("Business");
        assertThat(cell.getText()).as("what is read out and copied").isEqualTo("Nov 2026 Business");
        var text = cell.lookup(".marked-text");
        assertThat(text.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(cell.getWidth());
        assertThat(cell.lookup(".note-flag").localToScene(cell.lookup(".note-flag").getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(cell.localToScene(cell.getLayoutBounds()).getMaxX());
    }

    @Test
    void aMarkedCellAsksForNoLayoutOnceItStands(FxRobot robot) {
        search(robot, "business");
        robot.interact(() -> table.getColumns().getFirst().setPrefWidth(110));
        Frames.settle(scene);
        // Else it would be laid out and painted anew in every frame for as long as something is searched for.
        assertThat(cells().filter(Parent::isNeedsLayout)).isEmpty();
    }

    @Test
    void theGroundOfAMarkIsBehindItsLetters(FxRobot robot) {
        search(robot, "2026");

        var cell = cells().findFirst().orElseThrow();
        var ground = (Path) cell.lookup(".mark-ground");
        var letters = cell.lookup(".mark");
        assertThat(ground.localToScene(ground.getLayoutBounds())).isNotEqualTo(new BoundingBox(0, 0, 0, 0));
        assertThat(ground.localToScene(ground.getLayoutBounds()).getCenterX()).isCloseTo(
                letters.localToScene(letters.getLayoutBounds()).getCenterX(), org.assertj.core.data.Offset.offset(2.0));
    }

    private void search(FxRobot robot, String typed) {
        robot.interact(() -> words.set(SearchText.words(typed)));
        Frames.settle(scene);
    }

    private Stream<TextCell<?>> cells() {
        return table.lookupAll(".table-cell").stream().<TextCell<?>>mapMulti((node, found) -> {
            if (node instanceof TextCell<?> cell && !cell.isEmpty()) {
                found.accept(cell);
            }
        });
    }

    /** The text as it is drawn, with brackets around its marks. */
    private static String shown(TextCell<?> cell) {
        return cell.getGraphic() instanceof MarkedText marked
                ? marked.getChildrenUnmodifiable()
                        .stream()
                        .filter(TextFlow.class::isInstance)
                        .flatMap(flow -> ((TextFlow) flow).getChildren().stream())
                        .map(Text.class::cast)
                        .map(run -> run.getStyleClass().contains("mark") ? "[" + run.getText() + "]" : run.getText())
                        .collect(Collectors.joining())
                : cell.getText();
    }
}
