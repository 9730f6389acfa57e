package org.billrunconsole;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.testkit.SandboxProcess;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole console in a window of its own, connected to a sandbox; several may be open. */
public final class WholeConsole implements AutoCloseable {

    /**
     * What the program is started with beyond what all measurements are, see the packaging's {@code Launch}. On a screen:
     * without one the toolkit copies every frame pixel by pixel on the window's thread, which takes longer than all else.
     */
    public static final List<String> OPTIONS = List.of("-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1",
            "-Dglass.platform=gtk");

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ConsoleApp app;
    private final Stage stage;

    private WholeConsole(ConsoleApp app, Stage stage) {
        this.app = app;
        this.stage = stage;
    }

    /**
     * Opens one; not on the window's thread.
     *
     * @param folder for its settings and journal
     */
    public static WholeConsole open(SandboxProcess server, Path folder) throws Exception {
        return open(server.baseUri(), server.token(), folder);
    }

    /** Opens one on whatever answers at an address. */
    public static WholeConsole open(URI server, String token, Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        // One of several windows may be closed first.
        Platform.setImplicitExit(false);
        var app = new ConsoleApp(PlatformServices.real()
                .withScreen(1440, 900)
                .withDesktop(DesktopNotices.none())
                .withPolicy(PolicyPlace.at(Path.of("no-policy.json"), _ -> false))
                .withEnvironment(_ -> Optional.of(token)),
                "--url", server.toString(), "--config-dir", folder.toString());
        app.init();
        var stage = FxToolkit.setupFixture(() -> {
            var own = new Stage();
            app.start(own);
            return own;
        });
        return new WholeConsole(app, stage);
    }

    /** Lets changes be made, where a connection starts without them. */
    public void switchChangesOn() {
        new Hands(new FxRobot()).switchChangesOn("Measured");
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Presses the segment of all runs, once it is there, unless it is pressed; not on the window's thread. */
    public void showAll() {
        await().atMost(PATIENCE).until(() -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), () -> {
            if (stage.getScene().lookup("#statusFilter .toggle-button") instanceof ToggleButton all) {
                if (!all.isSelected()) {
                    all.fire();
                }
                return true;
            }
            return false;
        }));
    }

    @Override
    public void close() {
        new FxRobot().interact(() -> {
            stage.hide();
            app.stop();
        });
    }
}
