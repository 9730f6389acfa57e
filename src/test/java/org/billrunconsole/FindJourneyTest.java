package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.runs.review.NeedsAttention;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Sandboxes;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Finding runs, and coming back to a way of looking at them. */
@ShowsWindow
class FindJourneyTest {

    @RegisterExtension
    private final Sandboxes sandboxes = new Sandboxes();
    private final FxRobot robot = new FxRobot();
    private final Hands hands = new Hands(robot);
    @TempDir
    private Path folder;
    private ConsoleApp app;
    private Gallery gallery;

    private void open() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        app = (ConsoleApp) FxToolkit.setupApplication(() -> Consoles.on(
                options -> sandboxes.watching(DialogsJourneyTest.still(options)), "--config-dir", folder.toString()));
        gallery = new Gallery(stage);
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupApplication(app);
        FxToolkit.cleanupStages();
    }

    @Test
    void aRunIsFoundByTheIdOfAnItemThatItBills() throws Exception {
        open();
        hands.dismissWelcome();
        hands.goTo(RunKind.ADHOC);
        var all = hands.rows(RunKind.ADHOC).size();
        var wanted = hands.rows(RunKind.ADHOC)
                .stream()
                .map(RunRow::run)
                .map(AdhocBillRun.class::cast)
                .filter(run -> !run.adhocProductInventoryIds().isEmpty())
                .min(Comparator.comparing(AdhocBillRun::id))
                .orElseThrow();
        hands.push(KeyCode.CONTROL, KeyCode.F);
        robot.write(wanted.adhocProductInventoryIds().getLast() + " " + wanted.label().toLowerCase(Locale.ROOT));
        Hands.until(() -> hands.rows(RunKind.ADHOC).stream().map(RunRow::run).toList().equals(List.of(wanted)));
        hands.push(KeyCode.DOWN);
        Hands.until(() -> hands.says("#detailTitle").equals(wanted.label()));
        assertThat(hands.isSeen("#adhocTable .mark-ground")).as("the letters of the name are marked").isTrue();
        assertThat(hands.says("#statusShown")).startsWith("1 of ").endsWith(" shown");
        gallery.take("find-1-item");
        hands.push(KeyCode.CONTROL, KeyCode.F);
        hands.push(KeyCode.ESCAPE);
        Hands.until(() -> hands.rows(RunKind.ADHOC).size() == all);
    }

    @Test
    void aSavedViewIsOpenedByItsKeyAfterAnotherStart() throws Exception {
        open();
        hands.dismissWelcome();
        Hands.until(() -> !hands.rows(RunKind.REGULAR).isEmpty());
        hands.pressSegment("#statusFilter", "Closed");
        hands.press("#filtersButton");
        hands.press("#filtersCard #flag-waiting");
        hands.press("#filtersDone");
        Hands.until(() -> isWaiting(hands.rows(RunKind.REGULAR)));
        var found = hands.rows(RunKind.REGULAR).stream().map(RunRow::key).toList();
        gallery.take("find-2-filtered");
        hands.press("#viewsButton");
        Hands.until(() -> hands.isSeen("#viewName"));
        robot.interact(() -> robot.lookup("#viewName").queryAs(TextInputControl.class).setText("Drafts to look at"));
        hands.press("#viewSave");
        Hands.until(() -> robot.lookup(".view-open").queryAll().size() == 4);
        hands.push(KeyCode.ESCAPE);
        hands.press("#filterChips #clearFilters");
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() > found.size());
        close();
        open();
        Hands.until(() -> hands.rows(RunKind.REGULAR).size() > found.size());
        hands.press("#viewsButton");
        Hands.until(() -> robot.lookup(".view-open").queryAll().size() == 4);
        hands.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        Hands.until(() -> hands.rows(RunKind.REGULAR).stream().map(RunRow::key).toList().equals(found));
        assertThat(hands.isSeen("#viewsCard")).isFalse();
        assertThat(hands.hasKeyboard("#runsTable")).isTrue();
        assertThat(hands.says("#filtersButton")).isEqualTo("Filters 1");
    }

    private static boolean isWaiting(List<RunRow> rows) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.run().hasStatus(RunStatus.Known.CLOSED)
                && row.facts().reasons().contains(NeedsAttention.WAITING_FOR_PERSON));
    }
}
