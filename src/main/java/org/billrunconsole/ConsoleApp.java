package org.billrunconsole;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.runs.Attention;
import org.billrunconsole.sandbox.SandboxOptions;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.shell.AppIcon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program as JavaFX runs it. */
public final class ConsoleApp extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 680;

    private final Outside outside;
    private final List<String> args;
    private Wiring wiring;

    /** As JavaFX starts it: with its own parameters. */
    public ConsoleApp() {
        this(Outside.real());
    }

    /**
     * As a test starts it.
     *
     * @param sandbox what the built-in sandbox is to be like
     * @param args    instead of the parameters that JavaFX would hand over
     */
    ConsoleApp(UnaryOperator<SandboxOptions> sandbox, String... args) {
        this(Outside.real().withSandbox(sandbox).withDesktop(DesktopNotices.none()), args);
    }

    /** @param outside what the program meets outside itself */
    ConsoleApp(Outside outside, String... args) {
        this.outside = outside;
        this.args = List.of(args);
    }

    @Override
    public void init() {
        switch (CommandLine.parse(args.isEmpty() ? getParameters().getRaw() : args, BuildInfo.load().line())) {
            case CommandLine.Open options -> wiring = Wiring.start(options, outside);
            // The launcher has dealt with the others before this class was loaded.
            case CommandLine.Print _,CommandLine.BadUse _ -> throw new IllegalStateException(
                    "Started without the launcher");
        }
        Theme.loadFonts();
    }

    @Override
    public void start(Stage stage) {
        var view = wiring.window();
        var scene = new Scene(view.root(), WIDTH, HEIGHT);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.setTitle("Bill Run Console");
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.iconifiedProperty().subscribe(minimised -> wiring.shell()
                .setAttention(minimised ? Attention.MINIMISED : Attention.VISIBLE));
        stage.focusedProperty().subscribe(focused -> {
            wiring.interruptions().setInFront(focused);
            if (focused) {
                wiring.shell().cameToFront();
            }
        });
        sayWhenReady(scene);
        stage.show();
        view.controller().focusFirst();
        wiring.shell().open();
    }

    /** What the program is made of, for tests that look behind the window. */
    Wiring wiring() {
        return wiring;
    }

    @Override
    public void stop() {
        wiring.close();
    }

    private void sayWhenReady(Scene scene) {
        var list = wiring.shell().regular();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                if (!list.shown().isEmpty()) {
                    scene.removePostLayoutPulseListener(this);
                    var started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
                    LOG.info("Console ready: {} bill runs, {} ms after process start",
                            list.countsProperty().get().loaded(), Duration.between(started, Instant.now()).toMillis());
                }
            }
        });
    }
}
