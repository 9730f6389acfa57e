package org.billrunconsole.bench.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.billrunconsole.WholeConsole;

/** The console started on 100,000 rows, searched in, and closed. */
final class ConsoleTurn {

    private ConsoleTurn() {}

    /**
     * @param folder for its settings and journal; not there yet
     * @param side   its rows are all of them
     * @param first  milliseconds until the first rows
     */
    static void take(ListFiles files, int runs, String keys, Path folder, Side side, List<Double> first)
            throws Exception {
        Files.createDirectories(folder);
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx2g", "-Xmn24m", "-Dprism.order=sw", "-Dprism.text=t2k",
                "--enable-native-access=ALL-UNNAMED", "-Duser.language=en", "-Duser.country=GB"));
        command.addAll(WholeConsole.OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PeerConsole.class.getName(),
                files.api().toString(), folder.toString(), Integer.toString(runs), files.token()));
        var begun = System.nanoTime();
        var process = new ProcessBuilder(command).redirectError(folder.resolve("console.log").toFile()).start();
        try (var said = process.inputReader(); var keyboard = process.outputWriter()) {
            await(said, "first");
            first.add((System.nanoTime() - begun) / 1e6);
            await(said, "all");
            side.rows().add((System.nanoTime() - begun) / 1e6);
            TimeUnit.NANOSECONDS.sleep(BrowserTurn.REST.toNanos());
            side.memory().add(Memory.of(process.toHandle()));
            keyboard.write(keys + "\n");
            keyboard.flush();
            for (int i = 0; i < keys.length(); i++) {
                side.keys().add(Double.parseDouble(await(said, "key")));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
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
