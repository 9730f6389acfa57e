package org.billrunconsole.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage.Known;
import org.billrunconsole.testkit.Contrast;
import org.billrunconsole.testkit.Gallery;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.SampleRuns;
import org.billrunconsole.testkit.ShowsWindow;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A note on a run is written with the keyboard alone, and nothing else hears the keys. */
@ShowsWindow
@ExtendWith(ApplicationExtension.class)
class NoteFxTest {

    private static final RunKey RUN = RunKey.regular(10);

    @RegisterExtension
    private final TestShell shell = new TestShell();
    private Gallery gallery;

    @Start
    void start(Stage stage) {
        gallery = new Gallery(stage);
        shell.show(stage, TestShell.production(), api -> {
            api.put(SampleRuns.named(SampleRuns.regular(10, RunStatus.Known.CLOSED, Known.FULL_INVOICES, OptionalInt.of(
                    100)), "Nov 2026 Residential"));
            api.put(SampleRuns.named(SampleRuns.openRun(11), "Nov 2026 Business"));
        });
    }

    @BeforeEach
    void onTheRun(FxRobot robot) {
        shell.size(robot, 1440, 900);
        select(robot, RUN);
    }

    /** The tests share the window. */
    @AfterEach
    void large(FxRobot robot) {
        shell.size(robot, 1440, 900);
    }

    @Test
    void ctrlEnterSavesTheNoteAndAsksForNoStep(FxRobot robot) {
        begin(robot);
        Typing.write(robot, shell.scene, "Ask Müller? before closing");
        robot.push(KeyCode.ENTER);
        Typing.write(robot, shell.scene, "Second line");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        shell.settle();
        assertThat(shell.services.notes().of(RUN).orElseThrow().text()).isEqualTo(
                "Ask Müller? before closing\nSecond line");
        assertThat(shell.requested).isEmpty();
        assertThat(shell.view.controller().isDialogOpen()).as("the key list of ?").isFalse();
        assertThat(Nodes.visible(robot, "#noteText", Label.class).getText()).startsWith("Ask Müller?");
        assertThat(shell.scene.getFocusOwner().getId()).isEqualTo("actionNote");
        assertThat(Nodes.visible(robot, "#actionNote", Button.class).getText()).isEqualTo("Edit the note…");
        assertThat(nameCell(robot).getAccessibleText()).isEqualTo(
                "Nov 2026 Residential. Note: Ask Müller? before closing\nSecond line");
        gallery.take("pane-note");
    }

    @Test
    void escLeavesANoteThatWasNotChangedAtOnceAndAsksOtherwiseAndTheDrawerStays(FxRobot robot) {
        shell.size(robot, 1000, 680);
        robot.push(KeyCode.ENTER);
        shell.settle();
        begin(robot);
        robot.push(KeyCode.ESCAPE);
        shell.settle();
        assertThat(Nodes.find(robot, "#noteArea", TextArea.class)).as("nothing was written").isEmpty();
        assertThat(robot.lookup(".drawer").query().isVisible()).isTrue();
        begin(robot);
        Typing.write(robot, shell.scene, "Ask");
        robot.push(KeyCode.ESCAPE);
        shell.settle();
        assertThat(shell.scene.getFocusOwner().getId()).isEqualTo("noteKeepWriting");
        gallery.take("pane-note-discard");
        shell.size(robot, 1000, 680);
        robot.push(KeyCode.ESCAPE);
        shell.settle();
        assertThat(shell.scene.getFocusOwner().getId()).isEqualTo("noteArea");
        robot.push(KeyCode.ESCAPE);
        Node discard = Nodes.visible(robot, "#noteDiscard", Node.class);
        robot.push(KeyCode.TAB);
        assertThat(shell.scene.getFocusOwner()).isSameAs(discard);
        robot.push(KeyCode.SPACE);
        shell.settle();
        assertThat(shell.services.notes().of(RUN)).isEmpty();
        assertThat(shell.scene.getFocusOwner().getId()).isEqualTo("actionNote");
        assertThat(robot.lookup(".drawer").query().isVisible()).isTrue();
    }

    @Test
    void whatIsBeingWrittenWaitsWhileAnotherRunIsLookedAt(FxRobot robot) {
        begin(robot);
        Typing.write(robot, shell.scene, "Ask");
        select(robot, RunKey.regular(11));
        assertThat(Nodes.find(robot, "#noteArea", TextArea.class)).isEmpty();
        select(robot, RUN);
        assertThat(Nodes.visible(robot, "#noteArea", TextArea.class).getText()).isEqualTo("Ask");
        assertThat(shell.scene.getFocusOwner().getId()).as("the keyboard stays in the list").isEqualTo("runsTable");
    }

    @Test
    void allThatCanBeSaidOfANoteCanBeReadInBothLooks(FxRobot robot) {
        begin(robot);
        var area = Nodes.visible(robot, "#noteArea", TextArea.class);
        robot.interact(
                () -> shell.services.notes().write(RUN, "Done already:\nthe customer was moved on Monday", Optional
                        .empty()));
        robot.interact(() -> area.setText("Ask Müller before closing. ".repeat(75)));
        shell.settle();
        assertThat(Nodes.visible(robot, "#noteSave", Button.class).isDisabled()).isTrue();
        assertReadable(robot);
        robot.interact(() -> area.setText("Ask Müller before closing. ".repeat(10)));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        shell.settle();
        assertThat(Nodes.visible(robot, "#noteTrouble", Label.class).getText()).contains(
                "billing.ops has written meanwhile: “Done already:");
        assertReadable(robot);
        gallery.take("pane-note-overtaken");
        robot.push(KeyCode.ESCAPE);
        shell.settle();
        assertReadable(robot);
        robot.interact(() -> Nodes.visible(robot, "#noteDiscard", Button.class).fire());
        shell.settle();
        assertReadable(robot);
    }

    private void assertReadable(FxRobot robot) {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT}) {
            robot.interact(() -> theme.apply(shell.scene));
            shell.settle();
            assertThat(Contrast.tooFaint(Nodes.visible(robot, "#notePlace", Node.class))).as(theme.name()).isEmpty();
        }
    }

    private void begin(FxRobot robot) {
        Node button = Nodes.visible(robot, "#actionNote", Node.class);
        robot.interact(button::requestFocus);
        robot.push(KeyCode.SPACE);
        shell.settle();
        assertThat(shell.scene.getFocusOwner().getId()).isEqualTo("noteArea");
    }

    private void select(FxRobot robot, RunKey run) {
        robot.interact(() -> {
            TableView<RunRow> table = robot.lookup("#runsTable").queryTableView();
            table.requestFocus();
            table.getItems().stream().filter(row -> row.key().equals(run)).forEach(
                    row -> table.getSelectionModel().clearAndSelect(table.getItems().indexOf(row)));
        });
        shell.settle();
    }

    private static TableCell<?, ?> nameCell(FxRobot robot) {
        return (TableCell<?, ?>) robot.lookup("#runsTable").lookup(".table-cell").match(
                (Node cell) -> cell instanceof TableCell<?, ?> each && each.getTableColumn() != null && "name".equals(
                        each.getTableColumn().getId()) && "Nov 2026 Residential".equals(each.getText()))
                .query();
    }
}
