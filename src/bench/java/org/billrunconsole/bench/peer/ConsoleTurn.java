package org.billrunconsole.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.WholeConsole;
import org.billrunconsole.bench.start.Installed;

/**
 * The console started on 100,000 rows, searched in, and closed: until the rows as it is installed, and for what is asked
 * of its window from within, the keys, as plain classes.
 */
final class ConsoleTurn {

    private static final String FIRST_ROWS = "Console ready";
    private static final String ALL_ROWS = "The REGULAR list is read, all of it";

    private ConsoleTurn() {}

    /** Starts what is installed until its rows are there. */
    static void start(ListFiles files, Path folder, Side side, List<Double> first) throws Exception {
        Files.createDirectories(folder);
        var begun = System.nanoTime();
        var process = Installed.console().on(files.api().toString(), files.token()).builder(folder).start();
        try (var said = process.inputReader()) {
            awaitLine(said, FIRST_ROWS);
            first.add((System.nanoTime() - begun) / 1e6);
            awaitLine(said, ALL_ROWS);
            side.rows().add((System.nanoTime() - begun) / 1e6);
            TimeUnit.NANOSECONDS.sleep(BrowserTurn.REST.toNanos());
            side.memory().add(Memory.of(process.toHandle()));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /**
     * Types into its search.
     *
     * @param folder for its settings and journal; not there yet
     */
    static void type(ListFiles files, int runs, String keys, Path folder, Side side) throws Exception {
        Files.createDirectories(folder);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Xmn24m", "-Dprism.order=sw", "-Dprism.text=t2k",
                "--enable-native-access=ALL-UNNAMED", "-Duser.language=en", "-Duser.country=GB"));
        command.addAll(WholeConsole.OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PeerConsole.class.getName(),
                files.api().toString(), folder.toString(), Integer.toString(runs), files.token()));
        var process = new ProcessBuilder(command).redirectError(folder.resolve("console.log").toFile()).start();
        try (var said = process.inputReader(); var keyboard = process.outputWriter()) {
            await(said, "all");
            keyboard.write(keys + "\n");
            keyboard.flush();
            for (int i = 0; i < keys.length(); i++) {
                side.keys().add(Double.parseDouble(await(said, "key")));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void awaitLine(BufferedReader said, String words) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains(words)) {
                return;
            }
        }
        throw new IOException("The console ended before it said " + words);
    }

    /** The rest of the line that begins with a word. */
    private static String await(BufferedReader said, String word) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
        }
        throw new IOException("The console ended before it said " + word);
    }
}
