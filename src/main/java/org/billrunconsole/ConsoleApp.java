package org.billrunconsole;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
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

    private final UnaryOperator<SandboxOptions> sandbox;
    private final Function<String, Optional<String>> environment;
    private final List<String> args;
    private Wiring wiring;

    /** As JavaFX starts it: with its own parameters. */
    public ConsoleApp() {
        this(UnaryOperator.identity());
    }

    /**
     * As a test starts it.
     *
     * @param sandbox what the built-in sandbox is to be like
     * @param args    instead of the parameters that JavaFX would hand over
     */
    ConsoleApp(UnaryOperator<SandboxOptions> sandbox, String... args) {
        this(sandbox, name -> Optional.ofNullable(System.getenv(name)), args);
    }

    /** @param environment instead of the environment's variables, which a test cannot set for its own process */
    ConsoleApp(UnaryOperator<SandboxOptions> sandbox, Function<String, Optional<String>> environment,
            String... args) {
        this.sandbox = sandbox;
        this.environment = environment;
        this.args = List.of(args);
    }

    @Override
    public void init() {
        switch (CommandLine.parse(args.isEmpty() ? getParameters().getRaw() : args, BuildInfo.load().line())) {
            case CommandLine.Open options -> wiring = Wiring.start(options, sandbox, environment);
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
