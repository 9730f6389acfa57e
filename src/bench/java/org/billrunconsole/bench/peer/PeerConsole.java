package org.billrunconsole.bench.peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TableView;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.bench.window.ListWindow;
import org.billrunconsole.bench.window.WindowThread;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The console as somebody starts it who only wants to look something up. Says {@code all} when its
 * rows are laid out; told a line of letters, it types them into the search and says
 * {@code key} and the milliseconds of each.
 */
final class PeerConsole {

    private static final int PATIENCE_MILLIS = 120_000;

    private PeerConsole() {}

    /** @param arguments the server's address, a folder, how many runs there are, and a token */
    public static void main(String[] arguments) throws Exception {
        var runs = Integer.parseInt(arguments[2]);
        try (var console = WholeConsole.open(URI.create(arguments[0]), arguments[3], Path.of(arguments[1]))) {
            console.showAll();
            sayWhenShown(console, runs);
            var keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            try (var thread = new WindowThread(); var list = ListWindow.of(thread, console, runs)) {
                list.intoSearch();
                for (var letter : keys.split("")) {
                    System.out.println("key " + list.type(letter).millis());
                }
            }
        }
        System.exit(0);
    }

    private static void sayWhenShown(WholeConsole console, int rows) throws Exception {
        var shown = new CountDownLatch(1);
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> {
            var scene = console.scene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    if (scene.lookup("#runsTable") instanceof TableView<?> table && table.getItems().size() >= rows) {
                        scene.removePostLayoutPulseListener(this);
                        shown.countDown();
                    }
                }
            });
            return true;
        });
        shown.await();
        System.out.println("all");
    }
}
