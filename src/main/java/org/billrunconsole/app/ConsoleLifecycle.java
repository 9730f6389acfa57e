package org.billrunconsole.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.billrunconsole.runs.monitor.WindowAttention;
import org.billrunconsole.ui.kit.Theme;
import org.billrunconsole.ui.shell.AppIcon;
import org.billrunconsole.work.FxThread;

/** One start of the program, from its arguments to the closed window. */
public final class ConsoleLifecycle implements AutoCloseable {

    private final PlatformServices platform;
    private final Consumer<Throwable> onFailure;
    private final Optional<CompletableFuture<ConnectionSwitcher>> begun;
    private Optional<Throwable> failure = Optional.empty();
    private Optional<ConnectionSwitcher> switcher = Optional.empty();
    private Subscription followed = Subscription.EMPTY;

    private ConsoleLifecycle(PlatformServices platform, Consumer<Throwable> onFailure,
            Optional<CompletableFuture<ConnectionSwitcher>> begun) {
        this.platform = platform;
        this.onFailure = onFailure;
        this.begun = begun;
    }

    /** On this computer; a start that fails ends the process. */
    public static ConsoleLifecycle onThisComputer() {
        return new ConsoleLifecycle(PlatformServices.real(), FailedStart::tell, Optional.empty());
    }

    /** The same, with all that needs no window begun at once on a thread of its own, beside JavaFX. */
    public static ConsoleLifecycle begin(CommandLine.Open options) {
        return new ConsoleLifecycle(PlatformServices.real(), FailedStart::tell, Optional.of(CompletableFuture
                .supplyAsync(() -> ConnectionSwitcher.start(options, PlatformServices.real()),
                        Thread.ofPlatform()::start)));
    }

    /** For tests: a start that fails throws, and does not end the process. */
    public static ConsoleLifecycle on(PlatformServices platform) {
        return new ConsoleLifecycle(platform, why -> {
            throw new IllegalStateException(why);
        }, Optional.empty());
    }

    /**
     * Makes all that needs no window, or waits until it is made; keeps what goes wrong for {@link #open}. Not on the
     * window's thread.
     *
     * @param args looked at only if nothing has been begun
     */
    public void prepare(List<String> args) {
        // Fonts first: what stands behind the window may take longer than JavaFX.
        Theme.loadFonts();
        try {
            switcher = Optional.of(begun.map(CompletableFuture::join).orElseGet(() -> start(args)));
        } catch (RuntimeException | Error e) {
            // Told where there can be a dialog.
            failure = Optional.of(e);
        }
    }

    /** Opens the window, or tells what went wrong; on the window's thread. */
    public void open(Stage stage) {
        try {
            failure.ifPresentOrElse(onFailure, () -> show(stage));
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        }
    }

    /** What the program is made of, for tests that look behind the window. */
    public ConnectionSwitcher switcher() {
        return switcher.orElseThrow();
    }

    @Override
    public void close() {
        // A window that lives longer would keep all that was behind it.
        followed.unsubscribe();
        switcher.ifPresent(ConnectionSwitcher::close);
    }

    private ConnectionSwitcher start(List<String> args) {
        return switch (CommandLine.parse(args)) {
            case CommandLine.Open options -> ConnectionSwitcher.start(options, platform);
            // The launcher has dealt with the others before JavaFX was loaded.
            case CommandLine.Print _,CommandLine.BadUse _ -> throw new IllegalStateException(
                    "Started without the launcher");
        };
    }

    private void show(Stage stage) {
        var made = switcher();
        var window = new MainWindow(stage, made.preferences(), platform.screens().get(), platform.look().get());
        made.open(window);
        followed = Subscription.combine(stage.iconifiedProperty()
                .subscribe(minimised -> made.shell()
                        .setAttention(minimised ? WindowAttention.MINIMISED : WindowAttention.VISIBLE)),
                stage.focusedProperty().subscribe(focused -> {
                    made.setInFront(focused);
                    if (focused) {
                        made.shell().cameToFront();
                    }
                }));
        new FirstRows(made.shell().regular()).sayWhenShown(window.scene());
        stage.show();
        // Six pictures for the window's frame and the task bar, which the rows need not wait for.
        CompletableFuture.supplyAsync(AppIcon::images, Thread::startVirtualThread)
                .thenAcceptAsync(stage.getIcons()::setAll, new FxThread());
    }
}
