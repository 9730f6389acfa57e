package org.billrunconsole.bench.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.billrunconsole.WholeConsole;

/** A console whose table is to show all its runs. */
final class FullTable implements AutoCloseable {

    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(2);

    private final WholeConsole console;
    private final Duration atMost;

    private FullTable(WholeConsole console, Duration atMost) {
        this.console = console;
        this.atMost = atMost;
    }

    /** Opens one, which reads its lists by itself, and asks at once for all runs and not for those in progress alone. */
    static FullTable open(URI server, String token, Path folder, Duration atMost) throws Exception {
        var full = new FullTable(WholeConsole.open(server, token, folder), atMost);
        full.await(scene -> {
            // The first of the segments shows all runs.
            if (scene.lookup("#statusFilter .toggle-button") instanceof ToggleButton all) {
                all.fire();
                return true;
            }
            return false;
        });
        return full;
    }

    /** Waits until the table has so many rows; asks the window's thread every other millisecond. */
    void awaitRows(int rows) throws Exception {
        await(scene -> scene.lookup("#runsTable") instanceof TableView<?> table && table.getItems().size() >= rows);
    }

    private void await(Predicate<Scene> seen) throws Exception {
        var until = System.nanoTime() + atMost.toNanos();
        while (!isTrue(seen)) {
            if (System.nanoTime() > until) {
                throw new TimeoutException("The console does not get so far");
            }
            LockSupport.parkNanos(LOOKED_AT_EVERY.toNanos());
        }
    }

    private boolean isTrue(Predicate<Scene> seen) throws Exception {
        var now = new CompletableFuture<Boolean>();
        Platform.runLater(() -> now.complete(seen.test(console.scene())));
        return now.get(1, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        console.close();
    }
}
