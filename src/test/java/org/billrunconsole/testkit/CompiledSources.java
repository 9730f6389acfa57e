package org.billrunconsole.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Classes that exist only for one test, compiled from their source while it runs. */
public final class CompiledSources {

    private static final Pattern NAME = Pattern.compile("\\b(?:class|record|enum|interface) (\\w+)");

    private final Path folder;
    private final List<String> files = new ArrayList<>();

    /** @param folder of this test's own; made if it is not there */
    public CompiledSources(Path folder) {
        this.folder = folder;
    }

    /** Takes one top-level type, without its package declaration. */
    public void add(String inPackage, String source) throws IOException {
        var name = NAME.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException("There is no type in: " + source);
        }
        var file = folder.resolve("src").resolve(inPackage.replace('.', '/')).resolve(name.group(1) + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "package " + inPackage + ";\n" + source + "\n");
        files.add(file.toString());
    }

    /** Where the class files are. Only libraries are known to them, since they stand in the program's own packages. */
    public Path compile() {
        var classes = folder.resolve("classes");
        var arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp",
                libraries("java.class.path")));
        if (!libraries("jdk.module.path").isEmpty()) {
            arguments
                    .addAll(List.of("--module-path", libraries("jdk.module.path"), "--add-modules", "ALL-MODULE-PATH"));
        }
        arguments.addAll(files);
        var compiler = ToolProvider.findFirst("javac").orElseThrow();
        if (compiler.run(System.out, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The test's own sources do not compile: " + files);
        }
        return classes;
    }

    private static String libraries(String property) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty(property, ""))
                .filter(each -> each.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
