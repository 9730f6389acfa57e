package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.domain.write.Command;
import org.billrunconsole.domain.write.Finding;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.ui.kit.Tone;
import org.billrunconsole.ui.notices.NoticeKind;
import org.billrunconsole.ui.notices.NoticeWords;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The bell, the drawer behind it, and what notices leave in sight. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class NoticeDrawerFxTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    @RegisterExtension
    private final TestShell window = new TestShell();
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        window.show(shown, TestShell.production(), api -> {
            for (int id = 1; id <= 60; id++) {
                api.put(SampleRuns.named(SampleRuns.openRun(id), "Run %02d".formatted(id)));
            }
        });
    }

    @BeforeEach
    void large(FxRobot robot) {
        window.size(robot, 1440, 900);
    }

    @Test
    void theBellCountsWhatIsUnreadForTheEyeAndForTheEar(FxRobot robot) {
        var bell = robot.lookup("#noticesButton").queryButton();
        assertThat(bell.getText()).isEmpty();
        assertThat(bell.getAccessibleText()).contains("none unread");
        tell(robot, 3, NoticeKind.STALLED, "Stalled");
        tell(robot, 4, NoticeKind.YOUR_TURN, "Drafts ready");
        assertThat(bell.getText()).isEqualTo("2");
        assertThat(bell.getAccessibleText()).contains("2 unread");
    }

    @Test
    void theKeyboardOpensTheDrawerGoesThroughItAndFollowsANoticeToItsRun(FxRobot robot) {
        tell(robot, 3, NoticeKind.STALLED, "Run 03 is stalled");
        tell(robot, 4, NoticeKind.YOUR_TURN, "Run 04: drafts are ready");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        window.settle();
        assertThat(focused().getAccessibleText()).startsWith("Unread: Your turn").contains("Run 04");
        robot.push(KeyCode.DOWN);
        assertThat(focused().getAccessibleText()).startsWith("Unread: Stalled").contains("Run 03");
        robot.push(KeyCode.ENTER);
        window.settle();
        assertThat(window.view.controller().isDialogOpen()).isFalse();
        assertThat(Nodes.visible(robot, "#detailTitle", Label.class).getText()).isEqualTo("Run 03");
        assertThat(robot.lookup("#noticesButton").queryButton().getText()).as("one of two is read").isEqualTo("1");
    }

    @Test
    void whatArrivesWhileTheDrawerIsOpenStandsAtTheTopAndTakesNoFocus(FxRobot robot) {
        tell(robot, 3, NoticeKind.STALLED, "first");
        open(robot);
        var before = focused();
        tell(robot, 4, NoticeKind.STALLED, "second");
        window.settle();
        assertThat(focused()).isSameAs(before);
        assertThat(rows(robot).getFirst().getAccessibleText()).contains("second");
        robot.push(KeyCode.ESCAPE);
        assertThat(window.scene.getFocusOwner()).as("back where it was").isInstanceOf(TableView.class);
    }

    @Test
    void allCanBeMarkedReadAndOneKindShown(FxRobot robot) {
        tell(robot, 3, NoticeKind.STALLED, "stalled");
        tell(robot, 4, NoticeKind.FINISHED, "finished");
        open(robot);
        robot.interact(() -> kinds(robot).setValue(Optional.of(NoticeKind.FINISHED)));
        assertThat(rows(robot)).hasSize(1);
        assertThat(rows(robot).getFirst().getAccessibleText()).contains("finished");
        robot.interact(() -> robot.lookup("#noticesAllRead").queryButton().fire());
        assertThat(robot.lookup("#noticesAllRead").queryButton().isDisabled()).isTrue();
        robot.interact(() -> kinds(robot).setValue(Optional.of(NoticeKind.CHANGED)));
        window.settle();
        assertThat(rows(robot)).isEmpty();
        var all = robot.lookup("#noticesAllKinds").queryAs(Button.class);
        assertThat(all.isVisible()).isTrue();
        new Gallery(stage).take("notices-3-no-match");
        robot.interact(all::fire);
        assertThat(rows(robot)).hasSize(2).allSatisfy(
                row -> assertThat(row.getAccessibleText()).doesNotStartWith("Unread"));
    }

    @Test
    void picturesOfTheDrawerInEveryState(FxRobot robot) {
        open(robot);
        new Gallery(stage).take("notices-1-empty");
        robot.push(KeyCode.ESCAPE);
        tell(robot, 3, NoticeKind.STALLED, "Run 03 is stalled", Tone.WARNING);
        tell(robot, 5, NoticeKind.FINISHED, "Run 05 finished", Tone.SUCCESS);
        tell(robot, 7, NoticeKind.CHANGED, "Run 07, November 2026 North-West, was changed by somebody else",
                Tone.WARNING);
        robot.interact(() -> window.model.notices().markAllRead());
        tell(robot, 9, NoticeKind.OUTCOME, "Run 09: nobody knows what came of it", Tone.DANGER);
        robot.interact(() -> window.model.keep("Plan ended", "12 of 14 runs are done.", Tone.ACCENT));
        open(robot);
        new Gallery(stage).take("notices-2-ready");
    }

    @ParameterizedTest
    @CsvSource({"800, 500", "1000, 680", "1440, 900"})
    void aNoticeLeavesTheRowItSpeaksOfInSightThoughItTakesTheRoomOfTheLastRows(int width, int height,
            FxRobot robot) {
        window.size(robot, width, height);
        TableView<RunRow> table = robot.lookup("#runsTable").queryTableView();
        var last = robot.from(table)
                .lookup(".table-row-cell")
                .<Node>queryAll()
                .stream()
                .filter(row -> isInSight(row, table))
                .map(row -> (TableRow<?>) row)
                .filter(row -> row.getItem() != null)
                .max(Comparator.comparingInt(row -> row.getIndex()))
                .map(row -> ((RunRow) row.getItem()).key())
                .orElseThrow();
        robot.interact(() -> window.services.notices().onOutcomeFound(new Command.DraftInvoices(last), NOW,
                Finding.NOT_APPLIED));
        window.settle();
        window.settle();
        var notice = robot.lookup(".notice").query();
        assertThat(notice.isVisible()).isTrue();
        var row = robot.from(table)
                .lookup(".table-row-cell")
                .<Node>queryAll()
                .stream()
                .filter(each -> ((TableRow<?>) each).getItem() instanceof RunRow shown
                        && shown.key().equals(last))
                .findFirst()
                .orElseThrow();
        assertThat(isInSight(row, table)).as("all of the row is in sight").isTrue();
        assertThat(place(row).intersects(place(notice))).as("the row and its notice").isFalse();
    }

    /** Sideways a table may scroll. */
    private static boolean isInSight(Node row, TableView<?> table) {
        var frame = place(table.lookup(".clipped-container"));
        return row.isVisible() && place(row).getMinY() >= frame.getMinY() - 1
                && place(row).getMaxY() <= frame.getMaxY() + 1;
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private Node focused() {
        return window.scene.getFocusOwner();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> robot.lookup("#noticesButton").queryButton().fire());
        window.settle();
    }

    private static List<Node> rows(FxRobot robot) {
        return List.copyOf(robot.lookup("#noticeList").queryAs(VBox.class).getChildren());
    }

    private static ComboBox<Optional<NoticeKind>> kinds(FxRobot robot) {
        return robot.lookup("#noticeKinds").queryComboBox();
    }

    private void tell(FxRobot robot, long run, NoticeKind kind, String title) {
        tell(robot, run, kind, title, Tone.WARNING);
    }

    private void tell(FxRobot robot, long run, NoticeKind kind, String title, Tone tone) {
        robot.interact(() -> window.model.notices().keep(NOW, kind, new NoticeWords.Words(title,
                "The next step is yours.", tone), Optional.of(new RunKey(RunKind.REGULAR, run))));
    }
}
