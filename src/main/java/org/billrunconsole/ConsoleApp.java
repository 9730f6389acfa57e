package org.billrunconsole;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.billrunconsole.app.CommandLine;
import org.billrunconsole.app.ConnectionSwitcher;
import org.billrunconsole.app.ConsoleLifecycle;
import org.billrunconsole.app.FailedStart;
import org.billrunconsole.app.PlatformServices;

/** The JavaFX application: starts the program, shows its window and stops it. */
public final class ConsoleApp extends Application {

    /** Handed over here because JavaFX alone can make this class's object, and only once it has started. */
    private static final AtomicReference<ConsoleLifecycle> BEGUN = new AtomicReference<>();

    private final ConsoleLifecycle lifecycle;
    private final List<String> args;

    /** As JavaFX starts it: with its own parameters. */
    public ConsoleApp() {
        this(Optional.ofNullable(BEGUN.getAndSet(null)).orElseGet(ConsoleLifecycle::onThisComputer), List.of());
    }

    /**
     * As a test starts it.
     *
     * @param platform what the program meets outside itself
     * @param args     instead of the parameters that JavaFX would hand over
     */
    ConsoleApp(PlatformServices platform, String... args) {
        this(ConsoleLifecycle.on(platform), List.of(args));
    }

    private ConsoleApp(ConsoleLifecycle lifecycle, List<String> args) {
        this.lifecycle = lifecycle;
        this.args = args;
    }

    /** Opens the program. JavaFX and what stands behind the window start side by side, knowing nothing of each other. */
    static void open(CommandLine.Open options, String... args) {
        BEGUN.set(ConsoleLifecycle.begin(options));
        try {
            Application.launch(ConsoleApp.class, args);
        } catch (RuntimeException e) {
            // There is no screen, or JavaFX cannot use it. What was begun beside it must not keep the process alive.
            FailedStart.print(e);
        }
    }

    @Override
    public void init() {
        lifecycle.prepare(args.isEmpty() ? getParameters().getRaw() : args);
    }

    @Override
    public void start(Stage stage) {
        lifecycle.open(stage);
    }

    /** What the program is made of, for tests that look behind the window. */
    ConnectionSwitcher wiring() {
        return lifecycle.switcher();
    }

    @Override
    public void stop() {
        lifecycle.close();
    }
}
