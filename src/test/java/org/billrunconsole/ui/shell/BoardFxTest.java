package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.billrunconsole.domain.Failure;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.LayoutFaults;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Pictures;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.StubApi;
import org.billrunconsole.ui.board.BoardRuns;
import org.billrunconsole.ui.board.ListState;
import org.billrunconsole.ui.kit.ChosenFile;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The board of a month in the main window, on a server in memory. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class BoardFxTest {

    private static final int BOARD = 2;

    @RegisterExtension
    private final TestShell window = new TestShell();

    @Start
    void start(Stage stage) {
        window.show(stage, TestShell.production(), api -> {
            api.put(BoardRuns.CYCLES);
            BoardRuns.month().forEach(api::put);
        });
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        window.size(robot, 1440, 900);
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "1000, 680", "800, 500"})
    void everyCardThatIsShownIsReadInFull(int width, int height, FxRobot robot) {
        show(robot);
        window.size(robot, width, height);
        for (var grouping : List.of("stage", "cycle")) {
            group(robot, grouping);
            var pane = robot.lookup(".board-pane").queryAs(Region.class);
            assertThat(cards(robot)).isNotEmpty().allSatisfy(card -> {
                assertThat(pane.getLayoutBounds().contains(card.getBoundsInParent())).as(card.toString()).isTrue();
                assertThat(card.lookupAll(".label")).allSatisfy(label -> assertThat(((Text) label.lookup(".text"))
                        .getText().replaceAll("\\s", "")).isEqualTo(((Label) label).getText().replaceAll("\\s", "")));
            });
            var faults = new ArrayList<String>();
            robot.interact(() -> faults.addAll(LayoutFaults.of(window.scene.getRoot())));
            assertThat(faults).as("%s at %s x %s", grouping, width, height).isEmpty();
            picture(robot, "board-" + grouping);
        }
    }

    @Test
    void aCardLeadsToItsRunInTheListThoughAFilterHidesIt(FxRobot robot) {
        robot.interact(() -> window.model.regular().filters().searchTextProperty().set("nothing like it"));
        show(robot);
        robot.clickOn(card(robot, "Week 47 2026"));
        window.settle();
        assertThat(window.model.regular().selectedProperty().get()).contains(RunKey.regular(5));
        assertThat(robot.lookup("#runsTable").queryTableView().getSelectionModel().getSelectedItems()).hasSize(1);
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Week 47 2026");
    }

    @Test
    void arrowsGoFromCardToCardAndEnterOpensOne(FxRobot robot) {
        show(robot);
        assertThat(focused()).isEqualTo("Oct 2026 Forgotten");
        robot.type(KeyCode.DOWN);
        assertThat(focused()).isEqualTo("Nov 2026 Parallel QA");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(focused()).as("past a column with one card").isEqualTo("Nov 2026 SME North");
        robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
        assertThat(focused()).as("there is no column before the first").isEqualTo("Oct 2026 Forgotten");
        robot.type(KeyCode.END, KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);
        window.settle();
        assertThat(window.model.regular().selectedProperty().get()).contains(RunKey.regular(2));
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("runsTable");
    }

    @Test
    void theKeyboardStaysOnACardWhoseRunGoesOn(FxRobot robot) {
        show(robot);
        robot.type(KeyCode.RIGHT);
        assertThat(focused()).isEqualTo("Week 47 2026");
        var place = window.scene.getFocusOwner().localToScene(0, 0);
        robot.interact(() -> window.services.store().put(List.of(BoardRuns.closed(5, "Week 47 2026", Known.REPORTING,
                100))));
        window.settle();
        assertThat(focused()).isEqualTo("Week 47 2026");
        assertThat(window.scene.getFocusOwner().localToScene(0, 0).getX()).isGreaterThan(place.getX());
        robot.interact(() -> window.services.store().remove(List.of(RunKey.regular(5))));
        window.settle();
        assertThat(window.scene.getFocusOwner().getStyleClass()).as("where it was, or beside it").contains(
                "board-card");
    }

    @Test
    void whatHasNoRoomIsCountedAndOneClickAwayInTheList(FxRobot robot) {
        show(robot);
        Button more = Nodes.visible(robot, ".board-more", Button.class);
        assertThat(more.getText()).isEqualTo("7 more");
        assertThat(more.getAccessibleText()).isEqualTo("Finished, 7 more");
        robot.clickOn(more);
        window.settle();
        assertThat(robot.lookup("#runsTable").<RunRow>queryTableView().getItems()).hasSize(11).allMatch(
                row -> row.run().isInStage(Known.FINISHED));
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("runsTable");
    }

    @Test
    void aThousandRunsNeedNoMoreCardsThanCanBeSeen(FxRobot robot) {
        robot.interact(() -> window.services.store().put(LongStream.range(100, 1100).mapToObj(id -> BoardRuns.open(id,
                "Run " + id)).toList()));
        show(robot);
        assertThat(cards(robot)).hasSizeLessThan(100);
        assertThat(robot.lookup(".board-more").queryAllAs(Button.class)).extracting(Button::getText).anyMatch(
                words -> words.startsWith("9"));
        group(robot, "cycle");
        assertThat(cards(robot)).hasSizeBetween(10, 100);
    }

    @Test
    void thePageKeysTurnTheMonthAndAnEmptyOneLeadsToTheNearest(FxRobot robot) {
        show(robot);
        robot.type(KeyCode.PAGE_DOWN);
        window.settle();
        assertThat(Nodes.visible(robot, "#month", Label.class).getText()).isEqualTo("December 2026");
        assertThat(Nodes.visible(robot, "#emptyText", Label.class).getText()).isEqualTo(
                "No bill runs have a period that ends in December 2026");
        pictures(robot, "board-empty");
        robot.type(KeyCode.PAGE_UP);
        window.settle();
        assertThat(cards(robot)).as("the keyboard was not lost").isNotEmpty();
        robot.type(KeyCode.PAGE_UP);
        window.settle();
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("nearestMonth");
        robot.type(KeyCode.SPACE);
        window.settle();
        assertThat(Nodes.visible(robot, "#month", Label.class).getText()).isEqualTo("November 2026");
        assertThat(focused()).isEqualTo("Oct 2026 Forgotten");
    }

    @Test
    void aBoardThatTakesLongIsSeenToBeOnItsWayAndOneThatCannotBeReadSaysSo(FxRobot robot) {
        robot.interact(() -> window.services.store().remove(window.services.store()
                .all(RunKind.REGULAR)
                .stream()
                .map(Run::key)
                .toList()));
        robot.interact(() -> {
            window.boardRead.unbind();
            window.boardRead.set(ListState.NOTHING);
        });
        show(robot);
        await().until(() -> Nodes.find(robot, "#skeleton", Node.class).isPresent());
        pictures(robot, "board-loading");
        robot.interact(() -> window.boardRead.set(new ListState(0, false, true, Optional.of(new Failure.TimedOut(
                StubApi.exchange())))));
        window.settle();
        assertThat(Nodes.visible(robot, "#failedText", Label.class).getText()).startsWith("The server took too long");
        robot.interact(() -> window.view.controller().selectTab(BOARD));
        assertThat(window.scene.getFocusOwner().getId()).isEqualTo("tryAgain");
        pictures(robot, "board-failed");
    }

    @Test
    void aListThatCouldNotBeReadAgainIsSaidAboveTheCards(FxRobot robot) {
        show(robot);
        robot.interact(() -> {
            window.api.fail(new Failure.TimedOut(StubApi.exchange()));
            window.model.regular().refresh();
            window.services.monitor().start();
            window.time.advance(Duration.ofMinutes(5));
        });
        window.settle();
        assertThat(Nodes.visible(robot, "#boardFailureText", Label.class).getText()).contains(
                "What is shown was read before.");
        assertThat(Nodes.visible(robot, "#asOf", Label.class).getText()).startsWith("Not up to date");
        assertThat(cards(robot)).isNotEmpty();
        pictures(robot, "board-stale");
    }

    @Test
    void aPictureOfTheBoardIsSavedWholeAndCanBeReadBack(@TempDir Path folder, FxRobot robot) throws Exception {
        show(robot);
        window.size(robot, 1000, 680);
        group(robot, "cycle");
        var file = folder.resolve("board.png");
        robot.interact(() -> window.view.controller().savePicture(new ChosenFile(file)));
        await().until(() -> Files.exists(file));
        await().until(() -> Nodes.find(robot, "#saved", Label.class).filter(label -> label.getText().startsWith(
                "Saved as")).isPresent());
        var picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isBetween(1_900, 2_000);
        assertThat(picture.getHeight()).as("with the rows that are scrolled away").isGreaterThan(1_500);
        assertThat(new HashSet<>(Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
                picture.getWidth())).boxed().toList())).hasSizeGreaterThan(50);
        assertThat(Nodes.visible(robot, "#savePicture", Button.class)).isNotNull();
        Files.copy(file, Path.of("target", "screens", "board-saved.png"), StandardCopyOption.REPLACE_EXISTING);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    private void show(FxRobot robot) {
        robot.interact(() -> window.view.controller().selectTab(BOARD));
        window.settle();
    }

    private void group(FxRobot robot, String by) {
        robot.interact(() -> robot.lookup(by.equals("stage") ? "#byStage" : "#byCycle")
                .queryAs(ToggleButton.class)
                .setSelected(true));
        window.settle();
    }

    private static List<Node> cards(FxRobot robot) {
        return robot.lookup(".board-card").match(Nodes::isSeen).<Node>queryAll().stream().toList();
    }

    private static Node card(FxRobot robot, String name) {
        return cards(robot).stream().filter(card -> name(card).equals(name)).findFirst().orElseThrow();
    }

    private String focused() {
        return name(window.scene.getFocusOwner());
    }

    private static String name(Node card) {
        return ((Label) card.lookup(".card-name")).getText();
    }

    private void pictures(FxRobot robot, String name) {
        picture(robot, name);
        window.size(robot, 1000, 680);
        picture(robot, name);
        window.size(robot, 1440, 900);
    }

    private void picture(FxRobot robot, String name) {
        for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> theme.apply(window.scene));
            window.settle();
            robot.interact(() -> Pictures.take(window.scene, "%s-%s-%dx%d".formatted(name, theme.name().toLowerCase(
                    Locale.ROOT), (int) window.scene.getWidth(), (int) window.scene.getHeight())));
        }
    }
}
