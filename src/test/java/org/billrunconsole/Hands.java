package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.billrunconsole.domain.RunKey;
import org.billrunconsole.domain.RunKind;
import org.billrunconsole.testkit.Frames;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.testkit.Typing;
import org.billrunconsole.ui.runlist.RunListView;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What an operator does at the console: with mouse and keyboard, and never before it can be seen. */
final class Hands {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int MILLIS = 60_000;

    private final FxRobot robot;
    private int presses;

    Hands(FxRobot robot) {
        this.robot = robot;
    }

    /** How often a mouse button or a key went down so far; those of a key combination count each. */
    int presses() {
        return presses;
    }

    /** The window is looked at on its own thread: its parts may be half changed for anybody else. */
    static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> see(condition));
    }

    /** Looks at something of the window, on the window's thread whichever thread asks. */
    static <T> T see(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(MILLIS, what);
    }

    /** Puts away the welcome of the first start. */
    void dismissWelcome() {
        press("#welcomeDismiss");
        until(() -> seen("#welcome").isEmpty());
    }

    /** Switches changes on where a connection starts without them. */
    void switchChangesOn(String reason) {
        until(() -> seen("#sessionState").isPresent());
        robot.interact(() -> Nodes.visible(robot, "#sessionState", MenuButton.class)
                .getItems()
                .stream()
                .filter(item -> "changesItem".equals(item.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> seen("#unlockReason").isPresent());
        type("#unlockReason", reason);
        press("#unlockButton");
        until(() -> seen("#unlockDialog").isEmpty());
    }

    /** Goes to a kind's tab by its key. */
    void goTo(RunKind kind) {
        push(KeyCode.CONTROL, kind == RunKind.REGULAR ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
        until(() -> seen("#" + RunListView.tableId(kind)).isPresent() && !table(kind).getItems().isEmpty());
    }

    /** Clicks on the first run that is wanted. */
    RunKey choose(RunKind kind, Predicate<RunRow> wanted) {
        until(() -> table(kind).getItems().stream().anyMatch(wanted));
        var row = see(() -> {
            var found = table(kind).getItems().stream().filter(wanted).findFirst().orElseThrow();
            table(kind).scrollTo(found);
            return found;
        });
        click(() -> cell(row.run().label()));
        until(() -> text("#detailTitle").equals(row.run().label()));
        return row.key();
    }

    /** Clicks on the check box of a run that is ticked. */
    void untick(String label) {
        until(() -> tick(label).filter(CheckBox::isSelected).isPresent());
        click(() -> tick(label).map(Node::getParent));
        until(() -> tick(label).filter(box -> !box.isSelected()).isPresent());
    }

    private Optional<CheckBox> tick(String label) {
        return robot.lookup(".table-row-cell")
                .match(node -> node instanceof TableRow<?> row && row.getItem() instanceof RunRow run
                        && run.run().label().equals(label) && Nodes.isSeen(node))
                .lookup(".check-box")
                .tryQueryAs(CheckBox.class);
    }

    /** Presses a button of the pane, opens what is behind it, and waits for the dialog. */
    void ask(String button) {
        press(button);
        until(() -> seen("#confirmButton").isPresent());
    }

    /** The same, for an action of the menu. */
    void askInMenu(String item) {
        press("#moreActions");
        click(() -> seen(item));
        until(() -> seen("#confirmButton").isPresent());
    }

    /** Clicks on the part of a segmented button that begins with a word. */
    void pressSegment(String query, String word) {
        click(() -> seen(query).flatMap(button -> robot.from(button)
                .lookup(".toggle-button")
                .match(node -> node instanceof Labeled segment && segment.getText().startsWith(word))
                .tryQuery()));
    }

    /** Clicks on a button once it can be clicked on. */
    void press(String query) {
        click(() -> seen(query).filter(node -> !node.isDisabled()));
    }

    /** Types into a field instead of what is there. */
    void type(String query, String text) {
        var field = see(() -> Nodes.visible(robot, query, TextInputControl.class));
        click(() -> Optional.of(field));
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.BACK_SPACE);
        Typing.write(robot, see(field::getScene), text);
        presses += text.length();
    }

    /**
     * Clicks on a part once it is at rest and nothing lies over it. What it is, is asked anew each time: the cells of a
     * table change their rows whenever the table is filled anew, and one that was of the wanted row may be out of use.
     */
    private void click(Callable<Optional<Node>> part) {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(LOOK).until(() -> {
            var before = see(part);
            var at = see(() -> before.map(Hands::middle));
            before.map(Node::getScene).ifPresent(Frames::next);
            at.ifPresent(robot::moveTo);
            return at.isPresent() && see(() -> part.call().filter(Node::isHover).map(Hands::middle)).equals(at);
        });
        presses++;
        robot.clickOn(MouseButton.PRIMARY);
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScreen(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    void push(KeyCode... keys) {
        presses += keys.length;
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Presses the dialog's button and waits until the dialog is gone; fails at once if it stays and says why. */
    void confirm() {
        press("#confirmButton");
        until(() -> seen("#confirmDialog").isEmpty() || seen("#errorCard").isPresent());
        assertThat(says("#error")).as("what the dialog says instead of closing").isEmpty();
    }

    void cancel() {
        press("#cancelButton");
        untilClosed();
    }

    void untilClosed() {
        until(() -> seen("#confirmDialog").isEmpty());
    }

    boolean canConfirm() {
        return see(() -> seen("#confirmButton").filter(node -> !node.isDisabled()).isPresent());
    }

    /** What a label or button says; empty if it is not there. */
    String says(String query) {
        return see(() -> text(query));
    }

    /** What is really on the screen; ask for what it says or is within {@link #see} or {@link #until}. */
    Optional<Node> seen(String query) {
        return see(() -> Nodes.find(robot, query, Node.class));
    }

    boolean isSeen(String query) {
        return seen(query).isPresent();
    }

    /** True if what was typed now would go to it. */
    boolean hasKeyboard(String query) {
        return see(() -> seen(query).filter(Node::isFocused).isPresent());
    }

    /** The titles of the notices that can be seen. */
    List<String> notices() {
        return see(() -> robot.lookup(".notice-title").queryAllAs(Label.class).stream().map(Label::getText).toList());
    }

    boolean isDisabled(String query) {
        return see(() -> seen(query).orElseThrow().isDisabled());
    }

    private String text(String query) {
        return seen(query).map(node -> switch (node) {
            case Label label -> label.getText();
            case Button button -> button.getText();
            case TextInputControl field -> field.getText();
            default -> throw new IllegalArgumentException(query + " is a " + node.getClass());
        }).orElse("");
    }

    private Optional<Node> cell(String label) {
        return robot.lookup(".table-cell").match(node -> node instanceof Labeled cell
                && label.equals(cell.getText()) && Nodes.isSeen(node)).tryQuery();
    }

    /** The rows of a table as they are now. */
    List<RunRow> rows(RunKind kind) {
        return see(() -> List.copyOf(table(kind).getItems()));
    }

    private TableView<RunRow> table(RunKind kind) {
        return robot.lookup(kind == RunKind.REGULAR ? "#runsTable" : "#adhocTable").queryTableView();
    }
}
