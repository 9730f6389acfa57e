package org.billrunconsole.testkit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The syntax trees of Java sources, with the types of their expressions.
 *
 * @param units one a file
 * @param trees tells where a tree stands and of which type it is
 */
public record SourceTrees(List<CompilationUnitTree> units, Trees trees) {

    private static final String MODULE = "module-info.java";

    /**
     * Reads all sources of a folder.
     *
     * @param classes where compiled classes that they use and that are no library lie, if anywhere
     */
    public static SourceTrees of(Path folder, Optional<Path> classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        var files = compiler.getStandardFileManager(found, Locale.ROOT, null);
        var libraries = Stream.concat(Stream.of("java.class.path", "jdk.module.path")
                .flatMap(property -> Stream.of(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(each -> each.endsWith(".jar")), classes.stream().map(Path::toString)).toList();
        try (var sources = Files.walk(folder)) {
            var java = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(MODULE))
                    .toList();
            var task = (JavacTask) compiler.getTask(null, files, found,
                    List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-cp",
                            String.join(File.pathSeparator, libraries)),
                    null, files.getJavaFileObjectsFromPaths(java));
            var units = Stream.<CompilationUnitTree>of();
            for (var unit : task.parse()) {
                units = Stream.concat(units, Stream.of(unit));
            }
            var all = units.toList();
            task.analyze();
            return new SourceTrees(all, Trees.instance(task));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** File and line of a tree, for people. */
    public String place(CompilationUnitTree unit, com.sun.source.tree.Tree tree) {
        var file = Path.of(unit.getSourceFile().getName()).getFileName();
        return file + ":" + unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }
}
