package org.billrunconsole.bench.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A browser started on a page of 100,000 rows, searched in, and closed. */
final class BrowserTurn {

    /** Until what only loading needed has been let go. */
    static final Duration REST = Duration.ofSeconds(5);

    private BrowserTurn() {}

    /** @param folder for the browser's profile; not there yet */
    static void take(WebPage page, ListFiles files, int runs, String keys, Path folder, Side side) throws Exception {
        var begun = System.nanoTime();
        try (var browser = Chromium.open(folder, files.page(page.file()))) {
            // Its script may not have been read when the browser answers first.
            Chromium.await(() -> browser.evaluate("typeof ready === 'object'").asBoolean());
            var rows = browser.evaluate("ready").asInt();
            side.rows().add((System.nanoTime() - begun) / 1e6);
            if (rows != runs) {
                throw new IllegalStateException(page + " shows " + rows + " rows");
            }
            TimeUnit.NANOSECONDS.sleep(REST.toNanos());
            side.memory().add(Memory.of(browser.process()));
            for (int pressed = 1; pressed <= keys.length(); pressed++) {
                browser.type(keys.substring(pressed - 1, pressed));
                var so = pressed;
                Chromium.await(() -> browser.evaluate("times.length").asInt() == so);
            }
            for (var took : browser.evaluate("times")) {
                side.keys().add(took.asDouble());
            }
        }
    }
}
