package org.billrunconsole.ui.kit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.billrunconsole.export.Cell;
import org.billrunconsole.export.Column;
import org.billrunconsole.export.ExportTable;
import org.billrunconsole.export.Line;
import org.billrunconsole.export.Xlsx;
import org.billrunconsole.i18n.Messages;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Fxml;
import org.billrunconsole.ui.kit.PlainText;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.kit.export.ExportsViewModel.Kind;
import org.billrunconsole.ui.kit.export.ExportsViewModel.State;
import org.billrunconsole.work.FxThread;
import org.billrunconsole.work.VirtualThreadTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class ExportNoticeFxTest {

    private static final int ROWS = 1_000;
    private static final int HELD_AT = 400;

    @TempDir
    private Path folder;
    private final Messages messages = new Messages(Locale.UK);
    private final FxThread window = new FxThread();
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<String> asked = new ArrayList<>();
    private final Source source = new Source();
    private final ExportsViewModel exports = new ExportsViewModel(Locale.GERMANY, ZoneOffset.UTC,
            Xlsx.Program.of("Test", "1.0"), new FilePlaces() {
                @Override
                public Optional<ChosenFile> choose(Window over, String title, String name, String kind,
                        String ending) {
                    asked.add(name + ", " + kind);
                    return Optional.of(new ChosenFile(folder.resolve(name)));
                }

                @Override
                public void show(ChosenFile file) throws IOException {
                    throw new IOException("nobody is to look at it here");
                }
            }, new VirtualThreadTasks(window), window);
    private MenuButton button;
    private HBox notices;
    private Scene scene;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        button = PlainText.in(new MenuButton("Export"));
        notices = new HBox();
        notices.getStyleClass().add("notice-area");
        var root = new BorderPane(null, button, null, notices, null);
        scene = new Scene(root, 480, 420);
        Theme.LIGHT.apply(scene);
        new ExportMenus(exports, messages).fill(button, source);
        ExportNotice.install(exports, new Fxml(messages.bundle()), messages, factory -> {
            var place = new HBox();
            place.getChildren().setAll(factory.apply(() -> notices.getChildren().remove(place)));
            notices.getChildren().add(place);
        }, button::requestFocus);
        stage.setScene(scene);
        stage.setWidth(480);
        stage.setHeight(420);
        stage.show();
        button.requestFocus();
    }

    @Test
    void howFarItIsAndWhatCameOfItIsTold(FxRobot robot) {
        robot.interact(() -> exports.start(source.table(false), Kind.CSV, file("runs.csv")));
        until(() -> exports.stateProperty().get() instanceof State.Writing writing && writing.done() == HELD_AT);
        assertThat(robot.lookup("#exportProgress").queryAs(ProgressBar.class).getProgress()).isEqualTo(0.4);
        assertThat(robot.lookup("#exportNotice").query().getAccessibleText()).isEqualTo(
                "Exporting to runs.csv. 400 of 1,000 rows");
        assertThat(Nodes.isSeen(robot.lookup("#exportFolder").query())).isFalse();
        pictures(robot, "export-notice-1-writing");
        go.countDown();
        until(() -> exports.stateProperty().get() instanceof State.Saved);
        assertThat(robot.lookup("#exportNotice").query().getAccessibleText()).startsWith(
                "Exported: 1,000 rows. runs.csv in ");
        pictures(robot, "export-notice-2-saved");
        robot.interact(() -> robot.lookup("#exportDismiss").queryButton().requestFocus());
        robot.push(KeyCode.SPACE);
        until(() -> notices.getChildren().isEmpty());
        assertThat(button.isFocused()).as("the keyboard is somewhere").isTrue();
    }

    @Test
    void whatIsStoppedSaysThatNothingWasSaved(FxRobot robot) {
        robot.interact(() -> exports.start(source.table(false), Kind.XLSX, file("runs.xlsx")));
        until(() -> exports.stateProperty().get() instanceof State.Writing writing && writing.done() == HELD_AT);
        robot.interact(() -> robot.lookup("#exportStop").queryAs(Button.class).fire());
        assertThat(robot.lookup("#exportStop").query().isDisabled()).isTrue();
        go.countDown();
        until(() -> exports.stateProperty().get() instanceof State.Stopped);
        assertThat(robot.lookup("#exportNotice").query().getAccessibleText()).isEqualTo(
                "Export stopped. Nothing was saved as runs.xlsx.");
        pictures(robot, "export-notice-3-stopped");
    }

    @Test
    void whatFailsSaysWhyAndCanBeTriedAgain(FxRobot robot) {
        go.countDown();
        robot.interact(() -> exports.start(source.table(false), Kind.CSV, new ChosenFile(folder.resolve("gone").resolve(
                "runs.csv"))));
        until(() -> exports.stateProperty().get() instanceof State.Failed);
        assertThat(robot.lookup("#exportNotice").query().getAccessibleText()).startsWith("Nothing was exported. ")
                .endsWith("is not there, or not any more. Choose another one.");
        pictures(robot, "export-notice-4-failed");
        assertThat(folder.resolve("gone").toFile().mkdir()).isTrue();
        robot.interact(() -> robot.lookup("#exportAgain").queryAs(Button.class).fire());
        until(() -> exports.stateProperty().get() instanceof State.Saved);
    }

    @Test
    void theMenuOffersWhatIsShownAndWhatIsChosenAndAsksForAFileOfThatKind(FxRobot robot) {
        go.countDown();
        robot.interact(() -> ExportMenus.open(button));
        assertThat(button.getItems().stream().map(item -> item.getText()).filter(text -> text != null)).containsExactly(
                "Excel workbook (.xlsx)…", "CSV file (.csv)…", "What is shown: 1,000", "Only the chosen runs: 2",
                "CSV: between cells", "CSV: numbers and days");
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> theme.apply(scene));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> Pictures.take(button.getItems().getFirst().getParentPopup().getScene(),
                    "export-menu-" + theme.name().toLowerCase(Locale.ROOT)));
        }
        robot.push(KeyCode.DOWN, KeyCode.ENTER);
        robot.interact(() -> {});
        for (var key : List.of(KeyCode.DOWN, KeyCode.ENTER)) {
            robot.push(key);
        }
        until(() -> exports.stateProperty().get() instanceof State.Saved);
        assertThat(asked).contains("runs.xlsx, Excel workbook");
        robot.interact(() -> source.chosen = 0);
        robot.interact(() -> ExportMenus.open(button));
        assertThat(button.getItems().get(4).isDisable()).as("nothing is chosen").isTrue();
    }

    private void pictures(FxRobot robot, String name) {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> theme.apply(scene));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static void until(Supplier<Boolean> condition) {
        Awaitility.await().until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::get));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private ChosenFile file(String name) {
        return new ChosenFile(folder.resolve(name));
    }

    /** Rows of which the later ones come when the test says so. */
    private final class Source implements ExportSource {

        private int chosen = 2;

        @Override
        public String fileName() {
            return "runs";
        }

        @Override
        public int shown() {
            return ROWS;
        }

        @Override
        public int chosen() {
            return chosen;
        }

        @Override
        public boolean canChoose() {
            return true;
        }

        @Override
        public Supplier<ExportTable> table(boolean chosenOnly) {
            return () -> new ExportTable("Runs", List.of(new Column("Name")), new AbstractList<Line>() {
                @Override
                public Line get(int place) {
                    if (place == HELD_AT) {
                        waitToGo();
                    }
                    return new Line.Row(List.of(Cell.text("Run " + place)));
                }

                @Override
                public int size() {
                    return chosenOnly ? chosen : ROWS;
                }
            });
        }

        private void waitToGo() {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
