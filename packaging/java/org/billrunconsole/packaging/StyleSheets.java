package org.billrunconsole.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program's style sheets in the form that JavaFX reads without parsing: a start has no time for that. */
final class StyleSheets {

    /** Of JavaFX: reads a style sheet and writes it in binary form. */
    private static final String CONVERTER = "javafx.graphics/com.sun.javafx.css.parser.Css2Bin";

    private StyleSheets() {}

    /**
     * Copies compiled classes and what lies beside them, and adds to each style sheet its binary form.
     *
     * @param classes    to copy
     * @param modulePath jars, those of JavaFX among them
     * @param folder     to copy to
     * @return the folder
     */
    static Path withBinary(Path classes, Path modulePath, Path folder) throws IOException, InterruptedException {
        Folders.empty(folder);
        try (var tree = Files.walk(classes)) {
            for (var file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                var copy = folder.resolve(classes.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (file.toString().endsWith(".css")) {
                    convert(modulePath, copy);
                }
            }
        }
        return folder;
    }

    private static void convert(Path modulePath, Path sheet) throws IOException, InterruptedException {
        Tools.run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--module-path",
                modulePath.toString(), "-m", CONVERTER, sheet.toString()));
    }
}
