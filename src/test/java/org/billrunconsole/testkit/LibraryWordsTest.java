package org.billrunconsole.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import net.jqwik.engine.JqwikTestEngine;
import org.junit.jupiter.api.Test;

class LibraryWordsTest {

    /** A later release printed instructions to whatever machine reads a build's output into every run. */
    @Test
    void theLibraryOfThePropertyTestsAddressesNobody() throws Exception {
        var jar = Path.of(JqwikTestEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var file = new ZipFile(jar.toFile())) {
            var classes = file.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
            assertThat(classes).isNotEmpty().noneMatch(entry -> {
                try (var bytes = file.getInputStream(entry)) {
                    return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains("AI Agent");
                } catch (IOException e) {
                    throw new AssertionError(entry.getName(), e);
                }
            });
        }
    }
}
