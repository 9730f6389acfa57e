package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.domain.write.PatchOperation;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.ChosenFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The month end of a department on its board: 60 runs in five currencies, on the day after the month. */
@ShowsWindow
class BoardJourneyTest {

    private static final int OPEN = 48;

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final MonthEndConsole console = new MonthEndConsole(sandboxes, 400, options -> options.withMonthEnd(OPEN));
    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        console.open(folder);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    @Test
    void aMonthOfSixtyRunsInFiveCurrenciesIsSeenMovesLeadsToItsRunsAndIsSavedAsAPicture() throws Exception {
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        Hands.until(() -> says("#summary").startsWith("60 runs · "));
        assertThat(hands.says("#month")).isEqualTo("November 2026");
        assertThat(hands.says("#summary").split(" · ")).hasSize(6)
                .anyMatch(sum -> sum.startsWith("£"))
                .anyMatch(sum -> sum.startsWith("€"))
                .anyMatch(sum -> sum.startsWith("US$"))
                .anyMatch(sum -> sum.startsWith("SEK\u00a0"))
                .anyMatch(sum -> sum.startsWith("CHF\u00a0"));
        assertThat(hands.says("#waits")).isEqualTo("12 wait for you");
        Hands.until(() -> robot.lookup(".board-card").queryAll().stream().anyMatch(Node::isFocused));
        console.gallery().take("board-journey-1-stages");

        var moved = console.runs().stream().filter(run -> run.name().endsWith("Ready 1")).findFirst().orElseThrow();
        assertThat(column(moved.name())).isEqualTo("Full invoices");
        console.server().otherOperator().patch(moved.key(), List.of(PatchOperation.replace("/summaryStatus",
                Known.DISTRIBUTION.wire())));
        console.untilWatched(() -> List.of("Distribution", "Finished").contains(columnNow(moved.name())));
        console.untilWatched(() -> "Finished".equals(columnNow(moved.name())));
        assertThat(hands.says("#waits")).isEqualTo("11 wait for you");
        console.gallery().takeDesigned("board-journey-2-moved");

        hands.press("#byCycle");
        Hands.until(() -> cards("Ready 2").isPresent());
        console.gallery().take("board-journey-3-cycles");
        var picture = folder.resolve("month-end.png");
        robot.interact(
                () -> console.app().wiring().view().orElseThrow().controller().savePicture(new ChosenFile(picture)));
        Hands.until(() -> says("#saved").startsWith("Saved as "));
        assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(2_000);

        var name = Hands.see(() -> ((Label) cards("Ready 2").orElseThrow().lookup(".card-name")).getText());
        robot.clickOn(Hands.see(() -> cards("Ready 2").orElseThrow()));
        Hands.until(() -> says("#detailTitle").equals(name));
        assertThat(hands.hasKeyboard("#runsTable")).isTrue();
    }

    private String column(String name) {
        return Hands.see(() -> columnNow(name));
    }

    /** The title of the column in whose box a card stands, which is the nearest one to its left. */
    private String columnNow(String name) {
        var x = cards(name).map(card -> card.getBoundsInParent().getCenterX());
        return x.isEmpty() ? ""
                : robot.lookup(".board-pane .group-title")
                        .queryAllAs(Label.class)
                        .stream()
                        .filter(title -> title.getLayoutX() <= x.get())
                        .max(Comparator.comparingDouble(Node::getLayoutX))
                        .orElseThrow()
                        .getText();
    }

    private Optional<Node> cards(String end) {
        return robot.lookup(".board-card")
                .match(card -> Nodes.isSeen(card) && ((Label) card.lookup(".card-name")).getText().endsWith(end))
                .tryQuery();
    }

    private String says(String query) {
        return Nodes.find(robot, query, Label.class).map(Label::getText).orElse("");
    }
}
