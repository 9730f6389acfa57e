package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** What java.nio lacks for whole folders. */
final class Folders {

    private Folders() {}

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var tree = Files.walk(folder)) {
            for (var path : (Iterable<Path>) tree.sorted(Comparator.reverseOrder())::iterator) {
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
    }

    static void empty(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }
}
