package org.billrunconsole.ui.kit.focus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.FocusRing;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.announce.AnnounceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the mouse does at a table's headings is done by keys, and rows are in view where the keyboard is. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class TableKeysFxTest {

    private static final double STEP = 16;

    private TableView<Integer> table;
    private final List<String> said = new ArrayList<>();
    private Button before;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        table = new TableView<>();
        table.getStyleClass().add("run-table");
        table.getColumns().setAll(List.of(column("Run", true), column("Revenue", true), column("Note", false)));
        IntStream.rangeClosed(1, 40).forEach(table.getItems()::add);
        ColumnKeys.install(table, new Messages(Locale.UK));
        RowControls.install(table);
        table.addEventHandler(AnnounceEvent.ANNOUNCE, event -> said.add(event.announcement().text()));
        before = new Button("Before");
        scene = new Scene(new VBox(before, table, new Button("After")), 500, 300);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static TableColumn<Integer, Integer> column(String title, boolean sortable) {
        var column = new TableColumn<Integer, Integer>(title);
        column.setPrefWidth(120);
        column.setSortable(sortable);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {

            @Override
            protected void updateItem(Integer number, boolean empty) {
                super.updateItem(number, empty);
                setGraphic(empty || !title.equals("Run") ? null : RowControls.inRow(new Button("Look at " + number)));
                setText(empty ? null : String.valueOf(number));
            }
        });
        return column;
    }

    @Test
    void aColumnIsMadeWiderAndNarrower(FxRobot robot) {
        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT).push(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(marked()).containsExactly("Revenue");
        robot.push(KeyCode.PLUS).push(KeyCode.PLUS).push(KeyCode.MINUS);
        assertThat(widths()).containsExactly(120.0, 120 + STEP, 120.0);
        assertThat(said).containsExactly("Run, column 1 of 3", "Revenue, column 2 of 3", "Revenue, 136 pixels wide",
                "Revenue, 152 pixels wide", "Revenue, 136 pixels wide");
        Frames.settle(scene);
        robot.interact(() -> Pictures.keep(scene.snapshot(null), "table-heading-by-keys"));
    }

    @Test
    void theWayEndsAtTheLastHeading(FxRobot robot) {
        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT);
        assertThat(marked()).as("from no heading to the left").containsExactly("Note");
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(marked()).containsExactly("Note");
    }

    @Test
    void aTableIsSortedWhereItCanBe(FxRobot robot) {
        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT).push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(table.getItems()).startsWith(40, 39);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(table.getItems()).startsWith(1, 2);
        robot.push(KeyCode.CONTROL, KeyCode.LEFT).push(KeyCode.CONTROL, KeyCode.LEFT);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT).push(KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(marked()).containsExactly("Note");
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(table.getItems()).as("not by a column that cannot").startsWith(1, 2);
        assertThat(said).contains("Run, sorted down", "Run, sorted up").doesNotContain("Note, sorted down");
    }

    @Test
    void theMarkGoesWithTheKeyboard(FxRobot robot) {
        robot.interact(table::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        robot.interact(before::requestFocus);
        assertThat(marked()).isEmpty();
        robot.interact(table::requestFocus);
        robot.push(KeyCode.PLUS);
        assertThat(widths()).as("no heading, nothing to make wider").containsOnly(120.0);
    }

    @Test
    void thatTheKeyboardIsInATableIsSeenWithoutARow(FxRobot robot) {
        robot.interact(() -> table.getFocusModel().focus(-1));
        assertThat(FocusRing.width(scene, table)).isGreaterThan(FocusRing.LEAST);
        robot.interact(() -> table.getFocusModel().focus(0));
        assertThat(FocusRing.width(scene, table)).isGreaterThan(FocusRing.LEAST);
    }

    @Test
    void tabGoesIntoTheRowAndOnOutOfTheTable(FxRobot robot) {
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(2);
        });
        robot.push(KeyCode.TAB);
        assertThat(owner()).isEqualTo("Look at 3");
        robot.push(KeyCode.TAB);
        assertThat(owner()).as("what follows the table").isEqualTo("After");
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(scene.getFocusOwner()).isSameAs(table);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(scene.getFocusOwner()).as("back from the row").isSameAs(table);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(owner()).isEqualTo("Before");
    }

    @Test
    void inARowTheArrowsGoToTheSameInTheNextAndItIsInView(FxRobot robot) {
        robot.interact(() -> robot.lookup("Look at 2").queryButton().requestFocus());
        assertThat(table.getSelectionModel().getSelectedIndex()).as("the row follows").isEqualTo(1);
        for (int row = 3; row < 40; row++) {
            robot.push(KeyCode.DOWN);
            assertThat(owner()).isEqualTo("Look at " + row);
            Frames.settle(scene);
            var owner = scene.getFocusOwner();
            var bounds = table.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
            assertThat(bounds.getMinY()).as("top of %s", owner).isPositive();
            assertThat(bounds.getMaxY()).as("bottom of %s", owner).isLessThan(table.getHeight());
        }
        robot.push(KeyCode.UP);
        assertThat(owner()).isEqualTo("Look at 38");
        assertThat(table.getSelectionModel().getSelectedIndex()).isEqualTo(37);
    }

    private String owner() {
        return scene.getFocusOwner() instanceof Button button ? button.getText() : "";
    }

    private List<String> marked() {
        return table.getColumns().stream().filter(column -> column.getStyleClass().contains(ColumnKeys.MARK)).map(
                TableColumn::getText).toList();
    }

    private List<Double> widths() {
        return table.getColumns().stream().map(TableColumn::getWidth).toList();
    }
}
