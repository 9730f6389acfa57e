package org.billrunconsole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements in {@code src/bench}, which no build compiles. */
class MeasurementsTest {

    private static final Path SOURCES = Path.of("src", "bench", "java");

    @Test
    void theyCompileAgainstTheProgramAsItIs(@TempDir Path classes) throws IOException {
        var path = String.join(File.pathSeparator, System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""), "target/classes", "target/test-classes");
        var arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", path));
        try (var files = Files.walk(SOURCES)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        var said = new StringWriter();
        var compiler = ToolProvider.findFirst("javac").orElseThrow();
        var ended = compiler.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(ended).as(said.toString()).isZero();
    }
}
