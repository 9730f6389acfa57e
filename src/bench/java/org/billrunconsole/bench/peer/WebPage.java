package org.billrunconsole.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.NotMeasured;

/** A page that shows the rows in its own way. */
enum WebPage {
    TABLE("table.html", "plain HTML table"), GRID("grid.html", "ag-grid in Chromium");

    private static final String GRID_VERSION = "36.2.0";
    private static final int INSTALL_MINUTES = 3;

    private final String file;
    private final String words;

    WebPage(String file, String words) {
        this.file = file;
        this.words = words;
    }

    String file() {
        return file;
    }

    /** What it is called in the table of results. */
    String words() {
        return words;
    }

    /**
     * Puts the pages and what they need into a folder.
     *
     * @throws NotMeasured if the grid cannot be had
     */
    static void copyTo(Path folder, Bench bench) throws IOException, InterruptedException, NotMeasured {
        copy("runs.js", folder);
        for (var page : values()) {
            copy(page.file, folder);
        }
        Files.copy(grid(bench), folder.resolve("ag-grid-community.min.js"));
    }

    private static void copy(String name, Path folder) throws IOException {
        try (var content = WebPage.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new UncheckedIOException(new IOException("No resource " + name));
            }
            Files.copy(content, folder.resolve(name));
        }
    }

    private static Path grid(Bench bench) throws IOException, InterruptedException, NotMeasured {
        var kept = bench.kept("ag-grid-" + GRID_VERSION);
        var script = kept.resolve("node_modules/ag-grid-community/dist/ag-grid-community.min.js");
        if (Files.notExists(script)) {
            try {
                var install = new ProcessBuilder("npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix",
                        kept.toString(), "ag-grid-community@" + GRID_VERSION).inheritIO().start();
                install.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES);
                install.destroyForcibly();
            } catch (IOException e) {
                throw new NotMeasured("no npm here, which fetches the grid; Debian: apt install npm");
            }
        }
        if (Files.notExists(script)) {
            throw new NotMeasured("npm did not fetch ag-grid-community " + GRID_VERSION);
        }
        return script;
    }
}
