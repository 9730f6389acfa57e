package org.billrunconsole;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.stage.Stage;
import org.billrunconsole.desktop.DesktopNotices;
import org.billrunconsole.runs.Attention;
import org.billrunconsole.sandbox.SandboxOptions;
import org.billrunconsole.support.BuildInfo;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.shell.AppIcon;
import org.billrunconsole.work.FxThread;

/** The program as JavaFX runs it. */
public final class ConsoleApp extends Application {

    /** Handed over here because JavaFX alone can make this class's object, and only once it has started. */
    private static final AtomicReference<CompletableFuture<Wiring>> HEAD_START = new AtomicReference<>();

    private final Outside outside;
    private final List<String> args;
    private final Consumer<Throwable> failed;
    private Optional<Throwable> failure = Optional.empty();
    private Wiring wiring;

    /** As JavaFX starts it: with its own parameters. */
    public ConsoleApp() {
        this(Outside.real(), FailedStart::tell);
    }

    /**
     * As a test starts it.
     *
     * @param sandbox what the built-in sandbox is to be like
     * @param args    instead of the parameters that JavaFX would hand over
     */
    ConsoleApp(UnaryOperator<SandboxOptions> sandbox, String... args) {
        this(Outside.real().withSandbox(sandbox).withDesktop(DesktopNotices.none()).withScreen(1440, 900), args);
    }

    /** @param outside what the program meets outside itself */
    ConsoleApp(Outside outside, String... args) {
        // A test is not to be ended with its process.
        this(outside, why -> {
            throw new IllegalStateException(why);
        }, args);
    }

    private ConsoleApp(Outside outside, Consumer<Throwable> failed, String... args) {
        this.outside = outside;
        this.failed = failed;
        this.args = List.of(args);
    }

    /** Opens the program. JavaFX and what stands behind the window start side by side, knowing nothing of each other. */
    static void open(CommandLine.Open options, String... args) {
        HEAD_START.set(CompletableFuture.supplyAsync(() -> Wiring.start(options, Outside.real()),
                Thread.ofPlatform()::start));
        try {
            Application.launch(ConsoleApp.class, args);
        } catch (RuntimeException e) {
            // There is no screen, or JavaFX cannot use it. What was begun beside it must not keep the process alive.
            FailedStart.print(e);
        }
    }

    @Override
    public void init() {
        // Fonts first: what stands behind the window may take longer than JavaFX.
        Theme.loadFonts();
        try {
            wiring = Optional.ofNullable(HEAD_START.getAndSet(null)).map(CompletableFuture::join)
                    .orElseGet(this::startWiring);
        } catch (RuntimeException | Error e) {
            // Told where there can be a dialog.
            failure = Optional.of(e);
        }
    }

    private Wiring startWiring() {
        return switch (CommandLine.parse(args.isEmpty() ? getParameters().getRaw() : args, BuildInfo.load().line())) {
            case CommandLine.Open options -> Wiring.start(options, outside);
            // The launcher has dealt with the others before this class was loaded.
            case CommandLine.Print _,CommandLine.BadUse _ -> throw new IllegalStateException(
                    "Started without the launcher");
        };
    }

    @Override
    public void start(Stage stage) {
        try {
            failure.ifPresentOrElse(failed, () -> open(stage));
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void open(Stage stage) {
        var window = new MainWindow(stage, wiring.preferences(), outside.screens().get());
        wiring.open(window);
        stage.iconifiedProperty().subscribe(minimised -> wiring.shell()
                .setAttention(minimised ? Attention.MINIMISED : Attention.VISIBLE));
        stage.focusedProperty().subscribe(focused -> {
            wiring.setInFront(focused);
            if (focused) {
                wiring.shell().cameToFront();
            }
        });
        new FirstRows(wiring.shell().regular()).sayWhenShown(window.scene());
        stage.show();
        // Six pictures for the window's frame and the task bar, which the rows need not wait for.
        CompletableFuture.supplyAsync(AppIcon::images, Thread::startVirtualThread)
                .thenAcceptAsync(stage.getIcons()::setAll, new FxThread());
    }

    /** What the program is made of, for tests that look behind the window. */
    Wiring wiring() {
        return wiring;
    }

    @Override
    public void stop() {
        Optional.ofNullable(wiring).ifPresent(Wiring::close);
    }
}
