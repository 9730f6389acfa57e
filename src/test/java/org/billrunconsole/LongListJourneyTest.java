package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.sandbox.api.SandboxOptions;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A person works with the first page of a hundred thousand runs while the others are still to come. */
@ShowsWindow
class LongListJourneyTest {

    private static final int RUNS = 100_000;

    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    private final PageGate pages = new PageGate();
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    @BeforeEach
    void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(this::heldBack, "--config-dir",
                folder.toString()));
        gallery = new Gallery(stage);
        hands.dismissWelcome();
    }

    @AfterEach
    void close() throws Exception {
        pages.openTo(RUNS);
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void theFirstPageIsWorkedWithWhileTheOthersComeAndNothingJumps() {
        Hands.until(() -> !table().getItems().isEmpty() && hands.seen("#loadStop").isPresent());
        assertThat(hands.says("#statusShown")).endsWith("shown so far");
        assertThat(Hands.see(this::attention)).endsWith("+");
        gallery.take("long-list-1-first-page");

        // Searched, sorted and stepped through, though most is still to come.
        hands.pressSegment("#statusFilter", "All");
        hands.type("#searchField", "no run is called this");
        Hands.until(() -> hands.says("#noMatchText").equals("Nothing matches so far"));
        gallery.take("long-list-2-nothing-so-far");
        hands.type("#searchField", "1");
        Hands.until(() -> !table().getItems().isEmpty());
        hands.type("#searchField", " ");
        Hands.until(() -> table().getItems().size() == app.wiring().shell().regular().countsProperty().get().loaded());
        var first = Hands.see(() -> table().getItems().size());
        sortBy("name");
        robot.interact(() -> {
            table().scrollTo(first / 2);
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(first / 2 + 2);
        });
        hands.push(KeyCode.DOWN);
        var selected = Hands.see(() -> app.wiring().shell().regular().selectedProperty().get());
        Hands.until(() -> lineOf(selected) >= 0);
        var line = Hands.see(() -> lineOf(selected));

        pages.openTo(4);
        Hands.until(() -> table().getItems().size() > first + 2_000);
        assertThat(Hands.see(() -> app.wiring().shell().regular().selectedProperty().get())).isEqualTo(selected);
        Hands.until(() -> lineOf(selected) == line);

        // Nothing selected: the row at the top stays there.
        robot.interact(() -> {
            table().getSelectionModel().clearSelection();
            table().scrollTo(700);
        });
        Hands.until(() -> seen().getFirst().equals(table().getItems().get(700).key()));
        var top = Hands.see(() -> seen().getFirst());
        var before = Hands.see(() -> table().getItems().size());
        pages.openTo(7);
        Hands.until(() -> table().getItems().size() > before + 2_000);
        Hands.until(() -> seen().getFirst().equals(top));

        hands.press("#loadStop");
        Hands.until(() -> hands.seen("#loadRest").isPresent());
        assertThat(hands.says("#statusShown")).endsWith("the rest was not read");
        assertThat(Hands.see(() -> table().getItems().size())).isGreaterThan(5_000).isLessThan(RUNS);
        assertThat(Hands.see(this::attention)).as("for there may be more").endsWith("+");
        gallery.take("long-list-3-stopped");

        var stopped = Hands.see(() -> table().getItems().size());
        hands.press("#loadRest");
        pages.openTo(12);
        Hands.until(() -> table().getItems().size() > stopped + 2_000 && hands.seen("#loadStop").isPresent());
        Hands.until(() -> seen().getFirst().equals(top));
    }

    /** Pages after the first are finished when the test says so. */
    private SandboxOptions heldBack(SandboxOptions options) {
        return DialogsJourneyTest.still(options).withRuns(RUNS).withObserver(exchange -> {
            if (exchange.path().equals("/bill-runs")) {
                pages.waitFor(Integer.parseInt(exchange.query().getOrDefault("page", List.of("1")).getFirst()));
            }
        });
    }

    /** Lets pages go up to one, however often each is asked for; the first at once. */
    private static final class PageGate {

        private int open = 1;

        synchronized void openTo(int page) {
            open = page;
            notifyAll();
        }

        synchronized void waitFor(int page) {
            try {
                while (page > open) {
                    wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void sortBy(String column) {
        robot.interact(() -> table().getSortOrder().setAll(List.<TableColumn<RunRow, ?>>of(table().getColumns()
                .stream()
                .filter(each -> column.equals(each.getId()))
                .findFirst()
                .orElseThrow())));
    }

    private String attention() {
        return robot.lookup("#attentionFilter").queryAs(ToggleButton.class).getText();
    }

    private TableView<RunRow> table() {
        return robot.lookup("#" + RunListView.tableId(RunKind.REGULAR)).query();
    }

    /** The line on the screen where a run stands; -1 if it is not seen. */
    private int lineOf(Optional<RunKey> run) {
        return seen().indexOf(run.orElseThrow());
    }

    private List<RunKey> seen() {
        VirtualFlow<?> flow = robot.from(table()).lookup(".virtual-flow").query();
        var first = flow.getFirstVisibleCell();
        // A flow may keep a cell that lies above all that is seen.
        var above = first.getLayoutY() + first.getHeight() < 1 ? 1 : 0;
        return IntStream.rangeClosed(first.getIndex() + above, flow.getLastVisibleCell().getIndex())
                .mapToObj(place -> ((RunRow) flow.getCell(place).getItem()).key())
                .toList();
    }
}
