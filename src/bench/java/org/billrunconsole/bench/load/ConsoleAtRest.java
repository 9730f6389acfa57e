package org.billrunconsole.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** A console in a process of its own, for its memory to be looked at: says when its table is full, and ends with its input. */
final class ConsoleAtRest {

    static final String FULL = "full";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private ConsoleAtRest() {}

    /** @param args the server's address, a token, a folder for the settings, how many rows the table is to have */
    public static void main(String[] args) throws Exception {
        var console = FullTable.open(URI.create(args[0]), args[1], Path.of(args[2]), PATIENCE);
        console.awaitRows(Integer.parseInt(args[3]));
        System.out.println(FULL);
        answer(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        System.exit(0);
    }

    /** To each line, what the heap holds after a collection, in bytes. */
    private static void answer(BufferedReader lines) throws IOException {
        while (lines.readLine() != null) {
            System.gc();
            System.out.println(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
    }
}
