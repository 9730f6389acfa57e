package org.billrunconsole;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.billrunconsole.domain.RunStatus;
import org.billrunconsole.ui.runlist.rows.RunRow;
import org.billrunconsole.work.FxThread;

/** The program as it is started, in a process of its own, with somebody who says what is seen and then closes it. */
final class StartedConsole {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<String> SAID = new TreeSet<>();

    private StartedConsole() {}

    /** Arguments: those of the program. */
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(() -> {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> onWindow(StartedConsole::isSeen));
            System.out.println(String.join("\n", SAID));
            onWindow(() -> {
                Window.getWindows().getFirst().hide();
                return true;
            });
        });
        Launcher.main(args);
    }

    private static boolean isSeen() {
        var scene = Window.getWindows().getFirst().getScene();
        if (scene.getRoot() instanceof DialogPane pane) {
            SAID.add("dialog: " + pane.getContentText());
            return true;
        }
        scene.getRoot().lookupAll(".notice").forEach(notice -> SAID.add("notice: " + notice.getAccessibleText()));
        return isRunSeen(scene);
    }

    private static boolean isRunSeen(Scene scene) {
        if (!(scene.lookup("#runsTable") instanceof TableView<?> table) || table.getItems().isEmpty()) {
            return false;
        }
        var wanted = table.getItems()
                .stream()
                .map(RunRow.class::cast)
                .filter(row -> row.run().hasStatus(RunStatus.Known.OPEN))
                .findFirst()
                .orElseThrow();
        table.getSelectionModel().clearAndSelect(table.getItems().indexOf(wanted));
        if (!(scene.lookup("#actionPrimary") instanceof ButtonBase primary)
                || !(scene.lookup("#detailTitle") instanceof Label title)
                || !title.getText().equals(wanted.run().label())) {
            return false;
        }
        SAID.add("changes: " + (isUsable(primary) ? "possible" : "not possible"));
        return true;
    }

    private static boolean isUsable(Node button) {
        return !button.isDisabled();
    }

    private static <T> T onWindow(Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, new FxThread()).join();
    }
}
