package org.billrunconsole.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A console's folder that outlives its test, so that what the program wrote can be searched for secrets once the whole
 * suite is over.
 */
public final class KeptFolder {

    /** Where they all lie. */
    public static final Path ALL = Path.of("target", "kept");

    private KeptFolder() {}

    /** A new, empty one. */
    public static Path begin(String name) throws IOException {
        var folder = ALL.resolve(name);
        if (Files.exists(folder)) {
            try (var old = Files.walk(folder)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
