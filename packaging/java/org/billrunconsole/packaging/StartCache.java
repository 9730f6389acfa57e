package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Proof that a packed program starts from the start cache. One that cannot be used is passed over without a word, and
 * the program starts in three times the time.
 */
final class StartCache {

    /** An error where the cache cannot be used, as on a machine whose memory is large: its heap is addressed otherwise. */
    static final String OPTIONS = "-XX:AOTMode=on -XX:MaxRAM=256g";

    private StartCache() {}

    /** Starts the program so that a cache that cannot be used is an error. */
    static void prove(Path launcher) throws IOException, InterruptedException {
        var start = Tools.output(List.of(launcher.toString(), "--version"),
                Map.of("JAVA_TOOL_OPTIONS", OPTIONS));
        if (start.exit() != 0) {
            throw new Complaint(launcher + " does not start from its start cache (exit " + start.exit() + "): "
                    + start.text());
        }
        System.out.println("Starts from its start cache: " + launcher);
    }
}
