package org.billrunconsole.bench.jmh;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.billrunconsole.bench.Bench;
import org.billrunconsole.bench.Figure;
import org.billrunconsole.bench.Measurement;
import org.billrunconsole.ui.runlist.rows.LongListRows;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;

/**
 * The pure parts that are run most, by JMH: its code is made from the compiled benchmarks here, so that the build needs
 * no annotation processor.
 */
public final class PureParts implements Measurement {

    private static final List<Class<?>> BENCHMARKS = List.of(PageParsing.class, LongListRows.class,
            LifecycleJudging.class);
    private static final String WARM_UPS = "5";
    private static final String RUNS = "10";

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        var classes = bench.folder("classes");
        for (var each : BENCHMARKS) {
            copy(each, classes);
        }
        var sources = bench.folder("sources");
        JmhBytecodeGenerator.main(new String[]{classes.toString(), sources.toString(), classes.toString(),
                "reflection"});
        var path = classes + File.pathSeparator + System.getProperty("java.class.path");
        compile(sources, classes, path);
        var results = bench.folder().resolve("jmh.json");
        var ended = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx2g", "-Dsuite.log=" + bench.folder().resolve("console.log"), "-cp", path,
                "org.openjdk.jmh.Main", "-f", "1", "-wi", WARM_UPS, "-w", "1", "-i", RUNS, "-r", "1", "-bm", "avgt",
                "-tu", "us", "-rf", "json", "-rff", results.toString()).inheritIO().start().waitFor();
        if (ended != 0) {
            throw new IOException("JMH ended with " + ended);
        }
        return figures(results);
    }

    private static void copy(Class<?> type, Path classes) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        var file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        try (var content = PureParts.class.getResourceAsStream("/" + name)) {
            Files.copy(content, file);
        }
    }

    private static void compile(Path sources, Path classes, String path) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", path));
        try (var files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        var compiler = ToolProvider.findFirst("javac").orElseThrow();
        if (compiler.run(new PrintWriter(System.out), new PrintWriter(System.err), arguments.toArray(
                String[]::new)) != 0) {
            throw new IOException("What JMH made does not compile");
        }
    }

    /** The average time of one call; the spread is half of JMH's range of 99.9 % confidence. */
    private static List<Figure> figures(Path results) throws IOException {
        var figures = new ArrayList<Figure>();
        for (var each : new ObjectMapper().readTree(results.toFile())) {
            var score = each.get("primaryMetric");
            var method = each.get("benchmark").asText().replaceAll(".*\\.", "");
            figures.add(new Figure("jmh." + method, score.get("score").asDouble(), "us", Optional.empty(),
                    Integer.parseInt(RUNS), score.get("scoreError").asDouble(), Optional.empty()));
        }
        return figures;
    }
}
