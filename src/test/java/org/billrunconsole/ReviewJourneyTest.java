package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.ui.runlist.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Runs are reviewed by customer before they are closed, on the sandbox, whose runs move only as the test says. */
class ReviewJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(DialogsJourneyTest.still(options)), "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void twoWrongCustomersInARightTotalAreFound() {
        chooseOpen("Wholesale");
        gallery.takeDesigned("review-0-pane");
        review();
        gallery.take("review-1-wholesale");
        assertThat(cells("why")).startsWith("unexplained", "unexplained");
        assertThat(cells("difference").subList(0, 2)).as("one too much, one too little")
                .anySatisfy(text -> assertThat(text).startsWith("+"))
                .anySatisfy(text -> assertThat(text).startsWith("−"));
        hands.press("#notBilledCard");
        gallery.takeDesigned("review-2-not-billed");
        hands.press("#suspenseCard");
        gallery.takeDesigned("review-3-suspense");
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> hands.seen("#runsTable").isPresent() && hands.seen("#review").isEmpty());
    }

    private void chooseOpen(String cycle) {
        hands.choose(RunKind.REGULAR, row -> isOpenOf(row, cycle));
    }

    private static boolean isOpenOf(RunRow row, String cycle) {
        return DialogsJourneyTest.isOpen(row) && row.run().label().endsWith(cycle);
    }

    private void review() {
        hands.press("#actionReview");
        Hands.until(() -> hands.seen("#unexplainedCard").isPresent());
    }

    private List<String> cells(String column) {
        return Hands.see(() -> {
            TableView<?> table = Nodes.visible(robot, "#reviewTable", TableView.class);
            TableColumn<?, ?> wanted = table.getColumns().stream().filter(each -> each.getId().equals(column))
                    .findFirst().orElseThrow();
            return Stream.iterate(0, i -> i < table.getItems().size(), i -> i + 1)
                    .map(i -> String.valueOf(wanted.getCellData(i))).toList();
        });
    }
}
