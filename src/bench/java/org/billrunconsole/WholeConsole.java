package org.billrunconsole;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.billrunconsole.app.PlatformServices;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.settings.policy.PolicyPlace;
import org.billrunconsole.testkit.SandboxProcess;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The whole console in a window of its own, connected to a sandbox; several may be open. */
public final class WholeConsole implements AutoCloseable {

    /**
     * What the program is started with beyond what all measurements are, see the packaging's {@code Launch}. On a screen:
     * without one the toolkit copies every frame pixel by pixel on the window's thread, which takes longer than all else.
     */
    public static final List<String> OPTIONS = List.of("-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1",
            "-Dglass.platform=gtk");

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
        FxToolkit.registerPrimaryStage();
        // One of several windows may be closed first.
        Platform.setImplicitExit(false);
        var app = new ConsoleApp(PlatformServices.real()
                .withScreen(1440, 900)
                .withDesktop(DesktopNotices.none())
                .withPolicy(PolicyPlace.at(Path.of("no-policy.json"), _ -> false))
                .withEnvironment(_ -> Optional.of(server.token())),
                "--url", server.baseUri().toString(), "--config-dir", folder.toString());
        app.init();
        var stage = FxToolkit.setupFixture(() -> {
            var own = new Stage();
            app.start(own);
            return own;
        });
        return new WholeConsole(app, stage);
    }

    public Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        new FxRobot().interact(() -> {
            stage.hide();
            app.stop();
        });
    }
}
