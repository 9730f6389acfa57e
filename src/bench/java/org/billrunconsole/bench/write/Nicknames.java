package org.billrunconsole.bench.write;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.domain.AdhocBillRun;
import org.billrunconsole.domain.Run;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.domain.Stage;
import org.billrunconsole.testkit.Nodes;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A console in which somebody gives one ad hoc run a nickname after another: the change that may be made any number of times. */
final class Nicknames implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FxRobot robot = new FxRobot();
    private final WholeConsole console;

    private Nicknames(WholeConsole console) {
        this.console = console;
    }

    /** Opens one and goes to the run. */
    static Nicknames open(URI server, String token, Path folder) throws Exception {
        var names = new Nicknames(WholeConsole.open(server, token, folder));
        names.choose();
        return names;
    }

    private void choose() {
        until(() -> Nodes.find(robot, "#runsTable", TableView.class)
                .filter(table -> !table.getItems().isEmpty())
                .isPresent());
        console.switchChangesOn();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> Nodes.find(robot, "#adhocTable", TableView.class).filter(Nicknames::choose).isPresent());
    }

    /** Whether there is one, which then is selected. */
    private static boolean choose(TableView<?> table) {
        for (var place = 0; place < table.getItems().size(); place++) {
            if (canBeNamed(table.getItems().get(place))) {
                table.getSelectionModel().clearAndSelect(place);
                return true;
            }
        }
        return false;
    }

    private static boolean canBeNamed(Object row) {
        return row instanceof RunRow shown && shown.run() instanceof AdhocBillRun run && isOpen(run)
                && run.nickname().isPresent();
    }

    private static boolean isOpen(Run run) {
        return run.hasStatus(RunStatus.Known.OPEN) && run.isInStage(Stage.Known.PROPERTIES);
    }

    /**
     * Opens the confirmation, types, and clicks.
     *
     * @return when the click was handed to the window's thread, as {@link System#nanoTime()} counts
     */
    long confirm(String nickname) {
        fire("#actionNickname");
        until(() -> Nodes.find(robot, "#confirmDialog #nickname", TextField.class).isPresent());
        robot.interact(() -> Nodes.visible(robot, "#confirmDialog #nickname", TextField.class).setText(nickname));
        var button = usable("#confirmButton");
        // The frames of the dialog are no part of the click.
        WaitForAsyncUtils.waitForFxEvents();
        var begun = System.nanoTime();
        Platform.runLater(button::fire);
        return begun;
    }

    /** Waits until the confirmation is gone, and so the change is confirmed by the server. */
    void awaitDone() {
        until(() -> Nodes.find(robot, "#confirmDialog", Node.class).isEmpty());
    }

    private void fire(String query) {
        var button = usable(query);
        robot.interact(button::fire);
    }

    private ButtonBase usable(String query) {
        until(() -> Nodes.find(robot, query, ButtonBase.class).filter(button -> !button.isDisabled()).isPresent());
        return see(() -> Nodes.visible(robot, query, ButtonBase.class));
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).until(() -> see(condition));
    }

    private static <T> T see(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), what);
    }

    @Override
    public void close() {
        console.close();
    }
}
